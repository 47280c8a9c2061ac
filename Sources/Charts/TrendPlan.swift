/// Where everything of a trend stands, and how each part is drawn.
struct TrendPlan {
    let layout: Layout
    let points: [Trend.Point]
    let target: Target?
    let axis: Axis

    var left: Double { layout == .wide ? 48 : 44 }
    /// Room for the target's name beside the line, within reason, and for the last value.
    var right: Double {
        guard layout == .wide else { return layout.width - 58 }
        let name = target.map { TextWidth.of($0.name, size: layout.small) + 24 } ?? 0
        return layout.width - min(max(124, name), 240)
    }
    /// A phone has no room for the target's name beside the line: it stands over the plot.
    var top: Double { layout == .narrow && target != nil ? 32 : 12 }
    var bottom: Double { top + (layout == .wide ? 208 : 168) }
    var height: Double { bottom + (layout == .wide ? 64 : 46) }

    private static let radius = 4.0

    init(layout: Layout, points: [Trend.Point], target: Target?) {
        self.layout = layout
        self.points = points
        self.target = target
        axis = Axis(shares: points.compactMap(\.shown), target: target)
    }

    func x(_ index: Int) -> Double {
        let inset = layout == .wide ? 16.0 : 10.0
        guard points.count > 1 else { return (left + right) / 2 }
        return left + inset + Double(index) / Double(points.count - 1) * (right - left - 2 * inset)
    }

    func y(_ share: Double) -> Double { bottom - axis.place(share) * (bottom - top) }

    func drawAxes(on canvas: inout Canvas) {
        for tick in axis.ticks {
            canvas.line(left, y(tick), right, y(tick), class: "chart-grid", opacity: 0.15)
            canvas.text(
                VietnameseNumber.shortPercent(tick), x: left - 8, y: y(tick), size: layout.small, anchor: .end,
                quiet: true)
        }
        for (index, point) in points.enumerated() {
            // The last month always has its label; a phone has room for every second one.
            guard layout == .wide || (points.count - 1 - index).isMultiple(of: 2) else { continue }
            let isLast = index == points.count - 1
            canvas.text(
                point.label, x: x(index), y: bottom + 14, size: layout.small, anchor: .middle, bold: isLast,
                quiet: !isLast)
        }
        drawYears(on: &canvas)
        guard layout == .wide else { return }
        canvas.text("n", x: left - 8, y: bottom + 50, size: layout.small, anchor: .end, quiet: true)
        for (index, point) in points.enumerated() {
            canvas.text(
                VietnameseNumber.count(point.n), x: x(index), y: bottom + 50, size: layout.small, anchor: .middle,
                quiet: true)
        }
    }

    /// Under its first month on the chart, where the next year leaves room.
    private func drawYears(on canvas: inout Canvas) {
        var free = 0.0
        for (index, point) in points.enumerated().reversed()
        where index == 0 || points[index - 1].year != point.year {
            let half = TextWidth.of(String(point.year), size: layout.small) / 2
            guard free == 0 || x(index) + half < free else { continue }
            canvas.text(
                String(point.year), x: x(index), y: bottom + 31, size: layout.small, anchor: .middle, quiet: true)
            free = x(index) - half - 8
        }
    }

    func drawTarget(on canvas: inout Canvas) {
        guard let target else { return }
        canvas.target(left, y(target.value), right, y(target.value))
        guard layout == .wide else {
            canvas.target(left, 12, left + 24, 12)
            return canvas.text(target.label, x: left + 32, y: 12, size: layout.small)
        }
        let middle = targetLabelY(target)
        canvas.text(target.name, x: right + 8, y: middle - 8, size: layout.small)
        canvas.text(
            VietnameseNumber.shortPercent(target.value), x: right + 8, y: middle + 8, size: layout.small)
    }

    /// Beside its line. The last value stands at its point; where the two would meet, the target's name gives way.
    private func targetLabelY(_ target: Target) -> Double {
        let room = 28.0
        let beside = max(y(target.value), top + 8)
        guard let last = points.last?.shown.map({ y($0.value) }), abs(last - beside) < room else { return beside }
        let above = last - room
        let wantsAbove = beside < last || last + room > bottom - 8
        return wantsAbove && above >= top + 8 ? above : last + room
    }

    /// Neighbouring months only: across a gap there is nothing to say.
    func drawLine(on canvas: inout Canvas) {
        for index in points.indices.dropFirst() {
            guard let from = points[index - 1].shown, let to = points[index].shown else { continue }
            let start = (x: x(index - 1), y: y(from.value))
            let end = (x: x(index), y: y(to.value))
            let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
            guard length > 2 * Self.radius else { continue }
            // A ring is empty inside: the line ends at its edge.
            let step = (x: (end.x - start.x) / length * Self.radius, y: (end.y - start.y) / length * Self.radius)
            canvas.markup.element(
                "line",
                [
                    ("x1", Markup.number(start.x + step.x)), ("y1", Markup.number(start.y + step.y)),
                    ("x2", Markup.number(end.x - step.x)), ("y2", Markup.number(end.y - step.y)),
                    ("class", "chart-line"), ("stroke", "#0b6b63"), ("stroke-width", "2"),
                ])
        }
    }

    func drawMonths(on canvas: inout Canvas) {
        for (index, point) in points.enumerated() {
            guard let share = point.shown else { continue }
            let x = x(index)
            let middle = y(share.value)
            for end in [y(share.low), y(share.high)] {
                let edge = end < middle ? -Self.radius : Self.radius
                if abs(end - middle) > Self.radius {
                    canvas.line(x, middle + edge, x, end, class: "chart-interval", width: 1.25, opacity: 0.7)
                }
                canvas.line(x - 3.5, end, x + 3.5, end, class: "chart-interval", width: 1.25, opacity: 0.7)
            }
            canvas.dot(x: x, y: middle, radius: Self.radius, hollow: Evidence(n: point.n) == .provisional)
        }
    }

    func drawLastValue(on canvas: inout Canvas) {
        guard let last = points.last else { return }
        let gap = x(points.count - 1) + 10
        guard let share = last.shown else {
            return canvas.text(
                Evidence.words(n: last.n), x: layout.width, y: bottom + 31, size: layout.small, anchor: .end,
                quiet: true)
        }
        let full = Evidence(n: last.n) == .full
        let middle = y(share.value)
        canvas.text(
            VietnameseNumber.percent(share.value), x: gap, y: middle, size: layout.normal, bold: full, quiet: !full)
        if layout == .narrow {
            canvas.text(
                "n = \(VietnameseNumber.count(last.n))", x: layout.width, y: bottom + 31, size: layout.small,
                anchor: .end, quiet: true)
        }
    }
}
