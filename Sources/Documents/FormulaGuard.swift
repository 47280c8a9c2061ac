/// Keeps text from being run as a formula by the spreadsheet that opens it (OWASP ASVS 5.0, 1.2.10).
enum FormulaGuard {
    /// `text` with an apostrophe where a spreadsheet could begin to read a formula.
    ///
    /// - A cell that begins with `= + - @` (full-width and small forms too), also behind blanks and invisible
    ///   characters, or with TAB, CR, LF or NUL, gets an apostrophe in front.
    /// - Inside a cell the same characters get one after `, ;`, TAB and line ends: with another separator in the
    ///   region's settings Excel would split the line there, quotes or not, and run what follows.
    /// - Control characters, which no spreadsheet shows, become U+FFFD.
    static func safe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "" }
        let seen = text.unicodeScalars.first { !isUnseen($0) }
        var safe = opensDangerously(first) || seen.map(startsFormula) == true ? "'".unicodeScalars : "".unicodeScalars
        var beginsCell = false
        for scalar in text.unicodeScalars {
            if beginsCell, startsFormula(scalar) { safe.append("'") }
            beginsCell = splitsCell(scalar) || beginsCell && (isUnseen(scalar) || scalar == "\"")
            safe.append(isControl(scalar) ? "\u{fffd}" : scalar)
        }
        return String(safe)
    }

    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@": true
        // Full-width and small forms, and the minus sign: Excel reads some of them as the plain ones.
        case "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": true
        case "\u{fe66}", "\u{fe62}", "\u{fe63}", "\u{fe6b}", "\u{2212}": true
        default: false
        }
    }

    private static func opensDangerously(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\r" || scalar == "\n" || scalar == "\0"
    }

    private static func splitsCell(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "\t" || scalar == "\r" || scalar == "\n"
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint || isControl(scalar)
    }

    /// C0 and C1 without TAB, LF and CR, and DEL.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }
}
