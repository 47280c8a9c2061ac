import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Tallies")
struct TallyTests {
    /// Five hundred ratings over twelve days, many of them replacing others, some in one commit.
    private func busyFixture() async throws -> Fixture {
        var configuration = KioskConfiguration.longKhanh
        configuration.form.phoneRequired = false
        let fixture = try await Fixture(configuration)
        var dice = Dice()
        for _ in 0..<50 {
            let submissions = try (0..<10).map { _ in
                let desk = dice.one(of: ["q03", "q07", "q09"] as [ID<Desk>]) ?? "q03"
                var answers: [String: Int] = [:]
                for name in 1...5 where !dice.once(in: 4) { answers["LK\(name)"] = dice.number(1...5) }
                answers["LK5"] = answers.isEmpty ? 3 : answers["LK5"]
                let form = try fixture.form(
                    at: desk, answers: answers,
                    phone: dice.once(in: 5) ? nil : Fixture.phone(100 + dice.number(0...25)),
                    official: desk == "q07" ? dice.one(of: ["thao", "khoa", "unknown"]) : nil,
                    openedAgo: dice.once(in: 10) ? 1 : 60)
                return try fixture.submission(form, at: desk)
            }
            await withThrowingTaskGroup(of: Void.self) { group in
                for submission in submissions {
                    group.addTask { try await fixture.store.write(as: .citizen) { _ = try $0.submit(submission) } }
                }
            }
            fixture.world.advance(hours: Double(dice.number(0...11)))
        }
        return fixture
    }

    private static let sums = "SELECT SUM(n1), SUM(n2), SUM(n3), SUM(n4), SUM(n5), SUM(blank) FROM tally"

    @Test("kept while five hundred ratings came and replaced each other are what a recount gives")
    func rebuilt() async throws {
        let fixture = try await busyFixture()
        let kept = try fixture.sqlite.statement(Self.sums)
        let replaced = try fixture.sqlite.statement("SELECT COUNT(*) FROM rating WHERE supersededBy IS NOT NULL")
        #expect(replaced != [["0"]])
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM rating") == [["500"]])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        #expect(try fixture.sqlite.statement(Self.sums) == kept)
        #expect(
            try fixture.sqlite.statement("SELECT COUNT(*) FROM tally WHERE min(n1, n2, n3, n4, n5, blank) < 0")
                == [["0"]])
        #expect(try await fixture.journal().last?.details == "differing=0")
    }

    @Test(
        "that somebody tampered with are found by the recount, cell by cell, and mended",
        arguments: [
            ("UPDATE tally SET n5 = n5 + 1 WHERE desk = 'q03' AND criterion = 'LK5'", true),
            ("UPDATE tally SET n1 = 0, n5 = n5 + n1 WHERE n1 > 0", true),
            ("DELETE FROM tally WHERE desk = 'q07' AND n4 > 0", true),
            (
                "INSERT INTO tally VALUES ('2026-11-20', 'u', 'd', '', '', '', 'qr', 'C', '', 'LK@1', 'LK1', 0, 0, 0, 0, 9, 0)",
                true
            ),
            (
                "INSERT INTO tally VALUES ('2026-11-20', 'u', 'd', '', '', '', 'qr', 'C', '', 'LK@1', 'LK1', 0, 0, 0, 0, 0, 0)",
                false
            ),
        ])
    func tampered(sql: String, isFound: Bool) async throws {
        let fixture = try await busyFixture()
        let kept = try fixture.sqlite.statement(Self.sums)
        let before = try fixture.sqlite.statement("SELECT total_changes()")
        try fixture.sqlite.statement(sql)
        let after = try fixture.sqlite.statement("SELECT total_changes()")
        let cells = (Int(after[0][0]) ?? 0) - (Int(before[0][0]) ?? 0)
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == (isFound ? cells : 0))
        #expect(cells > 0)
        #expect(try fixture.sqlite.statement(Self.sums) == kept)
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
    }

    @Test("split by any side add up to the whole, for whoever may see it")
    func dimensions() async throws {
        let fixture = try await busyFixture()
        let days = LocalDay.on("2026-11-01")...LocalDay.on("2026-12-31")
        for scope in [Scope.whole, Cast.scopeOfHanh, Cast.scopeOfDung, .units([])] {
            let rows = { (dimension: Feedback.Dimension?) in
                try await fixture.store.read {
                    try $0.tallies(days: days, scope: scope, cell: CellFilter(), by: dimension).map(\.counts)
                }
            }
            let whole = try await rows(nil).reduce(Counts(), +)
            for dimension in Feedback.Dimension.allCases where dimension != .hour {
                #expect(try await rows(dimension).reduce(Counts(), +) == whole, "\(dimension)")
            }
            #expect((whole.n == 0) == (scope == .units([])))
        }
    }

    @Test("are rows: every number leads to the ratings behind it")
    func rows() async throws {
        let fixture = try await busyFixture()
        let days = LocalDay.on("2026-11-01")...LocalDay.on("2026-12-31")
        for cell in [
            CellFilter(criterion: "LK5"), CellFilter(unit: "dat-dai", criterion: "LK1"),
            CellFilter(desk: "q03", criterion: "LK2"), CellFilter(official: "khoa", criterion: "LK3"),
            CellFilter(field: "ho-tich", channel: .qr, criterion: "LK4"),
        ] {
            let filter = RatingFilter(days: days, scope: .whole, cell: cell)
            let (counts, found) = try await fixture.store.read { tx in
                (
                    try tx.tallies(days: days, scope: .whole, cell: cell, by: nil).first?.counts.n ?? 0,
                    try tx.ratingCount(filter)
                )
            }
            #expect(counts == found && counts > 0, "\(cell)")
        }
    }
}
