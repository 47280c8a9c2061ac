import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Sums of months")
struct MonthTallyTests {
    /// Ratings of three months, some replacing others, some corrected days later, while days are folded now and then.
    private func livelyFixture(overall: Bool = true) async throws -> Fixture {
        var configuration = KioskConfiguration.longKhanh
        configuration.form.phoneRequired = false
        if !overall { configuration.questionnaires[0].overall = nil }
        let fixture = try await Fixture(configuration, at: .inVietNam("2026-08-25", 8, 0))
        var dice = Dice()
        for _ in 0..<60 {
            for _ in 0..<dice.number(1...8) { try await rate(fixture, &dice) }
            if dice.once(in: 3) { try await correct(fixture, &dice) }
            if dice.once(in: 4) { _ = try await fixture.store.write(as: .system) { try $0.foldTallies() } }
            fixture.world.advance(hours: Double(dice.number(0...60)))
        }
        // All that is over is folded, and corrected once more.
        while try await fixture.store.write(as: .system, { try $0.foldTallies() }) {}
        for _ in 0..<10 { try await correct(fixture, &dice) }
        return fixture
    }

    private func rate(_ fixture: Fixture, _ dice: inout Dice) async throws {
        let desk = dice.one(of: ["q03", "q07", "q09"] as [ID<Desk>]) ?? "q03"
        var answers: [String: Int] = [:]
        for name in 1...5 where !dice.once(in: 4) { answers["LK\(name)"] = dice.number(1...5) }
        if answers.isEmpty { answers["LK5"] = 3 }
        try await fixture.rate(
            desk, answers: answers, phone: dice.once(in: 3) ? nil : Fixture.phone(dice.number(0...9)),
            official: desk == "q07" ? dice.one(of: ["thao", "khoa", "unknown"]) : nil)
    }

    /// Whatever day it hits; often there is nothing to correct.
    private func correct(_ fixture: Fixture, _ dice: inout Dice) async throws {
        let people: [ID<Official>?] = ["thao", "khoa", nil]
        let wish = DutyCorrection(
            desk: "q07", day: fixture.today.adding(days: -dice.number(0...40)), half: nil,
            was: dice.one(of: people) ?? nil, is: dice.one(of: people) ?? nil, reason: .lateEntry, note: "")
        do {
            try await fixture.store.write(as: .system) { _ = try $0.correct(wish, scope: .whole) }
        } catch is Refusal {}
    }

    private struct Question: Sendable, CustomStringConvertible {
        let days: ClosedRange<LocalDay>
        let scope: Scope
        let cell: CellFilter
        let dimension: Feedback.Dimension?

        init(_ dice: inout Dice) {
            let first = LocalDay.on("2026-08-01").adding(days: dice.once(in: 2) ? 0 : dice.number(-20...80))
            let whole = dice.once(in: 2) ? first.month.lastDay : first.adding(days: dice.number(0...130))
            days = first...max(first, whole)
            scope =
                dice.one(of: [
                    .whole, .whole, Cast.scopeOfDung, .units(["dat-dai", "tu-phap", "nowhere"]),
                    .desks(["q07", "q09"]),
                    .units([]),
                ]) ?? .whole
            cell = CellFilter(
                unit: dice.once(in: 5) ? "dat-dai" : nil, desk: dice.once(in: 5) ? "q07" : nil,
                official: dice.once(in: 5) ? "khoa" : nil, field: dice.once(in: 6) ? "dat-dai" : nil,
                channel: dice.once(in: 8) ? .qr : nil, criterion: dice.one(of: ["LK5", "LK1", nil]) ?? nil,
                questionnaire: dice.once(in: 3) ? "LK@1" : nil, evidence: dice.once(in: 6) ? .c : nil)
            dimension = dice.one(of: Feedback.Dimension.allCases + [nil]) ?? nil
        }

        var description: String { "\(days) \(scope) \(cell) by \(dimension.map { "\($0)" } ?? "nothing")" }

