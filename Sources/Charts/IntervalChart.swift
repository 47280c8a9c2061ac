/// A dot with its interval per row, on one axis: who differs, and how sure that is.
///
/// Under 10 answers a row shows n and a word; from 10 to 29 a ring in ink instead of a dot in colour.
package struct IntervalChart: Sendable {
    package struct Row: Sendable {
        package let label: String
        /// Address of the rows behind the dot: a path, a query or http(s); anything else is not linked.
        package let href: String?
        package let n: Int
        /// Nil where there is none; it is not looked at under 10 answers.
        package let share: Share?

        package init(label: String, href: String? = nil, n: Int, share: Share?) {
            self.label = label
            self.href = href
            self.n = n
            self.share = share
        }

        var shown: Share? { Evidence(n: n) == .tooFew ? nil : share }
    }

    /// Unique on the page; the drawing's ids begin with it.
    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    let shareName: String
    let rows: [Row]
    let target: Target?

    package init(id: String, title: String, shareName: String = "mức 4–5", rows: [Row], target: Target? = nil) {
        self.id = id
        self.title = title
        self.shareName = shareName
        self.rows = rows
        self.target = target
    }

    package func svg(_ layout: Layout) -> String {
        let plan = RowPlan(layout: layout, labels: rows.map(\.label), markHeight: 22, underMark: 0)
        let axis = Axis(shares: rows.compactMap(\.shown), target: target)
        let top = layout == .wide || target != nil ? 24.0 : 4.0
        // A dot or an end at 100 % must not be cut off by the edge of a phone's drawing.
        let inset = layout == .wide ? 0 : 6.0
        let scale = { (share: Double) in
            plan.markX + inset + axis.place(share) * (plan.markWidth - 2 * inset)
        }
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: top + plan.height + 24,
            linked: rows.contains { $0.href.map(Canvas.leadsToPage) == true }
        ) { canvas in
            drawAxis(axis, scale, plan, from: top, on: &canvas)
            plan.drawHeadings(shareName: shareName, y: top - 10, on: &canvas)
            if let target { plan.drawTarget(target, x: scale(target.value), top: top, on: &canvas) }
            for (row, place) in zip(rows, plan.places(from: top)) {
                canvas.link(row.href) { canvas in
                    plan.drawLabels(
                        at: place, linked: row.href.map(Canvas.leadsToPage) == true, share: row.share, n: row.n,
                        on: &canvas)
                    drawMark(row, y: place.markTop + plan.markHeight / 2, plan, scale, on: &canvas)
                }
            }
        }
    }

    private func drawMark(
        _ row: Row, y: Double, _ plan: RowPlan, _ scale: (Double) -> Double, on canvas: inout Canvas
    ) {
        guard let share = row.shown else {
            return canvas.nothing(from: plan.markX, to: plan.markX + plan.markWidth, y: y)
        }
        canvas.interval(from: scale(share.low), to: scale(share.high), y: y, end: 5)
        canvas.dot(x: scale(share.value), y: y, radius: 5, hollow: Evidence(n: row.n) == .provisional)
    }

    private func drawAxis(
        _ axis: Axis, _ scale: (Double) -> Double, _ plan: RowPlan, from top: Double, on canvas: inout Canvas
    ) {
        let layout = plan.layout
        let bottom = top + plan.height
        // On a phone the labels stand between the marks; the grid keeps out of them.
        let stretches =
            layout == .wide
            ? [(top, bottom + 2)]
            : plan.places(from: top).map { ($0.markTop, $0.markTop + plan.markHeight) } + [(bottom - 4, bottom + 2)]
        for tick in axis.ticks {
            let x = scale(tick)
            for (from, to) in stretches { canvas.line(x, from, x, to, class: "chart-grid", opacity: 0.15) }
            let atEdge = layout == .narrow && (tick == 1 || tick == axis.low)
            canvas.text(
                VietnameseNumber.shortPercent(tick), x: atEdge ? (tick == 1 ? layout.width : 0) : x, y: bottom + 14,
                size: layout.small, anchor: atEdge ? (tick == 1 ? .end : .start) : .middle, quiet: true)
        }
    }

    private var description: String {
        rows.map { row in
            let figure = row.shown.map { "\(shareName) \(Phrase.share($0))" } ?? Evidence.words(n: row.n)
            return "\(row.label): \(figure), n = \(VietnameseNumber.count(row.n))."
        }.joined(separator: " ") + (target.map { " \($0.label)." } ?? "")
    }
}
