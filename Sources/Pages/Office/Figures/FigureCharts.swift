import Charts
import Feedback

/// A chart in the two widths it is drawn in; the style sheet shows one.
struct ChartDrawing: Sendable {
    /// The sentence above the chart, which is its title too.
    let title: String
    let wide: String
    let narrow: String
}

extension Measured {
    /// The share with its interval, for charts.
    var chartShare: Charts.Share? {
        let interval = figure.interval
        return figure.share.map { Charts.Share($0, low: interval.low, high: interval.high) }
    }

    var chartCounts: LevelCounts { LevelCounts(counts.n1, counts.n2, counts.n3, counts.n4, counts.n5) }

    /// Charts decide by answers what may be shown. Where a stricter rule holds (fewer people than answers, one
    /// person's own figures), the row is left to the table.
    func isFitForChart(of owner: Measured.Owner) -> Bool { size(of: owner) == SampleSize(n: counts.n) }
}

extension Feedback.Target {
    var charted: Charts.Target { Charts.Target(value, name: sameMethod ? name : "\(name) (khác phương pháp)") }
}

extension ControlChart.Limits {
    init(_ limits: Funnel.Limits) { self.init(low: limits.low, high: limits.high) }
}

extension ControlTrend.Place {
    var charted: ControlChart.Place {
        switch self {
        case .unknown, .inside: .inside
        case .low: .low
        case .high: .high
        }
    }
}

extension ChartDrawing {
    init(bars rows: [StackedBars.Row], id: String, title: String, target: Feedback.Target?) {
        let chart = StackedBars(
            id: id, title: title, levelNames: Level.words, shareName: "hài lòng", rows: rows, target: target?.charted)
        self.init(title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow))
    }

    init(
        trend: [MonthFigure], of owner: Measured.Owner = .anything, id: String, title: String, target: Feedback.Target?
    ) {
        let points = trend.map { point in
            let measured = point.measured.isFitForChart(of: owner) ? point.measured : Measured()
            return Trend.Point(
                year: point.month.year, month: point.month.number, n: measured.counts.n, share: measured.chartShare)
        }
        let chart = Trend(id: id, title: title, points: points, target: target?.charted)
        self.init(title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow))
    }

    init(
        control trend: ControlTrend, of owner: Measured.Owner, id: String, title: String, target: Feedback.Target?
    ) {
        let points = trend.points.map { point in
            let isFit = point.measured.isFitForChart(of: owner)
            return ControlChart.Point(
                year: point.month.year, month: point.month.number, n: isFit ? point.measured.counts.n : 0,
                share: isFit ? point.measured.chartShare : nil, watch: point.watch.map(ControlChart.Limits.init),
                alarm: point.alarm.map(ControlChart.Limits.init), place: point.place.charted)
        }
        // The mean of months that are too small to be shown is not shown either.
        let mean = trend.points.contains { FigureText.shows($0.measured, owner) } ? trend.mean : nil
        let chart = ControlChart(id: id, title: title, points: points, mean: mean, target: target?.charted)
        self.init(title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow))
    }
}
