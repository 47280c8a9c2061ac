import TestSupport
import Testing

@testable import Feedback

@Suite("What is hidden so that nobody computes a small cell")
struct SuppressionTests {
    private static let january = LocalDay.on("2026-01-01")...LocalDay.on("2026-01-31")

    private static func counts(_ units: [(ID<Unit>, Int)]) -> OpenCounts {
        var counts = OpenCounts()
        for (unit, n) in units where n > 0 {
            let measured = Measured(counts: Counts(n5: n), ratings: n)
            counts.cells[.unit(unit)] = measured
            counts.cells[.answer(unit, "LK1")] = measured
            counts.cells[.criterion("LK1")] = (counts.cells[.criterion("LK1")] ?? Measured()) + measured
            counts.cells[.whole] = (counts.cells[.whole] ?? Measured()) + measured
        }
        return counts
    }

    private static func hidden(_ units: [(ID<Unit>, Int)]) -> Set<ID<Unit>> {
        let system = OpenSystem(publishing: january, told: [], overall: "LK1") { _ in counts(units) }
        return Set(system.hidden().compactMap { if case .unit(let id) = $0 { id } else { nil } })
    }

    @Test("A table without a small cell hides nothing; one with a small cell hides the next smallest too")
    func oneTable() {
        #expect(Self.hidden([("a", 10), ("b", 40), ("c", 60)]) == [])
        #expect(Self.hidden([("a", 3), ("b", 40), ("c", 60)]) == ["a", "b"])
        #expect(Self.hidden([("a", 9), ("b", 60), ("c", 12)]) == ["a", "c"])
        // Two small ones keep each other only when ten people are in them together.
        #expect(Self.hidden([("a", 6), ("b", 5), ("c", 60)]) == ["a", "b"])
        #expect(Self.hidden([("a", 3), ("b", 4), ("c", 60), ("d", 50)]) == ["a", "b", "d"])
    }

    @Test("A unit in which nobody is hides nobody, and shields nobody")
    func emptyUnit() {
        #expect(Self.hidden([("a", 0), ("b", 40), ("c", 60)]) == [])
        #expect(Self.hidden([("a", 0), ("b", 4), ("c", 60), ("d", 70)]) == ["b", "c"])
    }

    @Test("A quarter never gives away the month that was hidden before")
    func nested() {
        let months = (1...3).map { Month(rawValue: "2026-0\($0)") ?? Month(day: Self.january.lowerBound) }
        let people = ["a": [30, 4, 30], "b": [30, 20, 30], "c": [50, 50, 50]]
        func read(_ days: ClosedRange<LocalDay>) -> OpenCounts {
            months.enumerated().filter { days.contains($0.element.firstDay) }
                .map { index, _ in Self.counts(people.map { (ID($0.key), $0.value[index]) }) }
                .reduce(OpenCounts(), +)
        }
        var told: [OpenSystem.Told] = []
        var hidden: [Set<OpenCell>] = []
        for period in months.map(Period.init) + [Period(.quarter, holding: Self.january.lowerBound)] {
            let system = OpenSystem(publishing: period.days, told: told, overall: "LK1", read: read)
            hidden.append(system.hidden())
            told.append(
                .init(
                    days: period.days, shown: system.shown(besides: system.hidden()), hidden: system.hidden()))
        }
        #expect(hidden[0] == [])
        #expect(hidden[1].isSuperset(of: [.unit("a"), .unit("b")]))
        #expect(hidden[2] == [])
        // January and March of both are known: the quarter would give February away by a subtraction.
        #expect(hidden[3].isSuperset(of: [.unit("a"), .unit("b")]))
        #expect(!hidden[3].contains(.whole) && !hidden[3].contains(.unit("c")))
    }

