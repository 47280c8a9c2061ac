/// Where everything of a control chart stands, and how each part is drawn.
struct ControlPlan {
    let layout: Layout
    let points: [ControlChart.Point]
    let mean: Double?
    let target: Target?
    let axis: Axis

    private var isWide: Bool { layout == .wide }
    private var left: Double { isWide ? 48 : 44 }
    private var right: Double { layout.width - (isWide ? 164 : 6) }
    /// A phone has no room for names beside the lines: they stand over the plot.
    private var top: Double { isWide ? 16 : 70 }
    private var bottom: Double { top + (isWide ? 216 : 176) }
    var height: Double { bottom + 44 }
    private var radius: Double { isWide ? 4 : 3 }

    init(layout: Layout, points: [ControlChart.Point], mean: Double?, target: Target?) {
        self.layout = layout
        self.points = points
        self.mean = mean
        self.target = target
        let shown = points.filter { $0.shown != nil }
        let limits = shown.compactMap { $0.alarm ?? $0.watch }.map { Share($0.low, low: $0.low, high: $0.high) }
        let values = shown.compactMap(\.shown).map { Share($0.value, low: $0.value, high: $0.value) }
        axis = Axis(shares: values + limits, target: target)
    }

    private var step: Double { (right - left - 16) / Double(max(points.count - 1, 1)) }
    private func x(_ index: Int) -> Double {
        points.count > 1 ? left + 8 + Double(index) * step : (left + right) / 2
    }
    private func y(_ share: Double) -> Double { bottom - axis.place(share) * (bottom - top) }

    func drawAxes(on canvas: inout Canvas) {
        for tick in axis.ticks {
            canvas.line(left, y(tick), right, y(tick), class: "chart-grid", opacity: 0.12)
            canvas.text(
                VietnameseNumber.shortPercent(tick), x: left - 8, y: y(tick), size: layout.small, anchor: .end,
                quiet: true)
        }
        var year: Int?
        for (index, point) in points.enumerated() {
            let isLast = index == points.count - 1
            // Every third month from the last one, and the year under the first of its months that is named.
            guard (points.count - 1 - index).isMultiple(of: isWide ? 3 : 6) else { continue }
            let middle = min(x(index), layout.width - 16)
            canvas.text(
                "T\(point.month)", x: middle, y: bottom + 14, size: layout.small, anchor: .middle, bold: isLast,
                quiet: !isLast)
            if year != point.year {
                canvas.text(
                    String(point.year), x: middle, y: bottom + 31, size: layout.small, anchor: .middle, quiet: true)
            }
            year = point.year
        }
    }

    /// The 95 % limits as a ground, those of 99.8 % as short lines: each month has its own, by its n.
    func drawLimits(on canvas: inout Canvas) {
        for (index, point) in points.enumerated() where point.shown != nil {
            let (from, to) = (max(x(index) - step / 2, left), min(x(index) + step / 2, right))
            if let watch = point.watch {
                canvas.rectangle(
                    x: from, y: y(watch.high), width: to - from, height: max(y(watch.low) - y(watch.high), 0.5),
                    [("class", "chart-limits"), ("fill", "currentColor"), ("fill-opacity", "0.1")])
            }
            if let alarm = point.alarm {
                for limit in [alarm.low, alarm.high] {
                    canvas.line(from + 1, y(limit), to - 1, y(limit), class: "chart-limit", opacity: 0.5)
                }
            }
        }
        if let mean { canvas.line(left, y(mean), right, y(mean), class: "chart-mean", opacity: 0.6) }
        if let target { canvas.target(left, y(target.value), right, y(target.value)) }
    }

    /// Neighbouring months only: across a gap there is nothing to say.
    func drawLines(on canvas: inout Canvas) {
        for index in points.indices.dropFirst() {
            guard let from = points[index - 1].shown, let to = points[index].shown else { continue }
            canvas.markup.element(
                "line",
                [
                    ("x1", Markup.number(x(index - 1))), ("y1", Markup.number(y(from.value))),
                    ("x2", Markup.number(x(index))), ("y2", Markup.number(y(to.value))),
                    ("class", "chart-line"), ("stroke", "#0b6b63"), ("stroke-width", "1.5"),
                ])
        }
    }

