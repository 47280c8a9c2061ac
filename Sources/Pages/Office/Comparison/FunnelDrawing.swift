import Charts
import Feedback

/// A comparison as a funnel: one mark for each part with 30 ratings and more.
struct FunnelDrawing {
    let drawing: ChartDrawing

    /// Nil where fewer than two parts can be told.
    init?(_ comparison: FairComparison, names: PartNames) {
        let shown = comparison.parts.filter { $0.band != .tooFew }
        guard let mean = comparison.whole.figure.share, shown.count > 1 else { return nil }
        let title = Self.sentence(shown, mean, comparison.side)
        let parts = shown.map { part in
            let (satisfied, n) = part.measured.people
            return FunnelChart.Part(
                label: names.name(part.id), href: ComparisonAddress.path(of: part.id, comparison.side), n: n,
                share: Double(satisfied) / Double(max(1, n)),
                place: part.band.isLower ? .below : part.band.isHigher ? .above : .inside)
        }
        let chart = FunnelChart(
            id: "chart-funnel", title: title, mean: mean, parts: parts,
            limits: Self.limits(mean, upTo: parts.map(\.n).max() ?? 30))
        drawing = ChartDrawing(title: title, wide: chart.svg(.wide), narrow: chart.svg(.narrow))
    }

    private static func sentence(
        _ parts: [FairComparison.Part], _ mean: Double, _ side: FairComparison.Side
    ) -> String {
        let kind = side == .unit ? "đơn vị" : "quầy"
        let low = parts.count { $0.band.isLower }
        let high = parts.count { $0.band.isHigher }
        let same = parts.count - low - high
        let whole = "mức chung \(Formats.percent(mean, decimals: 1))"
        if low + high == 0 { return "\(parts.count) \(kind) không khác biệt so với \(whole)" }
        var words: [String] = []
        if low > 0 { words.append("\(low) \(kind) rõ ràng thấp hơn \(whole)") }
        if high > 0 { words.append(low > 0 ? "\(high) cao hơn" : "\(high) \(kind) rõ ràng cao hơn \(whole)") }
        if same > 0 { words.append("\(same) không khác biệt") }
        return words.joined(separator: ", ")
    }

    /// About fifty places, evenly spaced on the square root, on which the chart stands.
    private static func limits(_ mean: Double, upTo most: Int) -> [FunnelChart.Limit] {
        let funnel = Funnel(mean: mean)
        let (first, last) = (30.0.squareRoot(), Double(max(60, most + most / 12)).squareRoot())
        let places = (0...48).map { first + (last - first) * Double($0) / 48 }.map { Int(($0 * $0).rounded()) }
        return Set(places).sorted().map { n in
            let (watch, alarm) = (funnel.line(n: n, tail: Funnel.watch), funnel.line(n: n, tail: Funnel.alarm))
            return FunnelChart.Limit(n: n, watch: (watch.low, watch.high), alarm: (alarm.low, alarm.high))
        }
    }
}
