/// JSON as it goes out to other programs: names in our order, numbers with a fixed number of decimals, so that equal
/// figures are equal bytes (RFC 8259).
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// `decimals`: 0...9. Not a number is null.
    case decimal(Double, decimals: Int)
    case text(String)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])

    package static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
    package static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

    package static func decimal(_ value: Double?, decimals: Int) -> JSONValue {
        value.map { .decimal($0, decimals: decimals) } ?? .null
    }

    /// With a line's end.
    package var written: String {
        var out = ""
        write(to: &out)
        out += "\n"
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .decimal(let value, let decimals): out += Self.digits(value, decimals)
        case .text(let value): Self.write(value, to: &out)
        case .list(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { out += "," }
                Self.write(member.name, to: &out)
                out += ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }

    private static func digits(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite, value.magnitude < 1e6 else { return "null" }
        var unit = 1
        for _ in 0..<min(max(decimals, 0), 9) { unit *= 10 }
        // A share such as 0.285 is a hair below itself in binary: the nudge is that of `Formats`.
        let scaled = Int((value.magnitude * Double(unit) + 1e-9).rounded())
        let sign = value < 0 && scaled != 0 ? "-" : ""
        guard unit > 1 else { return sign + String(scaled) }
        let fraction = String(unit + scaled % unit).dropFirst()
        return "\(sign)\(scaled / unit).\(fraction)"
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20:
                let digits = Array("0123456789abcdef")
                out += "\\u00\(digits[Int(scalar.value >> 4)])\(digits[Int(scalar.value & 15)])"
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
