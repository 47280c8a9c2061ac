/// Numbers as Vietnamese readers write them: decimal comma, points between thousands, a space before %.
enum VietnameseNumber {
    /// U+00A0, so that figure and sign stay on one line.
    static let space = "\u{a0}"

    /// 0.931 → "93,1 %"
    static func percent(_ share: Double) -> String { oneDecimal(share) + space + "%" }

    /// 0.9 → "90 %", 0.925 → "92,5 %": for round figures such as targets and axes.
    static func shortPercent(_ share: Double) -> String {
        let tenths = Int((Share.inside(share) * 1_000 + 1e-9).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)\(space)%" : percent(share)
    }

    /// 0.931 → "93,1", in percent
    static func oneDecimal(_ share: Double) -> String {
        let tenths = Int((Share.inside(share) * 1_000 + 1e-9).rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }

    /// 1234567 → "1.234.567"
    static func count(_ value: Int) -> String {
        var written = ""
        for (index, digit) in String(value.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { written.append(".") }
            written.append(digit)
        }
        return (value < 0 ? "-" : "") + String(written.reversed())
    }
}
