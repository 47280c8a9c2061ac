/// SVG text, built up. Everything that comes from outside is escaped here and nowhere else.
struct Markup {
    private(set) var text = ""

    /// `attributes`: names from the code, values from anywhere.
    mutating func element(_ name: String, _ attributes: [(String, String)], content: String? = nil) {
        open(name, attributes, closed: content == nil)
        if let content {
            text += Self.escaped(content) + "</\(name)>"
        }
    }

    mutating func group(_ name: String, _ attributes: [(String, String)] = [], _ body: (inout Markup) -> Void) {
        open(name, attributes, closed: false)
        body(&self)
        text += "</\(name)>"
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)], closed: Bool) {
        text += "<"
        text += name
        for (key, value) in attributes {
            text += " "
            text += key
            text += "=\""
            text += Self.escaped(value)
            text += "\""
        }
        text += closed ? "/>" : ">"
    }

    /// Also drops what XML 1.0 does not allow, so that a stray control character never breaks a page or a PDF.
    static func escaped(_ raw: String) -> String {
        if isSafe(raw) { return raw }
        var safe = ""
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\t", "\n", "\r": safe.unicodeScalars.append(" ")
            case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": break
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Whether nothing is to be escaped or dropped. Beyond ASCII, control characters are 0xc2 and a byte below 0xa0, and
    /// what XML forbids ends in 0xbf and 0xbe or 0xbf; a no-break space, which every percentage has, is safe.
    private static func isSafe(_ raw: String) -> Bool {
        var previous: UInt8 = 0
        for byte in raw.utf8 {
            switch byte {
            case 0x00...0x1f, 0x22, 0x26, 0x27, 0x3c, 0x3e, 0x7f: return false
            case 0x80...0x9f where previous == 0xc2: return false
            case 0xbe, 0xbf: if previous == 0xbf { return false }
            default: break
            }
            previous = byte
        }
        return true
    }

    /// A coordinate with at most two decimals and a point, whatever the machine's language.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let written = String(whole) + decimals[Int(rest)]
        return hundredths < 0 ? "-" + written : written
    }

    /// What stands behind the whole number for 0 to 99 hundredths: "", ".01", … ".1", … ".99".
    private static let decimals = [""] + (1...99).map { $0 % 10 == 0 ? ".\($0 / 10)" : $0 < 10 ? ".0\($0)" : ".\($0)" }
}
