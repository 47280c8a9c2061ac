/// A bar of five levels the height of a line of text, for tables and lists. It has a name and no values: n and the
/// share stand beside it in the page. The rules for few answers are those of `StackedBars`.
package struct Spark: Sendable {
    /// Unique on the page: the hatching is found by it.
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
        Canvas.small(class: "chart-spark", title: title, width: 120, height: 12) { canvas in
            if Evidence(n: counts.total) == .provisional { Hatching.define(id, on: &canvas) }
            FiveLevelBar(counts: counts, x: 0, y: 0, width: 120, height: 12, hatchID: id)
                .draw(on: &canvas, valueSize: nil)
        }
    }
}
