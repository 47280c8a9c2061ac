/// One 100 % bar of five levels per row: units, desks, criteria.
///
/// The satisfied share (levels 4 and 5) is read from the right end of the bar; its interval stands under the border
/// between 3 and 4, and the target is a dashed line there: a bar whose blue crosses the line has reached it.
/// Under 10 answers a row shows n and a word; from 10 to 29 it is hatched, without colour and values.
package struct StackedBars: Sendable {
    package struct Row: Sendable {
        package let label: String
        /// Address of the rows behind the bar: a path, a query or http(s); anything else is not linked.
        package let href: String?
        package let counts: LevelCounts
        /// The share of levels 4 and 5 with its interval; nil: not printed.
        package let share: Share?

        package init(label: String, href: String? = nil, counts: LevelCounts, share: Share? = nil) {
            self.label = label
            self.href = href
            self.counts = counts
            self.share = share
        }
    }

    /// Unique on the page; the drawing's ids begin with it.
    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    /// Level 1 first.
    let levelNames: [String]
    /// What `Row.share` is the share of.
    let shareName: String
    let rows: [Row]
    let target: Target?

    package init(
        id: String, title: String, levelNames: [String], shareName: String = "mức 4–5", rows: [Row],
        target: Target? = nil
    ) {
        self.id = id
        self.title = title
        self.levelNames = levelNames
        self.shareName = shareName
        self.rows = rows
        self.target = target
    }

    package func svg(_ layout: Layout) -> String {
        let plan = RowPlan(layout: layout, labels: rows.map(\.label), markHeight: 20, underMark: 10)
        let hatchID = Canvas.accessibleID(id, layout)
        let crossing = target.map { plan.markX + (1 - $0.value) * plan.markWidth }
        let key = LevelKey(names: levelNames, layout: layout)
        let top = key.height + (layout == .wide || target != nil ? 30 : 8)
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: top + plan.height,
            linked: rows.contains { $0.href.map(Canvas.leadsToPage) == true }
        ) { canvas in
            if rows.contains(where: { Evidence(n: $0.counts.total) == .provisional }) {
                Hatching.define(hatchID, on: &canvas)
            }
            key.draw(on: &canvas)
            plan.drawHeadings(shareName: rows.contains { $0.share != nil } ? shareName : "", y: top - 10, on: &canvas)
            for (row, place) in zip(rows, plan.places(from: top)) {
                canvas.link(row.href) { draw(row, at: place, plan, crossing, hatchID, on: &$0) }
            }
            if let target, let crossing { plan.drawTarget(target, x: crossing, top: top, on: &canvas) }
        }
    }

    private func draw(
        _ row: Row, at place: RowPlan.Place, _ plan: RowPlan, _ crossing: Double?, _ hatchID: String,
        on canvas: inout Canvas
    ) {
        let evidence = Evidence(n: row.counts.total)
        plan.drawLabels(
            at: place, linked: row.href.map(Canvas.leadsToPage) == true, share: row.share, n: row.counts.total,
            on: &canvas)
        let bar = FiveLevelBar(
            counts: row.counts, x: plan.markX, y: place.markTop, width: plan.markWidth, height: plan.markHeight,
            hatchID: hatchID, crossing: crossing)
        bar.draw(on: &canvas, valueSize: plan.layout.small)
        if let crossing, evidence == .full {
            canvas.halo(crossing, place.markTop, place.markTop + plan.markHeight)
        }
        guard evidence != .tooFew, let share = row.share else { return }
        let right = plan.markX + plan.markWidth
        canvas.interval(
            from: right - share.high * plan.markWidth, to: right - share.low * plan.markWidth,
            y: place.markTop + plan.markHeight + 6)
    }

    private var description: String {
        rows.map { row in
            let n = row.counts.total
            guard Evidence(n: n) != .tooFew else {
                return "\(row.label): \(Evidence.words(n: n)), n = \(VietnameseNumber.count(n))."
            }
            let levels = zip(levelNames, row.counts.values).map { name, count in
                "\(name) \(VietnameseNumber.percent(Double(count) / Double(n)))"
            }
            let share = row.share.map { "\(shareName) \(Phrase.share($0)); " } ?? ""
            return "\(row.label): \(share)\(levels.joined(separator: ", ")); n = \(VietnameseNumber.count(n))."
        }.joined(separator: " ") + (target.map { " \($0.label)." } ?? "")
    }
}
