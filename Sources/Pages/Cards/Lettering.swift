import Foundation

/// A text broken into lines at one size, ready to be drawn.
struct Lettering: Equatable {
    /// Precomposed (NFC): many fonts place the marks of decomposed letters badly.
    let lines: [String]
    /// In the unit of the drawing.
    let size: Double

    /// Prefers a large size, and lines that end where a phrase ends: one size less is given up for a phrase kept whole.
    /// A text that needs too many lines even at the last size is cut there with "…".
    /// - Parameters:
    ///   - sizes: from large to small, not empty.
    ///   - width: of the column, in the unit of `sizes`.
    init(_ text: String, sizes: [Double], width: Double, lines limit: Int, glyphs: GlyphWidths) {
        let attempts = sizes.map { size in
            (size: size, lines: BrokenLines(text, room: Int(width / size * 1000), glyphs: glyphs))
        }
        let fitting = attempts.enumerated().filter { $0.element.lines.texts.count <= limit }
        let best = fitting.min { Self.cost($0.offset, $0.element.lines) < Self.cost($1.offset, $1.element.lines) }
        let chosen = best?.element ?? attempts[attempts.count - 1]
        var lines = chosen.lines.texts.prefix(limit).map(\.precomposedStringWithCanonicalMapping)
        if chosen.lines.texts.count > limit { lines[limit - 1] += "…" }
        self.lines = lines
        size = chosen.size
    }

    private static func cost(_ step: Int, _ lines: BrokenLines) -> Double {
        Double(step) * 0.6 + Double(lines.brokenPhrases)
    }
}
