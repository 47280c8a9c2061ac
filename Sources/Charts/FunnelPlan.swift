/// Where everything of a funnel stands, and how each part is drawn. The axis of n goes by the square root: limits
/// narrow with it, and small and large parts both have room.
struct FunnelPlan {
    let layout: Layout
    let chart: FunnelChart
    let axis: Axis
    private let least: Double
    private let most: Double

    var left: Double { layout == .wide ? 48 : 44 }
    /// Names of the lines stand right of the plot; on a phone above it.
    var right: Double { layout == .wide ? layout.width - 148 : layout.width - 8 }
    var top: Double { layout == .wide ? 16 : 52 }
    var bottom: Double { top + (layout == .wide ? 280 : 220) }
    var height: Double { bottom + 48 }

    init(layout: Layout, chart: FunnelChart) {
        self.layout = layout
        self.chart = chart
        let ns = chart.limits.map(\.n) + chart.parts.map(\.n)
        least = Double(max(0, ns.min() ?? 0)).squareRoot()
        most = max(Double(max(1, ns.max() ?? 1)).squareRoot(), least + 1)
        let lows = chart.parts.map(\.share) + [chart.mean] + (chart.limits.first.map { [$0.alarm.lowerBound] } ?? [])
        axis = Axis(shares: lows.map { Share($0, low: $0, high: $0) }, target: nil)
    }

    func x(_ n: Int) -> Double {
        let inset = 10.0
        return left + inset + (Double(n).squareRoot() - least) / (most - least) * (right - left - 2 * inset)
    }

    func y(_ share: Double) -> Double { bottom - axis.place(share) * (bottom - top) }

    func drawAxes(on canvas: inout Canvas) {
        for tick in axis.ticks {
            canvas.line(left, y(tick), right, y(tick), class: "chart-grid", opacity: 0.15)
            canvas.text(
                VietnameseNumber.shortPercent(tick), x: left - 8, y: y(tick), size: layout.small, anchor: .end,
                quiet: true)
        }
        var free = -Double.infinity
        for n in [0, 30, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000] {
            let root = Double(n).squareRoot()
            let label = VietnameseNumber.count(n)
            let half = TextWidth.of(label, size: layout.small) / 2
            guard root >= least - 0.01, root <= most, x(n) - half > free + 8, x(n) + half <= layout.width else {
                continue
            }
            canvas.line(x(n), bottom, x(n), bottom + 4, class: "chart-grid", opacity: 0.4)
            canvas.text(label, x: x(n), y: bottom + 14, size: layout.small, anchor: .middle, quiet: true)
            free = x(n) + half
        }
        canvas.text(
            "Số phiếu (n)", x: (left + right) / 2, y: bottom + 34, size: layout.small, anchor: .middle, quiet: true)
    }

    func drawLimits(on canvas: inout Canvas) {
        canvas.line(left, y(chart.mean), right, y(chart.mean), class: "chart-mean", width: 1.25, opacity: 0.8)
        for (end, dash) in [(\FunnelChart.Limit.watch, "5 4"), (\FunnelChart.Limit.alarm, nil)] {
            curve(chart.limits.map { ($0.n, $0[keyPath: end].lowerBound) }, dash, on: &canvas)
            curve(chart.limits.map { ($0.n, $0[keyPath: end].upperBound) }, dash, on: &canvas)
        }
        let mean = "Mức chung \(VietnameseNumber.percent(chart.mean))"
        guard layout == .wide, let last = chart.limits.last else {
            canvas.text(mean, x: 0, y: 10, size: layout.small)
            key(x: 0, y: 32, dash: "5 4", "giới hạn 95 %", on: &canvas)
            key(x: 148, y: 32, dash: nil, "giới hạn 99,8 %", on: &canvas)
            return
        }
        // One below the other, each as near to its line as the one above leaves room.
        var free = top - 8
        for (text, share) in [
            ("giới hạn 99,8 %", last.alarm.upperBound), ("giới hạn 95 %", last.watch.upperBound), (mean, chart.mean),
            ("giới hạn 95 %", last.watch.lowerBound), ("giới hạn 99,8 %", last.alarm.lowerBound),
        ] {
            let middle = max(y(share), free)
            canvas.text(text, x: right + 8, y: middle, size: layout.small, quiet: text != mean)
            free = middle + 15
        }
    }

