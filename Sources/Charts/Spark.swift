/// A bar of five levels the height of a line of text, for tables and lists. It has a name and no values: n and the
/// share stand beside it in the page. The rules for few answers are those of `StackedBars`.
package struct Spark: Sendable {
    /// Unique on the page.
    let id: String
    let title: String
    let counts: LevelCounts

    package init(id: String, title: String, counts: LevelCounts) {
        self.id = id
        self.title = title
        self.counts = counts
    }

    /// 120 × 12 CSS pixels.
    package var svg: String {
        var canvas = Canvas()
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart-spark"), ("viewBox", "0 0 120 12"),
            ("width", "120"), ("height", "12"), ("role", "img"), ("aria-labelledby", "\(id)-title"),
        ]
        canvas.markup.group("svg", attributes) { markup in
            markup.element("title", [("id", "\(id)-title")], content: title)
            var inner = Canvas(markup: markup)
            if Evidence(n: counts.total) == .provisional { Hatching.define(id, on: &inner) }
            FiveLevelBar(counts: counts, x: 0, y: 0, width: 120, height: 12, hatchID: id)
                .draw(on: &inner, valueSize: nil)
            markup = inner.markup
        }
        return canvas.markup.text
    }
}
