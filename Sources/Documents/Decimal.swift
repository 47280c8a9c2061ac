/// A number in digits, half rounded away from zero as on the pages, without thousands marks: spreadsheets add those themselves.
enum Decimal {
    static func written(_ value: Double, decimals: Int, mark: String) -> String {
        let digits = min(max(decimals, 0), 9)
        var unit = 1
        for _ in 0..<digits { unit *= 10 }
        // A share such as 0.1438 is a hair below itself in binary: the nudge makes it what the page says.
        // Beyond 2⁵³ a Double has no such digits, and beyond 2⁶³ no Int.
        let scaled = (value.magnitude * Double(unit) + 1e-9).rounded()
        guard value.isFinite, scaled < 9_007_199_254_740_992 else { return "" }

        let whole = Int(scaled)
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return sign + String(whole) }
        let fraction = String(whole % unit)
        return sign + String(whole / unit) + mark + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