    private func key(x: Double, y: Double, dash: String?, _ text: String, on canvas: inout Canvas) {
        canvas.line(x, y, x + 24, y, class: "chart-limit", width: 1.25, opacity: 0.6, dash: dash)
        canvas.text(text, x: x + 32, y: y, size: layout.small, quiet: true)
    }

    /// Only as far as the axis goes: along its end a line would say something that is not so.
    private func curve(_ points: [(n: Int, share: Double)], _ dash: String?, on canvas: inout Canvas) {
        let shown = points.filter { $0.share >= axis.low && $0.share < 1 }
        guard shown.count > 1 else { return }
        let path = shown.map { "\(Markup.number(x($0.n))),\(Markup.number(y($0.share)))" }.joined(separator: " ")
        var attributes = [
            ("points", path), ("class", "chart-limit"), ("fill", "none"), ("stroke", "currentColor"),
            ("stroke-width", "1.25"), ("stroke-opacity", "0.6"),
        ]
        if let dash { attributes.append(("stroke-dasharray", dash)) }
        canvas.markup.element("polyline", attributes)
    }

    func drawParts(on canvas: inout Canvas) {
        var taken = chart.parts.map { Box(x: x($0.n) - 6, y: y($0.share) - 6, width: 12, height: 12) }
        // Those inside first: whoever is outside stands on top of them.
        for part in chart.parts.sorted(by: { ($0.place == .inside ? 0 : 1) < ($1.place == .inside ? 0 : 1) }) {
            canvas.link(part.href, name: part.label) { canvas in
                mark(part, on: &canvas)
                guard part.place != .inside, let box = room(for: part, beside: taken) else { return }
                taken.append(box)
                let label = TextWidth.lines(part.label, size: layout.small, width: box.width, count: 1).first ?? ""
                canvas.text(label, x: box.x, y: box.y + box.height / 2, size: layout.small, bold: true)
            }
        }
    }

    private func mark(_ part: FunnelChart.Part, on canvas: inout Canvas) {
        let (x, y) = (x(part.n), y(part.share))
        guard part.place != .inside else { return canvas.dot(x: x, y: y, radius: 4, hollow: false) }
        let tip = part.place == .above ? -6.0 : 6.0
        let corners = [(x, y + tip), (x - 6, y - tip * 0.7), (x + 6, y - tip * 0.7)]
        canvas.markup.element(
            "polygon",
            [
                ("points", corners.map { "\(Markup.number($0.0)),\(Markup.number($0.1))" }.joined(separator: " ")),
                ("class", part.place == .above ? "level-5" : "level-1"),
                ("fill", part.place == .above ? "#2166ac" : "#b2182b"),
            ])
    }

    private struct Box {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        func meets(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
        }
    }

    /// Right or left of the mark, above or below it; nil where a name or a mark stands already.
    private func room(for part: FunnelChart.Part, beside taken: [Box]) -> Box? {
        let width = min(TextWidth.of(part.label, size: layout.small) + 2, layout == .wide ? 220 : 128)
        let (x, y) = (x(part.n), y(part.share))
        let places = [
            (x + 10, y - 8), (x - 10 - width, y - 8), (x - width / 2, y + 8), (x - width / 2, y - 24),
        ]
        return places.map { Box(x: $0.0, y: $0.1, width: width, height: 16) }.first { box in
            box.x >= left && box.x + box.width <= right && box.y >= top - 12 && box.y + box.height <= bottom
                && !taken.contains { box.meets($0) && !($0.x == x - 6 && $0.y == y - 6) }
        }
    }
}
