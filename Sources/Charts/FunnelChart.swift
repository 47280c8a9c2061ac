/// Shares against the number of ratings behind them, between the limits within which chance alone may carry them:
/// whoever is outside differs, whoever is inside is not told apart.
///
/// A circle is inside, a triangle that points down is below, one that points up is above; only those outside have their
/// name at the mark, as far as there is room. The table beneath has them all.
package struct FunnelChart: Sendable {
    package enum Place: Sendable { case inside, below, above }

    package struct Part: Sendable {
        package let label: String
        /// Address of the page behind the mark; anything that leads elsewhere is not linked.
        package let href: String?
        package let n: Int
        /// 0...1
        package let share: Double
        package let place: Place

        package init(label: String, href: String? = nil, n: Int, share: Double, place: Place) {
            self.label = label
            self.href = href
            self.n = n
            self.share = Share.inside(share)
            self.place = place
        }
    }

    /// The limits for n ratings, all in 0...1.
    package struct Limit: Sendable {
        package let n: Int
        package let watch: ClosedRange<Double>
        package let alarm: ClosedRange<Double>

        /// - Parameters:
        ///   - watch: 95 %; its ends may come in any order.
        ///   - alarm: 99.8 %.
        package init(n: Int, watch: (low: Double, high: Double), alarm: (low: Double, high: Double)) {
            self.n = n
            self.watch = Self.range(watch)
            self.alarm = Self.range(alarm)
        }

        private static func range(_ ends: (low: Double, high: Double)) -> ClosedRange<Double> {
            let (a, b) = (Share.inside(ends.low), Share.inside(ends.high))
            return min(a, b)...max(a, b)
        }
    }

    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    /// The share of the whole.
    let mean: Double
    let parts: [Part]
    /// By rising n.
    let limits: [Limit]

    package init(id: String, title: String, mean: Double, parts: [Part], limits: [Limit]) {
        self.id = id
        self.title = title
        self.mean = Share.inside(mean)
        self.parts = parts
        self.limits = limits.sorted { $0.n < $1.n }
    }

    package func svg(_ layout: Layout) -> String {
        let plan = FunnelPlan(layout: layout, chart: self)
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: plan.height,
            linked: parts.contains { $0.href.map(Canvas.leadsToPage) == true }
        ) { canvas in
            plan.drawAxes(on: &canvas)
            plan.drawLimits(on: &canvas)
            plan.drawParts(on: &canvas)
        }
    }

    private var description: String {
        let words = parts.map { part in
            let place =
                switch part.place {
                case .inside: "trong giới hạn"
                case .below: "dưới giới hạn"
                case .above: "trên giới hạn"
                }
            return "\(part.label): \(VietnameseNumber.percent(part.share)), \(place), "
                + "n = \(VietnameseNumber.count(part.n))."
        }
        return (["Mức chung \(VietnameseNumber.percent(mean))."] + words).joined(separator: " ")
    }
}
