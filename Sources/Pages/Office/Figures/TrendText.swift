import Feedback

/// Twenty-four months in words: whether they moved by chance alone, and since when not.
struct TrendText: Sendable {
    /// Its title says it: "Chưa bền vững: …".
    let chart: ChartDrawing
    /// Under the chart: what its marks are.
    let key: String
    /// From the first month with a rating on; nil without any.
    let table: Split?

    init(_ report: PeriodReport, address: FigureAddress, mayReadRows: Bool) {
        let trend = report.trend
        chart = ChartDrawing(
            control: trend, of: report.owner, id: "chart-trend", title: Self.spread(trend, report.owner),
            target: report.targets.first { $0.sameMethod })
        key =
            "Nền xám: trong 100 tháng chỉ do ngẫu nhiên, 95 tháng nằm ở đây; gạch ngắn: 998 trong 1.000 tháng. Giới hạn rộng hẹp theo số phiếu của từng tháng. Hình thoi: tháng nằm ngoài."
        let counted = trend.points.drop { $0.measured.ratings == 0 }
        let entries = counted.reversed().map { point in
            SplitEntry(
                name: Formats.month(point.month).firstUppercased, measured: point.measured,
                address: address.on(Period(point.month)), band: point.place.words, isWorse: point.place.isLow)
        }
        let before = counted.count < trend.points.count ? counted.first : nil
        table =
            entries.isEmpty
            ? nil
            : Split(
                entries,
                Split.Look(
                    id: "trend", title: "Bảng hai mươi bốn tháng", heading: "Tháng", bandHeading: "So với 24 tháng",
                    owner: report.owner, mayReadRows: mayReadRows, whole: nil,
                    note: before.map { "Trước \(Formats.month($0.month)) chưa có phiếu." }),
                address: address)
    }

    /// An honest sentence: what lies outside is told, and whether the second year is another level or only more
    /// restless.
    private static func spread(_ trend: ControlTrend, _ owner: Measured.Owner) -> String {
        let shown = trend.placed.filter { FigureText.shows($0.measured, owner) }
        guard let low = shown.min(by: { share($0) < share($1) }), let high = shown.max(by: { share($0) < share($1) }),
            shown.count > 2
        else { return "Chưa đủ tháng có nhiều phiếu để nói về độ ổn định" }
        let range =
            "từ \(Formats.percent(share(low), decimals: 1)) (\(Formats.month(low.month))) đến \(Formats.percent(share(high), decimals: 1)) (\(Formats.month(high.month)))"
        let outside = trend.alarming.count
        if outside == 0 {
            let watched = trend.outside.count
            let rest =
                watched == 0
                ? "không quá mức ngẫu nhiên" : "\(watched) tháng ngoài giới hạn 95 %, chưa quá mức ngẫu nhiên"
            return "Ổn định: \(shown.count) tháng dao động \(range), \(rest)"
        }
        let many = "\(outside) trong \(shown.count) tháng nằm ngoài giới hạn 99,8 %, \(range)"
        return switch trend.drift {
        case .higher: "Đang lên: 12 tháng sau cao hơn rõ 12 tháng trước; \(many)"
        case .lower: "Đang xuống: 12 tháng sau thấp hơn rõ 12 tháng trước; \(many)"
        case .same, .unknown: "Chưa bền vững: \(many)"
        }
    }

    private static func share(_ point: ControlTrend.Point) -> Double { point.measured.figure.share ?? 0 }
}

extension ControlTrend.Place {
    var words: String? {
        switch self {
        case .unknown: nil
        case .inside: "trong giới hạn"
        case .low(let isAlarm): isAlarm ? "rất thấp, ngoài giới hạn 99,8 %" : "thấp, ngoài giới hạn 95 %"
        case .high(let isAlarm): isAlarm ? "rất cao, ngoài giới hạn 99,8 %" : "cao, ngoài giới hạn 95 %"
        }
    }

    var isLow: Bool { if case .low = self { true } else { false } }
}
