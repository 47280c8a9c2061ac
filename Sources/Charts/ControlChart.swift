/// A share month by month with the limits of chance around the mean of all months (a p-chart): what lies outside is a
/// diamond with a word, what lies inside moved by chance alone.
///
/// A month under 10 answers leaves a gap; from 10 to 29 it is a ring in ink.
package struct ControlChart: Sendable {
    package struct Limits: Sendable {
        package let low: Double
        package let high: Double

        package init(low: Double, high: Double) {
            self.low = Share.inside(low)
            self.high = Share.inside(high)
        }
    }

    package enum Place: Sendable { case inside, low, high }

    package struct Point: Sendable {
        package let year: Int
        /// 1...12
        package let month: Int
        package let n: Int
        /// Nil where there is none; it is not looked at under 10 answers.
        package let share: Share?
        /// Within these 95 of 100 months lie by chance, and 998 of 1,000.
        package let watch: Limits?
        package let alarm: Limits?
        package let place: Place

        package init(
            year: Int, month: Int, n: Int, share: Share?, watch: Limits?, alarm: Limits?, place: Place
        ) {
            self.year = year
            self.month = month
            self.n = n
            self.share = share
            self.watch = watch
            self.alarm = alarm
            self.place = place
        }

        var shown: Share? { Evidence(n: n) == .tooFew ? nil : share }
    }

    /// Unique on the page; the drawing's ids begin with it.
    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    /// Oldest first.
    let points: [Point]
    /// The mean of all months, 0...1.
    let mean: Double?
    let target: Target?

    package init(id: String, title: String, points: [Point], mean: Double?, target: Target? = nil) {
        self.id = id
        self.title = title
        self.points = points
        self.mean = mean
        self.target = target
    }

    package func svg(_ layout: Layout) -> String {
        let plan = ControlPlan(layout: layout, points: points, mean: mean, target: target)
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: plan.height, linked: false
        ) { canvas in
            plan.drawAxes(on: &canvas)
            plan.drawLimits(on: &canvas)
            plan.drawLines(on: &canvas)
            plan.drawPoints(on: &canvas)
            plan.drawNames(on: &canvas)
        }
    }

    private var description: String {
        points.filter { $0.n > 0 }.map { point in
            let figure = point.shown.map { VietnameseNumber.percent($0.value) } ?? Evidence.words(n: point.n)
            let word = point.shown == nil ? nil : point.place.word
            return "T\(point.month)/\(point.year): \(figure)\(word.map { " (\($0))" } ?? ""), "
                + "n = \(VietnameseNumber.count(point.n))."
        }.joined(separator: " ")
            + (mean.map { " Trung bình \(VietnameseNumber.percent($0))." } ?? "")
            + (target.map { " \($0.label)." } ?? "")
    }
}

extension ControlChart.Place {
    var word: String? {
        switch self {
        case .inside: nil
        case .low: "thấp"
        case .high: "cao"
        }
    }
}
