/// What stands on the tabs of a workbook.
enum SheetName {
    static let longest = 31

    /// Names that Excel takes: not empty, at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe, not "History",
    /// and no two alike.
    static func names(for wanted: [String]) -> [String] {
        var taken: Set<String> = ["history"]
        return wanted.map { wanted in
            let base = cleaned(wanted).isEmpty ? "Bảng" : cleaned(wanted)
            var name = cut(base, to: longest)
            var number = 2
            while taken.contains(name.lowercased()) {
                let ending = " (\(number))"
                name = cut(base, to: longest - ending.utf16.count) + ending
                number += 1
            }
            taken.insert(name.lowercased())
            return name
        }
    }

    private static func cleaned(_ name: String) -> String {
        let kept = XMLText.legal(name).map { character -> Character in
            switch character {
            // An apostrophe in the middle is allowed, but the names of charts' ranges stand in apostrophes.
            case "[", "]", ":", "*", "?", "/", "\\", "'": " "
            default: character.isWhitespace ? " " : character
            }
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    private static func cut(_ name: String, to most: Int) -> String {
        var name = name[...]
        while name.utf16.count > most || name.last == " " { name.removeLast() }
        return String(name)
    }
}
