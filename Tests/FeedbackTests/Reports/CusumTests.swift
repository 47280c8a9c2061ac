import Feedback
import TestSupport
import Testing

@Suite("The sum that notices a rise")
struct CusumTests {
    /// Ratings until the first alarm, on average of so many tries.
    private func ratings(_ cusum: BernoulliCusum, at share: Double, tries: Int) -> Double {
        var dice = Dice(seed: 20_261_121)
        var total = 0
        for _ in 0..<tries {
            var sum = 0.0
            repeat {
                total += 1
                sum = cusum.sum(after: sum, isNegative: Double(dice.next() >> 11) / Double(1 << 53) < share)
            } while !cusum.isAlarm(sum)
        }
        return Double(total) / Double(tries)
    }

    @Test(
        "How long it waits and how soon it notices are those of the table",
        arguments: [
            (0.05, 0.15, 3.0, 530.0, 36.0), (0.05, 0.15, 4.0, 1_470.0, 51.0), (0.05, 0.20, 3.0, 370.0, 20.0),
            (0.10, 0.25, 3.0, 380.0, 27.0),
        ])
    func table(ordinary: Double, raised: Double, threshold: Double, quiet: Double, quick: Double) {
        let cusum = BernoulliCusum(ordinary: ordinary, raised: raised, threshold: threshold)
        let (between, until) = (
            ratings(cusum, at: ordinary, tries: 800), ratings(cusum, at: raised, tries: 3_000)
        )
        #expect(abs(between - quiet) / quiet < 0.15, "\(between)")
        #expect(abs(until - quick) / quick < 0.08, "\(until)")
    }

    @Test("It never falls below 0, and a streak of good ratings forgives nothing that comes later")
    func floor() {
        var sum = 0.0
        for _ in 0..<1_000 { sum = BernoulliCusum.usual.sum(after: sum, isNegative: false) }
        #expect(sum == 0)
        for _ in 0..<3 { sum = BernoulliCusum.usual.sum(after: sum, isNegative: true) }
        #expect(!BernoulliCusum.usual.isAlarm(sum))
        #expect(BernoulliCusum.usual.isAlarm(BernoulliCusum.usual.sum(after: sum, isNegative: true)))
    }
}
