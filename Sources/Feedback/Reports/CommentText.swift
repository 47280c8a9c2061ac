/// A comment as it is searched: whole words, because a Vietnamese word is a syllable and "an" stands inside half of
/// them. Kept beside the comment, so that a search is a plain LIKE in every database.
package struct CommentText: Sendable, Hashable {
    /// Lower case, decomposed, the tone at the end of each word (`CommentWords`); one space before, between and after.
    package let typed: String
    /// The same without diacritics, đ as d.
    package let plain: String

    package init(_ comment: String) {
        let words = CommentWords(comment).typed
        typed = Self.line(words)
        plain = Self.line(words.map(CommentWords.plain))
    }

    fileprivate static func line(_ words: [String]) -> String { " \(words.joined(separator: " ")) " }
}

/// What somebody looks for: every word must occur, and what stands in quotation marks as it stands there.
/// A word typed without diacritics finds both spellings ("cham" finds "chậm"), one typed with them only itself.
package struct CommentSearch: Sendable, Hashable {
    /// Letters of a search; what is longer is cut off.
    package static let longest = 200
    /// Words and phrases of a search; more would only make it slow.
    package static let mostParts = 12

    package struct Part: Sendable, Hashable {
        /// " cham ", " boi duong ": letters, digits and single spaces.
        package let text: String
        /// Whether to look in `CommentText.plain`.
        package let isPlain: Bool
    }

    package let parts: [Part]

    package init(_ typed: String) {
        let pieces = typed.prefix(Self.longest).split(omittingEmptySubsequences: false) { "\"“”".contains($0) }
        var parts: [Part] = []
        for (place, piece) in pieces.enumerated() {
            let words = CommentWords(String(piece)).typed
            // Every second piece stood between two marks.
            let isPhrase = !place.isMultiple(of: 2) && words.count > 1
            if isPhrase { parts.append(Part(text: CommentText.line(words.map(CommentWords.plain)), isPlain: true)) }
            for word in words where !isPhrase || CommentWords.plain(word) != word {
                parts.append(Part(text: CommentText.line([word]), isPlain: CommentWords.plain(word) == word))
            }
        }
        self.parts = Array(parts.prefix(Self.mostParts))
    }

    package var isEmpty: Bool { parts.isEmpty }
}
