/// What somebody may have meant by a mistyped word.
enum Similar {
    /// The nearest of `words` by edits (insert, delete, replace), if it takes at most two; of equals the first by name.
    static func nearest(to typed: String, in words: [String]) -> String? {
        let letters = Array(typed.lowercased().unicodeScalars)
        return words.map { (distance: edits(letters, Array($0.lowercased().unicodeScalars)), word: $0) }
            .filter { $0.distance <= 2 }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard abs(a.count - b.count) <= 2 else { return 3 }
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