    @Test("A unit that a correction leaves with fewer than ten people is hidden, though it was shown before")
    func corrected() {
        func hidden(_ people: [(unit: ID<Unit>, people: Int)], after told: [OpenSystem.Told]) -> Set<OpenCell> {
            OpenSystem(publishing: Self.january, told: told, overall: "LK1") { _ in Self.counts(people) }.hidden()
        }
        let first = OpenSystem(publishing: Self.january, told: [], overall: "LK1") { _ in
            Self.counts([("a", 18), ("b", 40), ("c", 60)])
        }
        #expect(first.hidden() == [])
        let told = [OpenSystem.Told(days: Self.january, shown: first.shown(besides: []), hidden: [])]
        #expect(hidden([("a", 18), ("b", 40), ("c", 60)], after: told) == [])
        let after = hidden([("a", 9), ("b", 49), ("c", 60)], after: told)
        #expect(after.isSuperset(of: [.unit("a"), .unit("b")]) && !after.contains(.unit("c")))
    }

    @Test("A channel that only one unit has says no more than the unit")
    func sameTableUnderAnotherName() {
        var counts = Self.counts([("a", 3), ("b", 40), ("c", 60)])
        for (channel, units) in [("qr", ["a": 3, "c": 60]), ("paper", ["b": 40])] {
            let n = units.values.reduce(0, +)
            counts.cells[.channel(channel)] = Measured(counts: Counts(n5: n), ratings: n)
            for unit in units.keys { counts.meetings.insert(.init(unit: ID(unit), other: .channel(channel))) }
        }
        let system = OpenSystem(publishing: Self.january, told: [], overall: "LK1") { _ in counts }
        let hidden = system.hidden()
        #expect(hidden.contains(.unit("a")))
        // Forty on paper are the forty of unit b; with them shown, a would be the rest.
        #expect(!hidden.contains(.unit("b")) || hidden.contains(.channel("paper")) || hidden.contains(.unit("c")))
        #expect(hidden.contains(.unit("b")) || hidden.contains(.unit("c")))
    }

    @Test("Random tables, random periods one after the other: an exact solver computes no hidden cell and no small one")
    func nobodyComputesAHiddenCell() {
        var dice = Dice()
        for _ in 0..<24 {
            let town = RandomTown(&dice)
            var published: [OpenSystem.Told] = []
            for period in town.periods(&dice) {
                let system = OpenSystem(
                    publishing: period.days, told: published, overall: town.overall, read: town.counts)
                let hidden = system.hidden()
                // Without its total, a period is not published.
                guard !hidden.contains(.whole), system.counts.size(.whole) > 0 else { continue }
                #expect(hidden.isSuperset(of: system.counts.cells.keys.filter { (1..<10) ~= system.counts.size($0) }))
                if system.counts.cells.keys.allSatisfy({ system.counts.size($0) >= 10 }), published.isEmpty {
                    #expect(hidden == [], "A safe table hides nothing")
                }
                published.append(
                    .init(days: period.days, shown: system.shown(besides: hidden), hidden: hidden))
            }
            let reader = CuriousReader(town, published)
            for one in published {
                for cell in one.hidden {
                    #expect(!reader.computes(cell, one.days), "\(cell) of \(one.days) (seed \(Dice.seed))")
                    #expect(!reader.bounds(cell, one.days), "\(cell) of \(one.days) is pinned (seed \(Dice.seed))")
                }
                let units = one.hidden.filter { if case .unit = $0 { true } else { false } }
                let people = units.reduce(0) { $0 + town.counts(one.days).size($1) }
                #expect(units.isEmpty || (units.count > 1 && people >= 10), "seed \(Dice.seed)")
            }
            // Whether it was published or not: no month of few people comes out as the rest of a longer period.
            for month in town.months {
                let counts = town.counts(month.days)
                for cell in counts.cells.keys where (1..<10) ~= counts.size(cell) {
                    #expect(!reader.computes(cell, month.days), "\(cell) of \(month) (seed \(Dice.seed))")
                }
            }
        }
    }
}
