/// A share month by month, oldest first: a line with an interval at each month, the target, the last value in words.
///
/// A month under 10 answers leaves a gap; from 10 to 29 it is a ring in ink instead of a dot in colour.
package struct Trend: Sendable {
    package struct Point: Sendable {
        package let year: Int
        /// 1...12
        package let month: Int
        package let n: Int
        /// Nil where there is none; it is not looked at under 10 answers.
        package let share: Share?

        package init(year: Int, month: Int, n: Int, share: Share?) {
            self.year = year
            self.month = month
            self.n = n
            self.share = share
        }

        var shown: Share? { Evidence(n: n) == .tooFew ? nil : share }
        var label: String { "T\(month)" }
    }

    /// Unique on the page; the drawing's ids begin with it.
    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    let points: [Point]
    let target: Target?

    package init(id: String, title: String, points: [Point], target: Target? = nil) {
        self.id = id
        self.title = title
        self.points = points
        self.target = target
    }

    package func svg(_ layout: Layout) -> String {
        let plan = TrendPlan(layout: layout, points: points, target: target)
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: plan.height, linked: false
        ) { canvas in
            plan.drawAxes(on: &canvas)
            plan.drawTarget(on: &canvas)
            plan.drawLine(on: &canvas)
            plan.drawMonths(on: &canvas)
            plan.drawLastValue(on: &canvas)
        }
    }

    private var description: String {
        points.map { point in
            let figure = point.shown.map(Phrase.share) ?? Evidence.words(n: point.n)
            return "\(point.label)/\(point.year): \(figure), n = \(VietnameseNumber.count(point.n))."
        }.joined(separator: " ") + (target.map { " \($0.label)." } ?? "")
    }
}
