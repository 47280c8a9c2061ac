import Foundation

/// Sums of the binomial distribution, exact to about twelve digits, for n from 0 to millions: the terms are summed
/// from the one asked for outwards, until they no longer count.
struct Binomial {
    let n: Int
    /// 0..1.
    let p: Double

    /// P(X ≤ k).
    func atMost(_ k: Int) -> Double {
        if k < 0 { return 0 }
        if k >= n { return 1 }
        if p <= 0 { return 1 }
        if p >= 1 { return 0 }
        return Double(k) <= Double(n) * p ? sum(from: k, step: -1) : 1 - sum(from: k + 1, step: 1)
    }

    /// P(X ≥ k).
    func atLeast(_ k: Int) -> Double { Binomial(n: n, p: 1 - p).atMost(n - k) }

    /// The smallest k with P(X ≤ k) ≥ `tail`.
    /// - Parameter tail: above 0, at most 1.
    func quantile(_ tail: Double) -> Int {
        if p <= 0 || p >= 1 { return p <= 0 ? 0 : n }
        // The normal curve is right to a step or two, whatever n; from there the terms are walked one by one.
        let mean = Double(n) * p
        let guess = mean + Self.normalQuantile(tail) * (mean * (1 - p)).squareRoot()
        var k = Int(min(Double(n), max(0, guess.rounded())))
        var sum = atMost(k)
        if sum < tail {
            while sum < tail, k < n {
                k += 1
                sum += probability(k)
            }
            return k
        }
        while k > 0 {
            sum -= probability(k)
            if sum < tail { break }
            k -= 1
        }
        return k
    }

    /// z with Φ(z) = `tail`, to about a millionth.
    private static func normalQuantile(_ tail: Double) -> Double {
        var (low, high) = (-9.0, 9.0)
        while high - low > 1e-6 {
            let middle = (low + high) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < tail { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Outwards from the mean every term is smaller than the one before.
    private func sum(from start: Int, step: Int) -> Double {
        var k = start
        var term = probability(k)
        var total = 0.0
        while term > total * 1e-16, (0...n).contains(k) {
            total += term
            term *=
                step > 0
                ? Double(n - k) / Double(k + 1) * p / (1 - p)
                : Double(k) / Double(n - k + 1) * (1 - p) / p
            k += step
        }
        return min(1, total)
    }

    private func probability(_ k: Int) -> Double {
        let choices = Self.logFactorial(n) - Self.logFactorial(k) - Self.logFactorial(n - k)
        return exp(choices + Double(k) * log(p) + Double(n - k) * log1p(-p))
    }

    /// ln n!, by Stirling's series where it is exact enough; the C library's keeps a global sign.
    static func logFactorial(_ n: Int) -> Double {
        if n < 32 { return n < 2 ? 0 : (2...n).reduce(0) { $0 + log(Double($1)) } }
        let x = Double(n)
        let series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1_260 * x * x * x * x * x)
        return x * log(x) - x + 0.5 * log(2 * Double.pi * x) + series
    }
}
