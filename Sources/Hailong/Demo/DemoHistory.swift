import Feedback
import Foundation
import Synchronization

/// A year of invented ratings with everything that followed: alerts, mails, cases taken and answered.
/// It goes through the same verbs as real people, so the tallies, the journal's chain and the outbox are true to it.
struct DemoHistory: Sendable {
    static let days = 365
    /// Writes that may share a commit.
    private static let batch = 200

    let seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    /// Where the clock must stand before the configuration is applied: just before the first event.
    static func start(before now: Date) -> Date {
        LocalDay(now).adding(days: -days).start.addingTimeInterval(7 * 3_600)
    }

    /// Lives through the year and ends in the present, with `clock` live. The configuration must have been applied;
    /// accounts that exist by then act on the cases. Nobody else may use `store` meanwhile: the clock would skip.
    /// - Parameters:
    ///   - clock: the world of `store`.
    ///   - progress: 0...1.
    /// - Throws: what the store throws; `Fault` when the store's clock and the plan fall apart.
    func generate(
        into store: any Store, clock: DemoClock, until now: Date, progress: (Double) -> Void
    ) async throws {
        let staff = DemoStaff(try await store.read { try $0.users() })
        let first = LocalDay(Self.start(before: now))
        let plan = DemoPlan(
            seed: seed, days: first...LocalDay(now), end: now, directory: store.directory, staff: staff)
        let events = Dictionary(uniqueKeysWithValues: plan.events.map { ($0.at.millisecond, $0) })
        let kept = RatingIDs()
        clock.play(plan.events.map(\.at))
        var next = 0
        while next < plan.events.count {
            // The store asks its clock once for each write, in the order in which it commits them. Writes of one actor
            // are alike, so it does not matter which comes first: each does what is due at the moment it is given.
            let actor = plan.events[next].actor
            let run = plan.events[next...].prefix(Self.batch).prefix { $0.actor == actor }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in run {
                    group.addTask {
                        try await store.write(as: actor) { transaction in
                            guard let event = events[transaction.now.millisecond] else { throw Fault.unplannedMoment }
                            try event.happen(in: transaction, kept)
                        }
                    }
                }
                try await group.waitForAll()
            }
            next += run.count
            progress(Double(next) / Double(plan.events.count))
        }
        guard clock.unplayed == 0 else { throw Fault.unplannedMoment }
        clock.goLive()
        try await DemoDossiers(seed: seed, directory: store.directory)
            .count(first.month...LocalDay(now).month.previous, into: store, as: staff.homeAffairs)
    }

    enum Fault: Error {
        /// Somebody else asked the clock while history was being made.
        case unplannedMoment
    }
}

/// The ids that planned ratings were given.
private final class RatingIDs: Sendable {
    private let ids = Mutex<[Int: Int64]>([:])

    subscript(place: Int) -> Int64? { ids.withLock { $0[place] } }

    func keep(_ id: Int64?, at place: Int?) {
        guard let id, let place else { return }
        ids.withLock { $0[place] = id }
    }
}

extension DemoPlan.Event {
    fileprivate func happen(in transaction: any Writing, _ kept: RatingIDs) throws {
        func alert(_ place: Int) throws -> Alert? { try kept[place].flatMap { try transaction.alert(ofRating: $0) } }
        switch kind {
        case .rating(let draft): kept.keep(try draft.send(in: transaction)?.id, at: rating)
        case .delivery:
            try transaction.escalateDue()
            while let mail = try transaction.claimNextMail() { try transaction.mailAccepted(mail) }
        case .upkeep: try transaction.closeSilentCases()
        case .acknowledgement(let place):
            if let id = try alert(place)?.id { try transaction.acknowledge(id, scope: .whole) }
        case .handling(let place):
            if let id = try alert(place)?.id { try transaction.handle(id, scope: .whole) }
        case .answer(let place, let answer):
            if let id = try alert(place)?.id { try transaction.answer(id, answer, scope: .whole) }
        case .returning(let place, let word):
            guard let id = kept[place], let rating = try transaction.rating(id: id) else { return }
            try transaction.returnCase(word, receipt: rating.receipt)
        case .closing(let place):
            guard let alert = try alert(place), alert.step == .answered else { return }
            try transaction.close(alert.id, scope: .whole)
        }
    }
}
