import Feedback
import TestSupport
import Testing

@Suite("What a figure says")
struct FigureTests {
    @Test(
        "Wilson's interval is that of the textbook, to four decimals",
        arguments: [
            (0, 5, 0.0000, 0.4345), (4, 5, 0.3755, 0.9638), (5, 5, 0.5655, 1.0000), (10, 10, 0.7225, 1.0000),
            (18, 20, 0.6990, 0.9721), (27, 30, 0.7438, 0.9654), (48, 60, 0.6822, 0.8817),
            (93, 100, 0.8625, 0.9657), (480, 500, 0.9390, 0.9740),
        ])
    func wilson(successes: Int, n: Int, low: Double, high: Double) {
        let interval = WilsonInterval(successes: successes, of: n)
        #expect(abs(interval.low - low) <= 0.00005 && abs(interval.high - high) <= 0.00005, "\(interval)")
    }

    @Test("Twenty-two answers of one person are not twenty-two people: what is judged, is judged by people")
    func people() {
        // Forty people, 22 answers each.
        let before = Measured(counts: Counts(n2: 123, n5: 757), ratings: 40)
        let after = Measured(counts: Counts(n2: 70, n5: 810), ratings: 40)
        #expect(before.figure.interval.high < after.figure.interval.low)
        #expect(Change(from: before, to: after) == .same)
        #expect(before.interval == WilsonInterval(share: 757.0 / 880, of: 40))
        #expect(abs(before.shrunken(towards: 0.95) - (40 * 757.0 / 880 + 15 * 0.95) / 55) < 1e-12)
    }

    @Test("Under thirty ratings, and under sixty of one person, no change is told")
    func smallChange() {
        func measured(_ bad: Int, _ good: Int) -> Measured {
            Measured(counts: Counts(n2: bad, n5: good), ratings: bad + good)
        }
        #expect(Change(from: measured(29, 0), to: measured(0, 400)) == .unknown)
        #expect(Change(from: measured(30, 0), to: measured(0, 400)) == .higher)
        #expect(Change(from: measured(59, 0), to: measured(0, 400), of: .official) == .unknown)
        #expect(Change(from: measured(60, 0), to: measured(0, 400), of: .official) == .higher)
        #expect(Band(of: measured(59, 0), whole: measured(10, 990), owner: .official) == .tooFew)
        #expect(Band(of: measured(60, 0), whole: measured(10, 990), owner: .official).isLower)
    }

    @Test("The interval holds the share, stays within 0 and 1 and mirrors itself")
    func properties() {
        #expect(WilsonInterval(successes: 0, of: 0).low == 0 && WilsonInterval(successes: 0, of: 0).high == 1)
        for n in 1...120 {
            for k in 0...n {
                let interval = WilsonInterval(successes: k, of: n)
                let mirror = WilsonInterval(successes: n - k, of: n)
                let share = Double(k) / Double(n)
                #expect(interval.low >= 0 && interval.high <= 1)
                #expect(interval.low <= share + 1e-12 && share <= interval.high + 1e-12)
                #expect(abs(interval.low - (1 - mirror.high)) < 1e-9)
            }
        }
    }

    @Test("Level 3 is seen and is not satisfied; blanks are not answers")
    func shares() throws {
        let figure = Figure(Counts(n1: 1, n2: 2, n3: 3, n4: 4, n5: 10, blank: 7))
        #expect(figure.n == 20 && figure.satisfied == 14)
        #expect(figure.share == 0.7 && figure.dissatisfiedShare == 0.15)
        #expect(try #require(figure.mean) == 80.0 / 20)
        let empty = Figure(Counts(blank: 3))
        #expect(empty.n == 0 && empty.share == nil && empty.dissatisfiedShare == nil && empty.mean == nil)
    }

    @Test("What may be shown depends on n, more strictly for one person")
    func sizes() {
        for n in 0...100 {
            let expected: SampleSize = n < 5 ? .hidden : n < 10 ? .tooFew : n < 30 ? .provisional : .full
            #expect(SampleSize(n: n) == expected)
            let ofOfficial: SampleSize = n < 30 ? .hidden : n < 60 ? .provisional : .full
            #expect(SampleSize(ofOfficial: n) == ofOfficial)
        }
    }

    @Test("Counts add up level by level, in any order")
    func counts() {
        var dice = Dice()
        var whole = Counts()
        var parts: [Counts] = Array(repeating: Counts(), count: 4)
        for _ in 0..<500 {
            let level = Level(rawValue: dice.number(0...5))
            whole.add(level, by: 1)
            parts[dice.number(0...3)].add(level, by: 1)
        }
        #expect(parts.reduce(Counts(), +) == whole)
        #expect(whole.n + whole.blank == 500 && whole.levels.reduce(0, +) == whole.n)
    }

    @Test("Every rating has a line for each question, answered or blank")
    func blanks() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(answers: ["LK5": 2])
        #expect(try await fixture.counts() == Counts(n2: 1, blank: 4))
        #expect(try await fixture.counts(CellFilter(criterion: "LK5")) == Counts(n2: 1))
        #expect(try await fixture.counts(CellFilter(criterion: "LK1")) == Counts(blank: 1))
    }
}
