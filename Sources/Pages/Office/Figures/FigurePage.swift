package import Feedback

/// A period: the headline beside the period before and a year ago, two years of months, and the same figure by unit,
/// factor, criterion, desk, official, field, procedure, stage, hour, channel and proof.
package struct FigurePage: Page {
    package static let template = "office-figures"

    let header: Header
    let title: String
    let picker: PeriodPicker
    let views: [ViewLine]
    let hasViews: Bool
    let saving: ViewForm
    let choices: [ChosenCell]
    let hasChoices: Bool
    let headline: Headline
    let comparisons: [ComparisonText]
    let targets: [TargetLine]
    /// Nil: no target is set.
    let noTargets: String?
    let response: String?
    let cases: String?
    let casesHref: String
    let csvHref: String
    let xlsxHref: String
    let trend: TrendText
    let splits: [Split]
    let hours: HoursText?
    let hasComments: Bool
    let comments: [RatingText]
    let commentsHref: String?
    /// The month's last line of the journal, so that the printed page seals it.
    let seal: String?

    /// - Parameters:
    ///   - report: read with the scope of the frame's rights.
    ///   - today: in Viet Nam.
    ///   - views: what this person has saved.
    ///   - seal: the end of the journal within the month.
    package init(
        _ frame: Frame, report: PeriodReport, today: LocalDay, views: [SavedView] = [], seal: JournalSeal? = nil,
        isWhole: Bool = false
    ) {
        var address = FigureAddress(period: report.period, cell: report.cell)
        address.isWhole = isWhole
        let mayRead = frame.rights.may(.readRatings)
        // Names and parents as they were then.
        let directory = frame.directory.picture(of: report.period)
        title = Formats.period(report.period).firstUppercased
        header = Header(frame, title: title)
        picker = PeriodPicker(address, today: today)
        self.views = views.map { ViewLine($0, isCurrent: $0.shows(address, today: today), token: frame.formToken) }
        hasViews = !views.isEmpty
        saving = ViewForm(address, token: frame.formToken, today: today)
        choices = ChosenCells(address: address, directory: directory, questionnaire: report.questionnaire).all
        hasChoices = !choices.isEmpty
        headline = Headline(
            period: report.period, isRunning: report.isRunning, of: report.owner, measured: report.headline,
            previous: report.previous.measured, change: report.previous.change, rule: report.rule, target: nil,
            ratingsHref: mayRead ? address.rowsPath : nil)
        comparisons = [
            ComparisonText("Kỳ trước", report.previous, of: report, address: address),
            ComparisonText("Cùng kỳ năm trước", report.lastYear, of: report, address: address),
        ]
        targets = report.targets.map { TargetLine($0, report.headline, report.owner) }
        noTargets = targets.isEmpty ? "Chưa đặt mục tiêu nào cho kỳ này trong targets.yaml." : nil
        response = report.response.flatMap(Self.response)
        cases = frame.rights.may(.seeCases) ? report.cases.map(Self.cases) : nil
        casesHref = CaseAddress(show: .all, unit: report.cell.unit).path
        csvHref = address.file("csv")
        xlsxHref = address.file("xlsx")
        trend = TrendText(report, address: address, mayReadRows: mayRead)
        splits = FigureSplits(report: report, directory: directory, address: address, mayReadRows: mayRead).all
        hours = HoursText(report, address: address)
        comments = mayRead ? report.comments.map { RatingText($0, in: directory) } : []
        hasComments = !comments.isEmpty
        commentsHref = mayRead ? address.rowsPath : nil
        self.seal = seal.map { seal in
            let end = report.isRunning ? "Nhật ký đến lúc này" : "Nhật ký đến hết kỳ"
            return "\(end): \(JournalSealText(seal).words)."
        }
    }

    /// Nil where the dossiers are 0.
    static func response(_ rate: ResponseRate) -> String? {
        guard rate.share != nil else { return nil }
        let text = RateText(rate)
        let warning = text.warning.map { "; \($0)" } ?? ""
        return "\(text.share): \(text.words), ở các quầy và tháng đã nhập số hồ sơ\(warning)."
    }

    static func cases(_ cases: CasesRaised) -> String {
        if cases.all == 0 { return "Không có vụ việc nào phát sinh trong kỳ." }
        let raised = "\(Formats.count(cases.all)) vụ việc phát sinh trong kỳ"
        if cases.open == 0 { return "\(raised), nay không còn vụ nào chờ trả lời." }
        let late = cases.overdue == 0 ? "không vụ nào quá hạn" : "\(Formats.count(cases.overdue)) vụ quá hạn"
        return "\(raised), nay còn \(Formats.count(cases.open)) vụ chờ trả lời, \(late)."
    }
}
