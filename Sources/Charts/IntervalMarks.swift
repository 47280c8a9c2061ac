/// A dot with its interval the height of a line, for each row of a table, all on one axis; a thin line stands where
/// the whole is. The share, n and the interval in figures stand beside it in the page.
///
/// Under 10 answers there is no mark; from 10 to 29 a ring in ink instead of a dot in colour.
package struct IntervalMarks: Sendable {
    package struct Row: Sendable {
        package let title: String
        package let n: Int
        /// Nil where it may not be shown.
        package let share: Share?

        package init(title: String, n: Int, share: Share?) {
            self.title = title
            self.n = n
            self.share = share
        }

        var shown: Share? { Evidence(n: n) == .tooFew ? nil : share }
    }

    let rows: [Row]
    /// The share of the whole, 0...1.
    let whole: Double?
    private let axis: Axis

    package init(rows: [Row], whole: Double?) {
        self.rows = rows
        self.whole = whole
        axis = Axis(shares: rows.compactMap(\.shown), target: whole.map { Target($0, name: "") })
    }

    /// 120 × 16 CSS pixels; nil where nothing may be shown.
    package func svg(_ index: Int) -> String? {
        guard rows.indices.contains(index), let share = rows[index].shown else { return nil }
        let row = rows[index]
        return Canvas.small(
            class: "chart-mark", title: "\(row.title): \(Phrase.share(share))", width: 120, height: 16
        ) { canvas in
            if let whole { canvas.line(x(whole), 0, x(whole), 16, class: "chart-whole", opacity: 0.55) }
            canvas.interval(from: x(share.low), to: x(share.high), y: 8, end: 3)
            canvas.dot(x: x(share.value), y: 8, radius: 3.5, hollow: Evidence(n: row.n) == .provisional)
        }
    }

    /// Dots and ends at 100 % are not cut off.
    private func x(_ share: Double) -> Double { 5 + axis.place(share) * 110 }
}
