import Feedback
import TestSupport
import Testing

@Suite("It was somebody else that day")
struct CorrectDutyTests {
    private static let friday = LocalDay.on("2026-11-20")

    /// A busy Friday at desk 3, seen from Monday: two mornings' ratings of Minh, one replaced, one bad; one in the
    /// afternoon; and desk 7 beside.
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.rate(level: .neutral, phone: Fixture.phone(1))
        try await fixture.rate(level: .satisfied, phone: Fixture.phone(1))
        try await fixture.rate(level: .veryDissatisfied, phone: Fixture.phone(2))
        try await fixture.rate("q07", phone: Fixture.phone(3), official: "thao")
        fixture.world.set(.inVietNam("2026-11-20", 14, 0))
        try await fixture.rate(phone: Fixture.phone(4))
        fixture.world.set(.inVietNam("2026-11-23", 9, 0))
        return fixture
    }

    private func wish(
        _ half: DayHalf? = nil, was: ID<Official>? = "minh", is real: ID<Official>? = "khoa",
        reason: DutyCorrection.Reason = .lateEntry, note: String = ""
    ) -> DutyCorrection {
        DutyCorrection(desk: "q03", day: Self.friday, half: half, was: was, is: real, reason: reason, note: note)
    }

    private func correct(
        _ fixture: Fixture, _ wish: DutyCorrection, expecting: Int? = nil, scope: Scope = .whole
    ) async throws -> Int64 {
        try await fixture.store.write(as: .user(7)) { try $0.correct(wish, expecting: expecting, scope: scope) }
    }

    private func rebuilt(_ fixture: Fixture) async throws -> Int {
        try await fixture.store.write(as: .system) { try $0.rebuildTallies() }
    }

    @Test("The ratings of that desk and day move, replaced ones too, and the tallies are what a recount gives")
    func moved() async throws {
        let fixture = try await fixture()
        let preview = try await fixture.store.read { try $0.preview(wish(), scope: .whole) }
        #expect(preview.counting == 3 && preview.replaced == 1 && preview.cases == 1)
        #expect(preview.unitBefore == ["tu-phap"] && preview.unitAfter == "dat-dai")
        let id = try await correct(fixture, wish(note: "Minh đi họp"), expecting: 4)
        #expect(try await fixture.counts(CellFilter(official: "minh", criterion: "LK5")).n == 0)
        let moved = try await fixture.counts(CellFilter(unit: "dat-dai", official: "khoa", criterion: "LK5"))
        #expect(moved.n == 3 && moved.n1 == 1)
        #expect(try await fixture.counts(CellFilter(official: "thao", criterion: "LK5")).n == 1)
        #expect(try await rebuilt(fixture) == 0)
        #expect(fixture.directory.officials(at: "q03", on: Self.friday).map(\.id) == ["khoa"])
        let line = try #require(try await fixture.journal().last { $0.kind == "duty.corrected" })
        #expect(line.details == "correction=\(id) day=2026-11-20 moved=4 reason=late-entry")
        #expect(!(try await fixture.journal().contains { $0.details.contains("họp") }))
    }

    @Test("The case stays with the head who was told, and the journal says that its rating moved")
    func caseStays() async throws {
        let fixture = try await fixture()
        _ = try await correct(fixture, wish())
        let alert = try #require(try await fixture.alerts().first)
        #expect(alert.unit == "tu-phap" && alert.headName == Cast.hanh.name)
        #expect(try await fixture.journal().contains { $0.kind == "case.rating-moved" && $0.subject == "alert:1" })
    }

    @Test("Half a day moves its half only; to nobody, the desk's unit is rated; from nobody, somebody's is")
    func halves() async throws {
        let fixture = try await fixture()
        _ = try await correct(fixture, wish(.afternoon))
        #expect(try await fixture.counts(CellFilter(official: "khoa", criterion: "LK5")).n == 1)
        #expect(fixture.directory.officials(at: "q03", on: Self.friday, .morning).map(\.id) == ["minh"])
        _ = try await correct(fixture, wish(.afternoon, was: "khoa", is: nil))
        #expect(try await fixture.counts(CellFilter(official: "khoa", criterion: "LK5")).n == 0)
        #expect(try await fixture.counts(CellFilter(unit: "tu-phap", criterion: "LK5")).n == 3)
        #expect(fixture.directory.officials(at: "q03", on: Self.friday, .afternoon).isEmpty)
        _ = try await correct(fixture, wish(was: nil, is: "thao"))
        #expect(try await fixture.counts(CellFilter(unit: "dat-dai", official: "thao", criterion: "LK5")).n == 2)
        #expect(try await rebuilt(fixture) == 0)
    }

    @Test("A correction is taken back exactly, the later one first")
    func undone() async throws {
        let fixture = try await fixture()
        let before = try await fixture.ratings().map { [$0.official?.rawValue, $0.unit.rawValue] }
        let first = try await correct(fixture, wish())
        let second = try await correct(fixture, wish(.afternoon, was: "khoa", is: "thao"))
        let undo = { (id: Int64) in
            try await fixture.store.write(as: .user(7)) { try $0.undoCorrection(id, scope: .whole) }
        }
        await #expect(throws: Refusal.self) { try await undo(first) }
        try await undo(second)
        try await undo(first)
        #expect(try await fixture.ratings().map { [$0.official?.rawValue, $0.unit.rawValue] } == before)
        #expect(fixture.directory.officials(at: "q03", on: Self.friday).map(\.id) == ["minh"])
        #expect(try await rebuilt(fixture) == 0)
        await #expect(throws: Refusal.notFound) { try await undo(first) }
    }

    @Test("Nothing moves without a preview that still holds, a reason, a past day, a desk in reach, or a difference")
    func refused() async throws {
        let fixture = try await fixture()
        await #expect(throws: Refusal.self) { _ = try await correct(fixture, wish(), expecting: 3) }
        await #expect(throws: Refusal.self) { _ = try await correct(fixture, wish(reason: .other)) }
        await #expect(throws: Refusal.self) { _ = try await correct(fixture, wish(is: "minh")) }
        var tomorrow = wish()
        tomorrow.day = .on("2026-11-24")
        await #expect(throws: Refusal.self) { _ = try await correct(fixture, tomorrow) }
        await #expect(throws: Refusal.notFound) { _ = try await correct(fixture, wish(), scope: Cast.scopeOfDung) }
        await #expect(throws: Refusal.notFound) { _ = try await correct(fixture, wish(), scope: .desks(["q09"])) }
        #expect(try await fixture.counts(CellFilter(official: "minh", criterion: "LK5")).n == 3)
        #expect(try await rebuilt(fixture) == 0)
    }
}
