/// The limits within which shares of n ratings fall by chance alone, when nothing differs from the whole: exact
/// binomial, 95 % to watch and 99.8 % to act (Statistics.md; D. Spiegelhalter, Statistics in Medicine 2005;24:1185).
package struct Funnel: Hashable, Sendable {
    /// Shares 0..1; a share below `low` or above `high` is outside.
    package struct Limits: Hashable, Sendable {
        package let low: Double
        package let high: Double
    }

    /// Chance on one side of the 95 % limits, and of the 99.8 % limits.
    package static let watch = 0.025
    package static let alarm = 0.001

    /// The share of the whole, 0..1.
    package let mean: Double

    package init(mean: Double) { self.mean = min(1, max(0, mean)) }

    /// - Parameters:
    ///   - n: above 0.
    ///   - tail: `watch` or `alarm`.
    package func limits(n: Int, tail: Double) -> Limits {
        guard n > 0 else { return Limits(low: 0, high: 1) }
        let low = Binomial(n: n, p: mean).quantile(tail)
        let high = n - Binomial(n: n, p: 1 - mean).quantile(tail)
        return Limits(low: Double(low) / Double(n), high: Double(high) / Double(n))
    }

    /// The same limits as a smooth line, for drawing: between the last count inside and the first one outside
    /// (Spiegelhalter, appendix A.1.1), so that a dot is beyond the line exactly when it is beyond the limit. Where
    /// nobody can be beyond it, the line lies outside of 0..1.
    package func line(n: Int, tail: Double) -> Limits {
        guard n > 0 else { return Limits(low: 0, high: 1) }
        return Limits(low: Self.edge(n, mean, tail), high: 1 - Self.edge(n, 1 - mean, tail))
    }

    private static func edge(_ n: Int, _ mean: Double, _ tail: Double) -> Double {
        let binomial = Binomial(n: n, p: mean)
        let inside = binomial.quantile(tail)
        let (upTo, before) = (binomial.atMost(inside), binomial.atMost(inside - 1))
        let step = upTo > before ? (upTo - tail) / (upTo - before) : 0
        return (Double(inside) - min(1, max(0, step))) / Double(n)
    }

    /// How likely so few of n are satisfied by chance, and so many; 0..1.
    func chance(_ successes: Int, of n: Int) -> (soFew: Double, soMany: Double) {
        let binomial = Binomial(n: n, p: mean)
        return (binomial.atMost(successes), binomial.atLeast(successes))
    }
}
