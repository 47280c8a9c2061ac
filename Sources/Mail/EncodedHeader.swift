import Foundation

/// Header lines in ASCII: free text cleaned, and put into encoded-words of RFC 2047 (UTF-8, base64) where needed.
enum EncodedHeader {
    /// RFC 2047, 2: no line that holds an encoded-word is longer than this.
    private static let line = 76
    private static let opening = "=?UTF-8?B?"
    private static let closing = "?="

    static func text(_ name: String, _ value: String) -> String {
        let value = cleaned(value)
        let plain = value.utf8.allSatisfy { (0x20...0x7e).contains($0) } && !value.contains("=?")
        let fits = name.utf8.count + 2 + value.utf8.count <= line
        return "\(name): " + (plain && fits ? value : words(value, after: name.utf8.count + 2))
    }

    static func mailbox(_ name: String, _ mailbox: Mailbox) -> String {
        let value = cleaned(mailbox.name)
        guard !value.isEmpty else { return "\(name): <\(mailbox.address)>" }
        // In a phrase only atoms may stand unquoted; anything else is encoded, which is always allowed.
        let plain = value.utf8.count <= 50 && value.utf8.allSatisfy { Mailbox.isLetterOrDigit($0) || $0 == 0x20 }
        let phrase = plain ? value : words(value, after: name.utf8.count + 2)
        return "\(name): \(phrase)\r\n <\(mailbox.address)>"
    }

    /// Without controls, line breaks and marks that turn the reading direction: a subject has to read as it is
    /// stored, and a name must not be able to show another address than its own.
    static func cleaned(_ value: String) -> String {
        var kept = ""
        for scalar in value.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0a, 0x0d, 0x85, 0x2028, 0x2029, 0x20: if kept.last != " " { kept.append(" ") }
            case 0x00...0x1f, 0x7f...0x9f: break
            case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: break
            default: kept.unicodeScalars.append(scalar)
            }
        }
        if kept.first == " " { kept.removeFirst() }
        if kept.last == " " { kept.removeLast() }
        return kept
    }

    /// Words of at most 75 characters, folded onto lines of their own, split between characters.
    /// - Parameter used: columns of the first line that the header's name takes.
    private static func words(_ value: String, after used: Int) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        for piece in value.flatMap(pieces) {
            if bytes.count + piece.count > room(after: words.isEmpty ? used : 1) {
                words.append(word(bytes))
                bytes = []
            }
            bytes += piece
        }
        words.append(word(bytes))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String {
        opening + Data(bytes).base64EncodedString() + closing
    }

    /// Bytes of UTF-8 that fit into one word on a line whose first `used` columns are taken.
    private static func room(after used: Int) -> Int {
        (min(75, line - used) - opening.utf8.count - closing.utf8.count) / 4 * 3
    }

    /// A character with all its marks stays in one word, unless someone piled up more marks than fit.
    private static func pieces(_ character: Character) -> [[UInt8]] {
        let whole = Array(character.utf8)
        return whole.count <= 36 ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
    }
}
