import Foundation

/// A text in as few lines as a room allows; among the ways to do that, the one with even lines that end at a dash or a
/// comma.
struct BrokenLines {
    /// Decomposed, as they were measured.
    let texts: [String]
    /// How many lines end in the middle of a phrase.
    let brokenPhrases: Int

    /// - Parameter room: thousandths of the type size.
    init(_ text: String, room: Int, glyphs: GlyphWidths) {
        let words = Self.words(of: text, room: room, glyphs: glyphs)
        let widths = words.map { glyphs.width(ofDecomposed: $0) }
        let ends = Self.ends(of: words, widths: widths, space: glyphs.width(ofDecomposed: " "), room: room)
        var start = 0
        texts = ends.map { end in
            defer { start = end }
            return words[start..<end].joined(separator: " ")
        }
        brokenPhrases = ends.dropLast().count { !Self.endsPhrase(words[$0 - 1]) }
    }

    /// A dash stays with the word before it, so that no line begins with one; a word wider than the room is broken.
    private static func words(of text: String, room: Int, glyphs: GlyphWidths) -> [String] {
        var words: [String] = []
        for word in text.decomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace) {
            if dashes.contains(word), let last = words.last {
                words[words.count - 1] = last + " " + word
            } else if glyphs.width(ofDecomposed: word) <= room {
                words.append(String(word))
            } else {
                words += pieces(of: word, room: room, glyphs: glyphs)
            }
        }
        return words
    }

    private static let dashes: Set<Substring> = ["–", "-", "—", "·"]

    private static func pieces(of word: Substring, room: Int, glyphs: GlyphWidths) -> [String] {
        var pieces = [""]
        for character in word {
            let longer = pieces[pieces.count - 1] + String(character)
            if glyphs.width(ofDecomposed: longer) <= room || pieces[pieces.count - 1].isEmpty {
                pieces[pieces.count - 1] = longer
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    private static func endsPhrase(_ word: String) -> Bool {
        guard let last = word.last else { return false }
        return "–-—·,;:.".contains(last)
    }
}

extension BrokenLines {
    /// The way to set the words up to one of them.
    private struct Setting {
        var lines = 0
        var cost = 0.0
        /// Where the last line begins.
        var start = 0
    }

    /// For each line, the number of words up to its end. Knuth and Plass's idea: the best setting up to a word is the
    /// best setting up to some earlier word and one line more.
    private static func ends(of words: [String], widths: [Int], space: Int, room: Int) -> [Int] {
        guard !words.isEmpty else { return [] }
        var settings = [Setting()]
        for end in 1...words.count {
            var best: Setting?
            var width = -space
            for start in stride(from: end - 1, through: 0, by: -1) {
                width += space + widths[start]
                // A dash that hangs on a word may make it wider than the room: it stands alone then.
                guard width <= room || start == end - 1 else { break }
                let rest = Double(room - width) / Double(room)
                let broken = end < words.count && !endsPhrase(words[end - 1]) ? 0.2 : 0
                let setting = Setting(
                    lines: settings[start].lines + 1, cost: settings[start].cost + rest * rest + broken, start: start)
                if let other = best, (other.lines, other.cost) <= (setting.lines, setting.cost) { continue }
                best = setting
            }
            settings.append(best ?? Setting())
        }
        var ends: [Int] = []
        var end = words.count
        while end > 0 {
            ends.insert(end, at: 0)
            end = settings[end].start
        }
        return ends
    }
}
