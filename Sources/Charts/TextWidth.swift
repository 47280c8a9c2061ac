/// About how wide text will be in the page's sans-serif font. The server has no fonts; the guess is on the wide side.
enum TextWidth {
    /// In the unit of `size`.
    static func of(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * size
    }

    /// `text` in at most `count` lines no wider than `width`; what is left over ends in "…".
    static func lines(_ text: String, size: Double, width: Double, count: Int) -> [String] {
        var lines: [String] = []
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        while !words.isEmpty, lines.count < count {
            var line = words.removeFirst()
            var taken = of(line, size: size)
            while let next = words.first {
                taken += of(" ", size: size) + of(next, size: size)
                guard taken <= width else { break }
                line += " " + next
                words.removeFirst()
            }
            if lines.count == count - 1, !words.isEmpty { line += " " + words.joined(separator: " ") }
            lines.append(cut(line, size: size, width: width))
        }
        return lines
    }

    private static func cut(_ line: String, size: Double, width: Double) -> String {
        guard of(line, size: size) > width else { return line }
        var kept = line
        while !kept.isEmpty, of(kept + "…", size: size) > width { kept.removeLast() }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// In em, after Segoe UI, Roboto and Noto Sans, the widest of them. A combining mark takes no room.
    private static func advance(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", "\u{a0}", ".", ",", ":", ";", "!", "'", "|", "i", "l", "j", "I", "(", ")", "/": 0.31
        case "t", "f", "r", "-": 0.4
        case "m", "M", "W", "w", "%": 0.88
        case "0"..."9": 0.57
        case "\u{300}"..."\u{36f}": 0
        default: scalar.properties.isUppercase ? 0.7 : 0.58
        }
    }
}
