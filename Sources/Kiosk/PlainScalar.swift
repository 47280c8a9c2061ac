import Yams

/// What an unquoted word of YAML means. Yams can tell by regular expressions, which takes most of a second for a large
/// organisation; this takes none. Kept to YAML 1.1, which editors and other tools read as well.
enum PlainScalar: Equatable {
    case null, bool(Bool), number, text

    init(_ scalar: Node.Scalar) {
        guard scalar.style == .plain || scalar.style == .any else {
            self = .text
            return
        }
        self.init(plain: scalar.string)
    }

    /// What `text` means without quotes.
    init(plain text: String) {
        switch text.lowercased() {
        case "", "~", "null": self = .null
        case "true", "yes", "on": self = .bool(true)
        case "false", "no", "off": self = .bool(false)
        case let text: self = Self.isNumber(text) ? .number : .text
        }
    }

    /// 12, -3, 1.1, 1_000, 0x1f, 7:30 (sixty-fold in YAML 1.1), 1e3.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : Substring(text)
        if digits.hasPrefix("0x") || digits.hasPrefix("0o") || digits.hasPrefix("0b") {
            return Int(digits.dropFirst(2).filter { $0 != "_" }, radix: 16) != nil
        }
        guard let first = digits.utf8.first(where: { $0 != UInt8(ascii: ".") }),
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return [".inf", ".nan"].contains(String(digits)) }
        if digits.contains(":") { return digits.split(separator: ":").allSatisfy { Double($0) != nil } }
        return Double(digits.filter { $0 != "_" }) != nil
    }
}
