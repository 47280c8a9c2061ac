/// SplitMix64: the same seed, the same throws. For invented history only.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    /// 0 ..< 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
    mutating func happens(_ probability: Double) -> Bool { share() < probability }
    mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// The first value when there is nothing to choose from.
    mutating func one<Value>(of values: [Value], else none: Value) -> Value {
        values.randomElement(using: &self) ?? none
    }

    /// An index, drawn by weight.
    mutating func index(by weights: [Double]) -> Int {
        var left = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }

    /// How often something happens that happens `mean` times on average (Knuth's way, good for small means).
    mutating func poisson(_ mean: Double) -> Int {
        let limit = Double.exp(-mean)
        var product = share()
        var count = 0
        while product > limit {
            product *= share()
            count += 1
        }
        return count
    }
}

extension Double {
    /// e to the power of `x`, for -50 < x <= 0: enough for `poisson`, without a library.
    fileprivate static func exp(_ x: Double) -> Double {
        var sum = 1.0
        var term = 1.0
        let part = x / 64
        for n in 1...12 {
            term *= part / Double(n)
            sum += term
        }
        var power = sum
        for _ in 0..<6 { power *= power }
        return power
    }
}
