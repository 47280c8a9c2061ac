import Feedback

/// Another period beside this one, in words.
struct ComparisonText: Sendable {
    /// "Kỳ trước", "Cùng kỳ năm trước".
    let name: String
    let period: String
    let href: String
    let figure: FigureText
    /// "cao hơn rõ"; nil where too few ratings say nothing.
    let change: String
    /// "+2,31 điểm phần trăm"; nil where one of the two is not shown.
    let difference: String?
    let sureness: String?
    let isWorse: Bool

    init(
        _ name: String, _ other: PeriodReport.Comparison, of report: PeriodReport, address: FigureAddress
    ) {
        self.name = name
        period = Formats.period(other.period).firstUppercased
        href = address.on(other.period).path
        figure = FigureText(other.measured, of: report.owner)
        isWorse = other.change == .lower
        let shown = FigureText(report.headline, of: report.owner).share != nil && figure.share != nil
        let points = (report.headline.figure.share ?? 0) - (other.measured.figure.share ?? 0)
        difference = shown ? "\(Self.signed(points)) điểm phần trăm" : nil
        sureness = other.change.sureness
        change =
            switch other.change {
            case .unknown: "chưa đủ phiếu để so"
            case .same: "kỳ này không khác rõ"
            case .higher: "kỳ này cao hơn rõ"
            case .lower: "kỳ này thấp hơn rõ"
            }
    }

    /// In percentage points, with its sign: they are differences and not shares.
    private static func signed(_ points: Double) -> String {
        let written = Formats.number(abs(points) * 100, decimals: 2)
        return written == "0,00" ? written : (points < 0 ? "−" : "+") + written
    }
}
