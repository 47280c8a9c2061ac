package import Feedback
package import Foundation
package import Storage

/// A store of its own with the little city in it, a clock and dice. Made in milliseconds, so that every test has one.
package struct Fixture: Sendable {
    package let world: ManualWorld
    package let secrets: Secrets
    /// What `store` is.
    package let sqlite: SQLiteStore

    /// - Parameters:
    ///   - path: nil keeps it in memory.
    ///   - configuration: nil opens what is there.
    package init(
        _ configuration: KioskConfiguration? = .longKhanh, at now: Date = .fridayMorning, path: String? = nil,
        limits: CommitLimits = CommitLimits()
    ) async throws {
        // A second life on the same file throws other dice, or it would give out the first one's receipts again.
        world = ManualWorld(at: now, seed: configuration == nil ? Dice.seed &+ 1 : Dice.seed)
        secrets = Fixture.secrets
        sqlite = try SQLiteStore(path: path, secrets: secrets, world: world, limits: limits)
        if let configuration { try await sqlite.write(as: .system) { try $0.apply(configuration) } }
    }

    package var store: any Store { sqlite }

    package static let secrets = Secrets(masterKey: Array(0..<32))

    package var directory: Directory { store.directory }
    package var now: Date { world.now() }
    package var today: LocalDay { LocalDay(now) }
    package var thisMonth: ClosedRange<LocalDay> { Month(now).firstDay...Month(now).lastDay }

    /// The code on a desk's card.
    package func code(of desk: ID<Desk>) throws -> DeskCode {
        guard let code = directory.code(of: desk) else { throw Refusal.notFound }
        return code
    }

    /// The hidden field of a page that was opened so many seconds ago; a nonce makes it the same page again.
    package func visit(at desk: ID<Desk>, openedAgo: TimeInterval = 60, nonce: [UInt8]? = nil) throws -> String {
        Visit(openedAt: now.addingTimeInterval(-openedAgo), nonce: nonce ?? world.random(16))
            .token(for: try code(of: desk), secrets: secrets)
    }

    /// A rating form as typed. By default Lan at desk 3 finds everything in order.
    /// - Parameters:
    ///   - level: of every question, unless `answers` says otherwise.
    ///   - phone: nil leaves the field empty.
    ///   - official: nil sends none.
    package func form(
        at desk: ID<Desk> = "q03", level: Level = .satisfied, answers: [String: Int]? = nil,
        phone: String? = Cast.lan.phone, comment: String = "", reasons: [Reason] = [], official: String? = nil,
        openedAgo: TimeInterval = 60, nonce: [UInt8]? = nil
    ) throws -> TypedForm {
        var fields = [(name: "visit", value: try visit(at: desk, openedAgo: openedAgo, nonce: nonce))]
        for criterion in directory.deskQuestionnaire(on: today)?.criteria ?? [] {
            let chosen = answers.map { $0[criterion.id.rawValue] } ?? level.rawValue
            if let chosen { fields.append((name: "answer[\(criterion.id)]", value: String(chosen))) }
        }
        if let official { fields.append((name: "official", value: official)) }
        fields += reasons.map { (name: "reason", value: $0.rawValue) }
        fields += [(name: "comment", value: comment), (name: "phone", value: phone ?? "")]
        return TypedForm(fields)
    }

    /// The form, proven at the door.
    package func submission(_ form: TypedForm, at desk: ID<Desk> = "q03") throws -> Submission {
        try Submission(
            form: form.read(), code: code(of: desk), directory: directory, secrets: secrets, now: now)
    }

    /// Sends a form.
    @discardableResult
    package func send(_ form: TypedForm, at desk: ID<Desk> = "q03") async throws -> Rating {
        let submission = try submission(form, at: desk)
        return try await store.write(as: .citizen) { try $0.submit(submission) }
    }

    /// Somebody rates a desk; see `form`.
    @discardableResult
    package func rate(
        _ desk: ID<Desk> = "q03", level: Level = .satisfied, answers: [String: Int]? = nil,
        phone: String? = Cast.lan.phone, comment: String = "", reasons: [Reason] = [], official: String? = nil,
        openedAgo: TimeInterval = 60, nonce: [UInt8]? = nil
    ) async throws -> Rating {
        let form = try form(
            at: desk, level: level, answers: answers, phone: phone, comment: comment, reasons: reasons,
            official: official, openedAgo: openedAgo, nonce: nonce)
        return try await send(form, at: desk)
    }

    /// The counts of this month's ratings, chosen by `cell`.
    package func counts(_ cell: CellFilter = CellFilter(), scope: Scope = .whole) async throws -> Counts {
        let days = thisMonth
        return try await store.read { try $0.tallies(days: days, scope: scope, cell: cell, by: nil) }
            .reduce(Counts()) { $0 + $1.counts }
    }

    /// This month's ratings that count, newest first.
    package func ratings(_ cell: CellFilter = CellFilter(), scope: Scope = .whole) async throws -> [Rating] {
        let filter = RatingFilter(days: thisMonth, scope: scope, cell: cell)
        return try await store.read { try $0.ratings(filter, limit: 10_000, offset: 0) }
    }

    package func alerts(scope: Scope = .whole) async throws -> [Alert] {
        try await store.read { try $0.alerts(scope: scope, onlyOpen: false, limit: 10_000) }
    }

    /// Every line of the journal.
    package func journal() async throws -> [Entry] {
        try await store.read { try $0.entries(after: 0, kinds: [], limit: 1_000_000) }
    }

    /// A number that no operator is known to give out (Phones.md), a different one for each `index` 0..999999.
    package static func phone(_ index: Int) -> String {
        let digits = String(index)
        return "0950" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

/// A folder that goes with the test.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "hailong-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    package var database: String { path + "/hailong.sqlite" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