        func answer(_ fixture: Fixture) async throws -> [String: Counts] {
            let rows = try await fixture.store.read { [self] in
                try $0.tallies(days: days, scope: scope, cell: cell, by: dimension)
            }
            #expect(rows.map(\.key) == rows.map(\.key).sorted())
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.counts) })
        }
    }

    @Test("answer every question as the days do", arguments: [true, false])
    func sameAnswers(overall: Bool) async throws {
        let fixture = try await livelyFixture(overall: overall)
        var dice = Dice(seed: Dice.seed &+ 7)
        let questions = (0..<1_500).map { _ in Question(&dice) }
        var answers: [[String: Counts]] = []
        for question in questions { answers.append(try await question.answer(fixture)) }
        #expect(answers.count { !$0.isEmpty } > 300)
        // Without this line nobody knows of the sums, and the days answer alone.
        try fixture.sqlite.statement("DELETE FROM folded")
        for (question, answer) in zip(questions, answers) {
            #expect(try await question.answer(fixture) == answer, "\(question)")
        }
    }

    @Test("and hours, kept while ratings came and were corrected, are what a recount gives", arguments: [true, false])
    func rebuilt(overall: Bool) async throws {
        let fixture = try await livelyFixture(overall: overall)
        let moved = try fixture.sqlite.statement("SELECT COUNT(*) > 0 FROM correctedRating")
        #expect(moved == [["1"]])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        for (table, column) in [("monthTally", "n1"), ("hourTally", "n5"), ("monthTally", "blank")] {
            let before = try fixture.sqlite.statement("SELECT SUM(n1), SUM(n5), SUM(blank) FROM \(table)")
            try fixture.sqlite.statement(
                "UPDATE \(table) SET \(column) = \(column) + 1 WHERE desk = 'q07'".fitting(table))
            #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } > 0)
            #expect(try fixture.sqlite.statement("SELECT SUM(n1), SUM(n5), SUM(blank) FROM \(table)") == before)
            #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        }
    }

    @Test("hold each day once, however often the server folds, and are made a month at a time")
    func folding() async throws {
        let fixture = try await Fixture(at: .inVietNam("2026-08-30", 9, 0))
        func fold() async throws -> Bool { try await fixture.store.write(as: .system) { try $0.foldTallies() } }
        func through() async throws -> LocalDay? { try await fixture.store.read { try $0.foldedThrough() } }
        func sum() throws -> [[String]] {
            try fixture.sqlite.statement(
                "SELECT SUM(n4) FROM monthTally WHERE owner = 'whole' AND side = '' AND criterion = 'LK5'")
        }
        try await fixture.rate()
        fixture.world.set(.inVietNam("2026-09-02", 10, 0))
        try await fixture.rate(phone: Cast.tuan.phone)
        #expect(try await through() == nil)

        fixture.world.set(.inVietNam("2026-10-05", 0, 1))
        #expect(try await fold())
        #expect(try await through() == .on("2026-08-31"))
        #expect(try await fold())
        #expect(try await through() == .on("2026-09-30"))
        #expect(try await !fold())
        #expect(try await through() == .on("2026-10-04"))
        #expect(try await !fold())
        #expect(try sum() == [["2"]])

        // Today is not over: its rating waits for midnight.
        try await fixture.rate()
        #expect(try await !fold())
        #expect(try sum() == [["2"]])
        fixture.world.advance(days: 1)
        #expect(try await !fold())
        #expect(try sum() == [["3"]])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
    }

    @Test("A rating counts in its weekday and hour, by the clock on the wall")
    func hours() async throws {
        let fixture = try await Fixture(at: .inVietNam("2026-11-20", 9, 59, 59))
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-22", 23, 0))
        try await fixture.rate(phone: Cast.tuan.phone)
        let days = fixture.thisMonth
        func hours(_ cell: CellFilter, _ scope: Scope = .whole) async throws -> [String: Int] {
            let rows = try await fixture.store.read { try $0.tallies(days: days, scope: scope, cell: cell, by: .hour) }
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.counts.n) })
        }
        for _ in 0..<2 {
            #expect(try await hours(CellFilter(criterion: "LK5")) == ["5-09": 1, "7-23": 1])
            #expect(try await hours(CellFilter(unit: "tu-phap", desk: "q03", criterion: "LK5")).count == 2)
            #expect(try await hours(CellFilter(criterion: "LK5"), Cast.scopeOfDung).isEmpty)
            // Not kept: of another question, or by official.
            #expect(try await hours(CellFilter(criterion: "LK1")).isEmpty)
            #expect(try await hours(CellFilter(official: "minh", criterion: "LK5")).isEmpty)
            fixture.world.advance(days: 20)
            _ = try await fixture.store.write(as: .system) { try $0.foldTallies() }
        }
    }
}

extension String {
    /// The sums of a month call a desk by another name.
    fileprivate func fitting(_ table: String) -> String {
        table == "monthTally" ? replacing("desk = 'q07'", with: "owner = 'desk' AND id = 'q07'") : self
    }
}
