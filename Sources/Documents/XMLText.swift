/// XML, built up. Everything that comes from outside is escaped here and nowhere else.
struct XMLText {
    private(set) var text = ""

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// - Parameter attributes: names from the code, values from anywhere.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        open(name, attributes)
        text += "/>"
    }

    mutating func element<Fault: Error>(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ body: (inout XMLText) throws(Fault) -> Void
    ) throws(Fault) {
        open(name, attributes)
        text += ">"
        try body(&self)
        text += "</\(name)>"
    }

    mutating func words(_ words: String) { text += Self.escaped(words) }

    mutating func append(_ other: XMLText) { text += other.text }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    }

    static func escaped(_ raw: String) -> String {
        // Nearly all texts are plain, and then nothing is copied.
        guard raw.unicodeScalars.contains(where: { needsCare($0) }) else { return raw }
        var safe = ""
        for scalar in legal(raw).unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\t", "\n": safe += " "
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Without what XML 1.0 forbids and what no page shows: control characters but LF and TAB, noncharacters. Of a line
    /// end CR LF the LF stays.
    static func legal(_ raw: String) -> String {
        guard raw.unicodeScalars.contains(where: { isForbidden($0) }) else { return raw }
        var legal = String.UnicodeScalarView()
        legal.append(contentsOf: raw.unicodeScalars.filter { !isForbidden($0) })
        return String(legal)
    }

    private static func needsCare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "&", "<", ">", "\"", "'", "\t", "\n": true
        default: isForbidden(scalar)
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n": false
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": true
        default: false
        }
    }
}
