import Foundation

extension AlertPolicy {
    /// The gravest category a rating belongs to; nil for one that is not negative.
    package func category(of rating: Rating) -> Category? {
        category(lowest: rating.answers.lowest, reasons: rating.reasons, comment: rating.comment)
    }

    package func category(lowest: Level?, reasons: [Reason], comment: String?) -> Category? {
        let isLow = lowest.map { $0.rawValue <= negativeLevel } ?? false
        if !isLow && reasons.isEmpty && comment == nil { return nil }
        let words = comment.map(CommentWords.init)
        return categories.first { category in
            reasons.contains(where: category.reasons.contains)
                || words.map { words in category.words.contains { words.contain($0) } } ?? false
                || category.lowLevels && isLow
        }
    }
}

/// The words of a comment, to look for phrases in. People type with and without diacritics: a word typed without any
/// matches both ways, one typed with them only itself ("quat" may mean "quát", "quạt" never does). Where the tone
/// stands does not matter: "dọa" and "doạ" are one word in two schools of spelling.
struct CommentWords {
    /// In their order; decomposed, the tone at the end of each.
    let typed: [String]

    init(_ text: String) {
        typed = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(Self.spelled)
    }

    func contain(_ phrase: String) -> Bool {
        let wanted = CommentWords(phrase).typed
        guard !wanted.isEmpty, wanted.count <= typed.count else { return false }
        let plain = wanted.map(Self.plain)
        return (0...(typed.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { typed[start + $0] == wanted[$0] || typed[start + $0] == plain[$0] }
        }
    }

    /// Decomposed, with the tone at the end of the word.
    private static func spelled(_ word: Substring) -> String {
        let scalars = word.decomposedStringWithCanonicalMapping.unicodeScalars
        let isTone = { (scalar: Unicode.Scalar) in "\u{300}\u{301}\u{303}\u{309}\u{323}".unicodeScalars.contains(scalar)
        }
        return String(String.UnicodeScalarView(scalars.filter { !isTone($0) } + scalars.filter(isTone)))
    }

    /// Without diacritics, đ as d.
    static func plain(_ word: String) -> String {
        String(
            String.UnicodeScalarView(
                word.decomposedStringWithCanonicalMapping.unicodeScalars
                    .filter { !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark }
                    .map { $0 == "đ" ? "d" : $0 }))
    }
}
