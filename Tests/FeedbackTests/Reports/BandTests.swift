import Testing

@testable import Feedback

@Suite("Bands instead of ranks")
struct BandTests {
    private func measured(_ satisfied: Int, of n: Int) -> Measured {
        Measured(counts: Counts(n2: n - satisfied, n4: satisfied), ratings: n)
    }

    private let whole = Measured(counts: Counts(n2: 500, n4: 9_500), ratings: 10_000)

    @Test(
        "The exact lower limits around 95 % are those of the table",
        arguments: [(20, 0.85, 0.75), (50, 0.88, 0.84), (100, 0.90, 0.87), (200, 0.92, 0.895)])
    func limits(n: Int, watch: Double, alarm: Double) {
        let funnel = Funnel(mean: 0.95)
        #expect(abs(funnel.limits(n: n, tail: Funnel.watch).low - watch) < 1e-9)
        #expect(abs(funnel.limits(n: n, tail: Funnel.alarm).low - alarm) < 1e-9)
    }

    @Test(
        "On the limit is within, one below is outside",
        arguments: [(50, 44, 42), (100, 90, 87), (200, 184, 179)])
    func border(n: Int, watch: Int, alarm: Int) {
        #expect(Band(of: measured(watch, of: n), whole: whole) == .same)
        #expect(Band(of: measured(watch - 1, of: n), whole: whole) == .clearlyLower(isAlarm: false))
        #expect(Band(of: measured(alarm, of: n), whole: whole) == .clearlyLower(isAlarm: false))
        #expect(Band(of: measured(alarm - 1, of: n), whole: whole) == .clearlyLower(isAlarm: true))
    }

    @Test("Nobody has a band under 30 ratings, however bad they are")
    func few() {
        #expect(Band(of: measured(0, of: 29), whole: whole) == .tooFew)
        #expect(Band(of: measured(0, of: 30), whole: whole) == .clearlyLower(isAlarm: true))
        #expect(Band(of: measured(30, of: 30), whole: Measured()) == .tooFew)
    }

    @Test("What is far above the whole is clearly higher, also where everybody is satisfied")
    func higher() {
        let half = measured(500, of: 1_000)
        #expect(Band(of: measured(90, of: 100), whole: half) == .clearlyHigher(isAlarm: true))
        #expect(Band(of: measured(100, of: 100), whole: measured(1_000, of: 1_000)) == .same)
        #expect(Band(of: measured(99, of: 100), whole: measured(1_000, of: 1_000)) == .clearlyLower(isAlarm: true))
    }

    @Test("Five answers of one person are not five people")
    func pooled() {
        let pooled = Measured(counts: Counts(n2: 20, n4: 130), ratings: 30)
        #expect(pooled.people.n == 30 && pooled.people.satisfied == 26)
        #expect(Band(of: pooled, whole: whole) == .same)
        #expect(Band(of: measured(130, of: 150), whole: whole) == .clearlyLower(isAlarm: true))
    }

    @Test("The sums of the distribution are exact for small n and hold for a million")
    func binomial() {
        for n in [1, 7, 31, 32, 60] {
            for p in [0.0, 0.03, 0.5, 0.95, 1.0] {
                let binomial = Binomial(n: n, p: p)
                for k in -1...n {
                    #expect(abs(binomial.atMost(k) + binomial.atLeast(k + 1) - 1) < 1e-11, "\(n) \(p) \(k)")
                }
            }
        }
        #expect(abs(Binomial(n: 10, p: 0.5).atMost(4) - 386.0 / 1_024) < 1e-12)
        let many = Binomial(n: 1_000_000, p: 0.95)
        #expect(abs(many.atMost(950_000) - 0.5) < 0.002)
        // 1.96 standard deviations of 217.94 below the mean.
        #expect(abs(many.quantile(0.025) - (950_000 - 427)) <= 1)
    }

    @Test("A limit is the first count whose sum reaches its tail, for a few people and for a million")
    func quantile() {
        for n in [1, 2, 9, 20, 50, 147, 1_000, 50_001, 800_000] {
            for p in [0.0, 0.004, 0.08, 0.5, 0.92, 0.995, 1.0] {
                for tail in [0.001, 0.025, 0.5, 0.975] {
                    let binomial = Binomial(n: n, p: p)
                    let limit = binomial.quantile(tail)
                    #expect(binomial.atMost(limit) >= tail - 1e-12, "\(n) \(p) \(tail)")
                    #expect(binomial.atMost(limit - 1) < tail + 1e-12, "\(n) \(p) \(tail)")
                }
            }
        }
    }

    @Test("Each band has its words")
    func words() {
        #expect(Band.clearlyLower(isAlarm: true).words == "rõ ràng thấp hơn")
        #expect(Band.same.words == "không khác biệt" && Band.tooFew.words == "quá ít phiếu")
        #expect(Band.clearlyHigher(isAlarm: false).words == "rõ ràng cao hơn")
    }
}
