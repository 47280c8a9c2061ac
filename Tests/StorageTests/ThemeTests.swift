import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Themes: how often each reason was ticked")
struct ThemeTests {
    private func themes(
        _ fixture: Fixture, scope: Scope = .whole, cell: CellFilter = CellFilter()
    ) async throws -> [Reason: Int] {
        let days = fixture.thisMonth
        return try await fixture.store.read { try $0.themes(days: days, scope: scope, cell: cell) }
    }

    @Test("A rating with two reasons counts in both; one that is replaced counts no more")
    func counted() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .dissatisfied, reasons: [.late, .passTheBuck])
        try await fixture.rate("q07", level: .neutral, reasons: [.late], official: "khoa")
        #expect(try await themes(fixture) == [.late: 2, .passTheBuck: 1])
        #expect(try await themes(fixture, cell: CellFilter(official: "khoa")) == [.late: 1])
        #expect(
            try await themes(fixture, cell: CellFilter(unit: "tu-phap", criterion: "LK5")) == [
                .late: 1, .passTheBuck: 1,
            ])
        #expect(try await themes(fixture, scope: Cast.scopeOfDung) == [.late: 1])
        try await fixture.rate(level: .satisfied, reasons: [.repeatedSupplements])
        #expect(try await themes(fixture) == [.late: 1, .repeatedSupplements: 1])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildThemes() } == 0)
    }

    @Test("A correction of who was on duty moves the reasons with the rating")
    func corrected() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q07", level: .dissatisfied, reasons: [.late], official: "khoa")
        try await fixture.rate(
            "q07", level: .dissatisfied, phone: Cast.tuan.phone, reasons: [.unofficialPayment], official: "khoa")
        let correction = DutyCorrection(
            desk: "q07", day: fixture.today, half: nil, was: "khoa", is: "thao", reason: .wrongEntry, note: "")
        let id = try await fixture.store.write(as: .system) { try $0.correct(correction, scope: .whole) }
        #expect(try await themes(fixture, cell: CellFilter(official: "khoa")) == [:])
        #expect(try await themes(fixture, cell: CellFilter(official: "thao")) == [.late: 1, .unofficialPayment: 1])
        #expect(try await themes(fixture, scope: Cast.scopeOfDung) == [.late: 1])
        try await fixture.store.write(as: .system) { try $0.undoCorrection(id, scope: .whole) }
        #expect(try await themes(fixture, cell: CellFilter(official: "khoa")) == [.late: 1, .unofficialPayment: 1])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildThemes() } == 0)
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM reasonTally WHERE count < 0") == [["0"]])
    }

    @Test("Counting again mends what somebody tampered with, also with all tallies")
    func rebuilt() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .dissatisfied, reasons: [.late, .unofficialPayment])
        try fixture.sqlite.statement("UPDATE reasonTally SET count = 9 WHERE reason = 'late'")
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 1)
        #expect(try await themes(fixture) == [.late: 1, .unofficialPayment: 1])
        #expect(try await themes(fixture, scope: Cast.scopeOfHanh) == [:])
    }
}

@Suite("Openings of the rating page")
struct OpeningTests {
    @Test("are added up by desk and day, for whoever may see the desk")
    func added() async throws {
        let fixture = try await Fixture()
        try await fixture.store.write(as: .system) { tx in
            try tx.addOpenings([
                Opening(desk: "q03", day: .on("2026-11-20"), count: 3),
                Opening(desk: "q07", day: .on("2026-11-20"), count: 1),
            ])
            try tx.addOpenings([
                Opening(desk: "q03", day: .on("2026-11-20"), count: 2),
                Opening(desk: "q03", day: .on("2026-12-01"), count: 9),
                Opening(desk: "q09", day: .on("2026-11-20"), count: 0),
            ])
        }
        let days = fixture.thisMonth
        func read(_ scope: Scope) async throws -> [ID<Desk>: Int] {
            try await fixture.store.read { try $0.openings(days: days, scope: scope) }
        }
        #expect(try await read(.whole) == ["q03": 5, "q07": 1])
        #expect(try await read(Cast.scopeOfHanh) == ["q03": 5])
        #expect(try await read(.desks(["q07"])) == ["q07": 1])
        #expect(try await read(.nothing) == [:])
        #expect(try await fixture.journal().allSatisfy { !$0.kind.contains("opening") })
    }
}
