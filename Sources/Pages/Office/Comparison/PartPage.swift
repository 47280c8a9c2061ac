package import Feedback

/// A unit or a desk, as whoever answers for it reads it: this month, its band, its year, what it does well and less
/// well, who rates, what waits.
package struct PartPage: Page {
    package static let template = "office-part"

    struct Link: Sendable {
        let title: String
        let href: String
    }

    struct Line: Sendable {
        let name: String
        let figure: FigureText
    }

    let header: Header
    let title: String
    /// "Quầy của Phòng Tư pháp".
    let kind: String
    let headline: Headline
    let band: BandText
    let recent: FigureText
    let whole: FigureText
    let trend: ChartDrawing
    let hasCriteria: Bool
    let strong: [Line]
    let weak: [Line]
    let contrast: String?
    let rate: RateText?
    let rateMonth: String?
    let dossiersHref: String?
    let silent: String?
    let cases: String?
    let isBurning: Bool
    let casesHref: String
    let seesAlarms: Bool
    let hasAlarms: Bool
    let alarms: [AlarmText]
    let alarmsHref: String
    let figuresHref: String
    let comparisonHref: String
    let hasDesks: Bool
    let desks: [Link]

    package init(_ frame: Frame, report: PartReport) {
        let directory = frame.directory
        var cell = CellFilter()
        switch report.subject {
        case .unit(let id):
            let unit = directory.unit(id)
            title = unit?.name ?? id.rawValue
            kind = unit?.parent.flatMap { directory.unit($0)?.name }.map { "Thuộc \($0)" } ?? ""
            cell.unit = id
            desks = report.desks.map {
                Link(
                    title: directory.desk($0)?.name ?? $0.rawValue, href: ComparisonAddress.path(of: $0.rawValue, .desk)
                )
            }
            comparisonHref = "\(Section.comparison.path)?by=unit"
        case .desk(let id):
            let desk = directory.desk(id)
            title = desk?.name ?? id.rawValue
            kind = desk.flatMap { directory.unit($0.unit)?.name }.map { "Quầy của \($0)" } ?? ""
            cell.desk = id
            desks = []
            comparisonHref = "\(Section.comparison.path)?by=desk"
        }
        header = Header(frame, title: title)
        hasDesks = desks.count > 1
        let address = FigureAddress(month: report.month, cell: cell)
        let mayRead = frame.rights.may(.readRatings)
        headline = Headline(
            month: report.month, isRunning: true, measured: report.thisMonth, previous: report.lastMonth,
            change: report.change, rule: report.rule, target: report.target,
            ratingsHref: mayRead ? address.rowsPath : nil)
        band = BandText(report.band)
        recent = FigureText(report.recent)
        whole = FigureText(report.whole)
        trend = ChartDrawing(trend: report.trend, id: "chart-year", title: headline.sentence, target: report.target)
        let texts = Dictionary(
            (report.questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        let line = { (row: (id: ID<Criterion>, measured: Measured)) in
            Line(name: texts[row.id] ?? row.id.rawValue, figure: FigureText(row.measured))
        }
        strong = report.strong.map(line)
        weak = report.weak.map(line)
        contrast = Contrast(best: report.strong.first?.measured, weakest: report.weak.first?.measured).note
        hasCriteria = !strong.isEmpty && !weak.isEmpty
        rate = report.rate.map { RateText($0.rate) }
        rateMonth = report.rate.map { Formats.month($0.month) }
        dossiersHref = frame.rights.may(.countDossiers) ? DossiersPage.path(report.month.previous) : nil
        silent = Self.silent(report.silent, directory, isDesk: report.desks.count == 1)
        cases = report.load.map(CaseText.load)
        isBurning = (report.load?.overdue ?? 0) > 0
        casesHref = Section.cases.path
        seesAlarms = mayRead
        alarms = report.alarms.map { AlarmText($0, in: directory, names: [:]) }
        hasAlarms = !alarms.isEmpty
        alarmsHref = AlarmsPage.path
        figuresHref = address.path
    }

    private static func silent(_ desks: [SilentDesk], _ directory: Directory, isDesk: Bool) -> String? {
        guard let first = desks.first else { return nil }
        let days = "\(SilentDesk.days) ngày làm việc vừa qua"
        guard !isDesk else {
            let last = first.lastRating.map { "; phiếu gần nhất ngày \(Formats.shortDay($0))" } ?? ""
            return "Quầy mở, có người trực, nhưng không có phiếu nào trong \(days)\(last)."
        }
        let names = desks.map { directory.sign(of: $0.desk) }.joined(separator: "; ")
        return "Không có phiếu nào trong \(days): \(names)."
    }
}