    func drawPoints(on canvas: inout Canvas) {
        var lastWord = -9
        for (index, point) in points.enumerated() {
            guard let share = point.shown else { continue }
            let (x, y) = (x(index), y(share.value))
            guard let word = point.place.word else {
                canvas.dot(x: x, y: y, radius: radius, hollow: Evidence(n: point.n) == .provisional)
                continue
            }
            diamond(x, y, isLow: point.place == .low, on: &canvas)
            let width = TextWidth.of(word, size: layout.small)
            // Where words would touch, the diamond alone stands for the next one.
            guard Double(index - lastWord) * step > width + 4, x + width / 2 < layout.width else { continue }
            lastWord = index
            canvas.text(
                word, x: x, y: min(max(y + (point.place == .low ? 16 : -16), 8), bottom + 2), size: layout.small,
                anchor: .middle)
        }
    }

    private func diamond(_ x: Double, _ y: Double, isLow: Bool, on canvas: inout Canvas) {
        let size = radius + 2.5
        let corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        canvas.markup.element(
            "polygon",
            [
                ("points", corners.map { "\(Markup.number($0.0)),\(Markup.number($0.1))" }.joined(separator: " ")),
                ("class", isLow ? "level-1" : "level-5"), ("fill", Level.colours[isLow ? 0 : 4]),
                ("stroke", "currentColor"), ("stroke-width", "0.75"),
            ])
    }

    /// The last value, the mean and the target by name.
    func drawNames(on canvas: inout Canvas) {
        isWide ? drawNamesBeside(on: &canvas) : drawNamesAbove(on: &canvas)
    }

    private func drawNamesBeside(on canvas: inout Canvas) {
        var names: [(y: Double, text: String, bold: Bool, quiet: Bool)] = []
        if let last = points.last, let share = last.shown {
            let isFull = Evidence(n: last.n) == .full
            names.append((y(share.value), VietnameseNumber.percent(share.value), isFull, !isFull))
        }
        if let mean { names.append((y(mean), "Trung bình \(VietnameseNumber.percent(mean))", false, true)) }
        if let target {
            for (index, line) in TextWidth.lines(target.label, size: layout.small, width: 150, count: 2).enumerated() {
                names.append((y(target.value) + Double(index) * 15, line, false, false))
            }
        }
        // Each keeps its place as far as the one above leaves room.
        var free = 8.0
        for name in names.sorted(by: { $0.y < $1.y }) {
            let place = max(name.y, free)
            canvas.text(
                name.text, x: right + 10, y: place, size: name.bold ? layout.normal : layout.small, bold: name.bold,
                quiet: name.quiet)
            free = place + 16
        }
    }

    private func drawNamesAbove(on canvas: inout Canvas) {
        var y = 10.0
        if let last = points.last {
            let figure = last.shown.map { VietnameseNumber.percent($0.value) } ?? Evidence.words(n: last.n)
            canvas.text(
                "T\(last.month)/\(last.year): \(figure), n = \(VietnameseNumber.count(last.n))", x: 0, y: y,
                size: layout.small, bold: Evidence(n: last.n) == .full)
            y += 18
        }
        if let mean {
            canvas.line(0, y, 24, y, class: "chart-mean", opacity: 0.6)
            canvas.text(
                "Trung bình \(VietnameseNumber.percent(mean))", x: 32, y: y, size: layout.small, quiet: true)
            y += 18
        }
        if let target {
            canvas.target(0, y, 24, y)
            let label = TextWidth.lines(target.label, size: layout.small, width: layout.width - 32, count: 1)
            canvas.text(label.first ?? "", x: 32, y: y, size: layout.small)
        }
    }
}
