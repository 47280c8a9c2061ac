import Foundation

/// A sum that grows with each dissatisfied rating and shrinks with each other one, never below 0; where it reaches the
/// threshold, the share of dissatisfied ratings has probably risen (Statistics.md, "Change over time").
package struct BernoulliCusum: Hashable, Sendable {
    /// The share of dissatisfied ratings that is ordinary, and the one that is to be noticed; 0..1.
    package let ordinary: Double
    package let raised: Double
    /// h.
    package let threshold: Double

    package init(ordinary: Double, raised: Double, threshold: Double) {
        self.ordinary = ordinary
        self.raised = raised
        self.threshold = threshold
    }

    /// 5 % to 15 % at h = 4: about 1,470 ratings between two false alarms, about 51 until a real rise is noticed.
    package static let usual = BernoulliCusum(ordinary: 0.05, raised: 0.15, threshold: 4)

    /// The sum after one more rating. An alarm has it begin at 0 again.
    package func sum(after sum: Double, isNegative: Bool) -> Double {
        max(0, sum + (isNegative ? log(raised / ordinary) : log((1 - raised) / (1 - ordinary))))
    }

    package func isAlarm(_ sum: Double) -> Bool { sum >= threshold }
}
