/// A proportion with its interval, all in 0...1.
package struct Share: Sendable, Equatable {
    package let value: Double
    package let low: Double
    package let high: Double

    /// Values outside 0...1, or not a number, are brought inside.
    package init(_ value: Double, low: Double, high: Double) {
        self.value = Self.inside(value)
        self.low = Self.inside(low)
        self.high = Self.inside(high)
    }

    static func inside(_ value: Double) -> Double {
        value.isNaN ? 0 : min(max(value, 0), 1)
    }
}

/// What is to be reached: a dashed line with its name.
package struct Target: Sendable, Equatable {
    /// 0...1
    package let value: Double
    /// Without the figure, which is written after it: "Mục tiêu 2026".
    package let name: String

    package init(_ value: Double, name: String) {
        self.value = Share.inside(value)
        self.name = name
    }

    var label: String { "\(name) \(VietnameseNumber.shortPercent(value))" }
}
