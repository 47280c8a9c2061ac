import Feedback
import TestSupport
import Testing

@Suite("Facts that hold from a day to a day")
struct DatedTests {
    private func unit(_ name: String, parent: ID<Unit>? = nil) -> Unit {
        Unit(id: "u", name: name, kind: .ward, parent: parent)
    }

    @Test("A unit has its old name before the day, and the new one from it on")
    func rename() {
        var unit = unit("UBND xã")
        unit.change(from: .on("2025-07-01"), to: Unit.Facts(name: "UBND phường", kind: .ward))
        #expect(unit.name == "UBND phường")
        #expect(unit.was == [Was(until: .on("2025-06-30"), facts: Unit.Facts(name: "UBND xã", kind: .ward))])
        for (day, name) in [("2020-01-01", "UBND xã"), ("2025-06-30", "UBND xã"), ("2025-07-01", "UBND phường")] {
            #expect(unit.on(.on(day)).name == name, "\(day)")
        }
    }

    @Test("A change before a planned one keeps what the planned one is about")
    func beforePlanned() {
        var unit = unit("A", parent: "old")
        unit.change(from: .on("2027-01-01"), to: Unit.Facts(name: "A", kind: .ward, parent: "new"))
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "B", kind: .ward, parent: "old"))
        let told = ["2026-05-31", "2026-06-01", "2026-12-31", "2027-01-01"].map { unit.on(.on($0)).facts }
        #expect(told.map(\.name) == ["A", "B", "B", "B"])
        #expect(told.map(\.parent) == ["old", "old", "old", "new"])
    }

    @Test("Twice on one day is once, and back again is nothing")
    func sameDay() {
        var unit = unit("A")
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "B", kind: .ward))
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "C", kind: .ward))
        #expect(unit.was.map(\.facts.name) == ["A"] && unit.name == "C")
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "A", kind: .ward))
        #expect(unit == self.unit("A"))
    }

    @Test("What ends has no plans")
    func end() {
        var unit = unit("A")
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "B", kind: .ward))
        unit.change(from: .on("2026-07-01"), to: Unit.Facts(name: "C", kind: .ward))
        unit.end(on: .on("2026-06-30"))
        #expect(unit.name == "B" && unit.was.map(\.until) == [.on("2026-05-31")])
        #expect(unit.isClosed(on: .on("2026-07-01")) && !unit.isClosed(on: .on("2026-06-30")))
    }

    @Test("Something that begins on the day has no past")
    func newborn() {
        var unit = unit("A")
        unit.validFrom = .on("2026-06-01")
        unit.change(from: .on("2026-06-01"), to: Unit.Facts(name: "B", kind: .ward))
        #expect(unit.was == [] && unit.name == "B")
        #expect(!unit.exists(on: .on("2026-05-31")) && unit.exists(on: .on("2026-06-01")))
    }
}
