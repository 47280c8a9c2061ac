/// One bar of five levels, 0 to 100 %.
struct FiveLevelBar {
    /// Free space between two levels, so that neighbours stay apart without colour.
    static let gap = 1.0

    let counts: LevelCounts
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    /// Where the hatching is defined; must be unique on the page.
    let hatchID: String
    /// Where the target's line will cross; values keep clear of it.
    var crossing: Double?

    func draw(on canvas: inout Canvas, valueSize: Double?) {
        let evidence = Evidence(n: counts.total)
        guard evidence != .tooFew, let edges = counts.edges else {
            canvas.nothing(from: x, to: x + width, y: y + height / 2)
            return
        }
        let last = counts.values.lastIndex { $0 > 0 }
        for level in 0..<5 where counts.values[level] > 0 {
            let start = x + edges[level] * width
            let whole = (edges[level + 1] - edges[level]) * width
            let shown = level == last ? whole : max(whole - Self.gap, min(whole, 0.5))
            canvas.rectangle(x: start, y: y, width: shown, height: height, look(of: level, evidence))
            if evidence == .full, let valueSize {
                write(edges[level + 1] - edges[level], level, from: start, width: shown, size: valueSize, on: &canvas)
            }
        }
    }

    private func look(of level: Int, _ evidence: Evidence) -> [(String, String)] {
        guard evidence == .provisional else {
            return [("class", "level-\(level + 1)"), ("fill", Level.colours[level])]
        }
        return [
            ("class", "hatch-\(level + 1)"), ("fill", "url(#\(Hatching.id(hatchID, level)))"),
            ("stroke", "currentColor"), ("stroke-width", "0.75"), ("stroke-opacity", "0.6"),
        ]
    }

    /// "12,3 %", or "12,3" where only that fits, or nothing.
    private func write(
        _ share: Double, _ level: Int, from start: Double, width: Double, size: Double, on canvas: inout Canvas
    ) {
        let forms = [VietnameseNumber.percent(share), VietnameseNumber.oneDecimal(share)]
        let spans = clearSpans(from: start, to: start + width)
        let fitting = forms.lazy.compactMap { form in
            spans.first { TextWidth.of(form, size: size) + 6 <= $0.to - $0.from }.map { (form, ($0.from + $0.to) / 2) }
        }
        guard let (form, middle) = fitting.first else { return }
        canvas.markup.element(
            "text",
            [
                ("x", Markup.number(middle)), ("y", Markup.number(y + height / 2 + size * 0.35)),
                ("font-size", Markup.number(size)), ("text-anchor", "middle"),
                ("class", "level-\(level + 1)-ink"), ("fill", Level.inks[level]),
            ], content: form)
    }

    /// The whole level, or what is right and left of a line through it.
    private func clearSpans(from start: Double, to end: Double) -> [(from: Double, to: Double)] {
        guard let crossing, crossing > start, crossing < end else { return [(start, end)] }
        let middle = (start + end) / 2
        // A value in the middle of a long level is far enough from a line near its end.
        if abs(crossing - middle) > 30 { return [(start, end)] }
        return [(crossing, end), (start, crossing)].sorted { $0.1 - $0.0 > $1.1 - $1.0 }
            .map { (from: $0.0, to: $0.1) }
    }
}
