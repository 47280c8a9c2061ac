import Foundation

/// What the counts of a cell say. Every figure carries its n (Statistics.md).
package struct Figure: Hashable, Sendable {
    package let counts: Counts

    package init(_ counts: Counts) { self.counts = counts }

    package var n: Int { counts.n }
    package var satisfied: Int { counts.n4 + counts.n5 }
    /// Tỷ lệ hài lòng, 0..1; nil without answers. Level 3 is visible and is not "satisfied".
    package var share: Double? { n == 0 ? nil : Double(satisfied) / Double(n) }
    /// Tỷ lệ không hài lòng, 0..1.
    package var dissatisfiedShare: Double? { n == 0 ? nil : Double(counts.n1 + counts.n2) / Double(n) }
    /// Điểm trung bình, 1..5.
    package var mean: Double? {
        n == 0 ? nil : Double(zip(counts.levels, 1...5).reduce(0) { $0 + $1.0 * $1.1 }) / Double(n)
    }
    /// 95 % interval of the share.
    package var interval: WilsonInterval { WilsonInterval(successes: satisfied, of: n) }
    package var size: SampleSize { SampleSize(n: n) }
}

/// Wilson's score interval at 95 % (Statistics.md; E. B. Wilson, JASA 1927;22:209).
package struct WilsonInterval: Hashable, Sendable {
    /// The 97.5th percentile of the normal distribution.
    package static let z = 1.959963984540054
    package let low: Double
    package let high: Double

    /// - Parameters: successes 0..n. Without any trial the interval is 0..1.
    package init(successes: Int, of n: Int) {
        self.init(share: n > 0 ? Double(successes) / Double(n) : 0, of: n)
    }

    /// - Parameters: share 0..1. Without any trial the interval is 0..1.
    package init(share p: Double, of n: Int) {
        guard n > 0 else {
            (low, high) = (0, 1)
            return
        }
        let n = Double(n), z2 = Self.z * Self.z
        let centre = (p + z2 / (2 * n)) / (1 + z2 / n)
        let half = Self.z / (1 + z2 / n) * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
        low = max(0, centre - half)
        high = min(1, centre + half)
    }
}

/// What may be shown of a figure inside the authority (Statistics.md, "Small numbers").
package enum SampleSize: Hashable, Sendable {
    /// n < 5: nothing but n.
    case hidden
    /// 5..9: "quá ít phiếu".
    case tooFew
    /// 10..29: the interval, without colour or rank.
    case provisional
    /// 30 and more.
    case full

    package init(n: Int) {
        self =
            switch n {
            case ..<5: .hidden
            case ..<10: .tooFew
            case ..<30: .provisional
            default: .full
            }
    }

    /// An official's own figures: nothing under 30, provisional 30..59, full from 60.
    package init(ofOfficial n: Int) {
        self =
            switch n {
            case ..<30: .hidden
            case ..<60: .provisional
            default: .full
            }
    }
}
