package import Feedback

/// A month: the headline, its year, and the same figure by unit, criterion, desk, official, field, channel and proof.
package struct MonthPage: Page {
    package static let template = "office-month"

    struct Choice: Sendable {
        let name: String
        let value: String
        let clearHref: String
    }

    let header: Header
    let title: String
    let headline: Headline
    let choices: [Choice]
    let previousHref: String
    let previousTitle: String
    let nextHref: String?
    let nextTitle: String
    let csvHref: String
    let trend: ChartDrawing
    /// Newest first.
    let year: [Split.Row]
    let splits: [Split]
    let cases: String?
    let casesHref: String
    let hasComments: Bool
    let comments: [RatingText]
    let commentsHref: String?
    /// The month's last line of the journal, so that the printed page seals it.
    let seal: String?

    /// - Parameters:
    ///   - report: read with the scope of the frame's rights.
    ///   - seal: the end of the journal within the month.
    package init(_ frame: Frame, report: MonthReport, seal: JournalSeal? = nil) {
        let address = MonthAddress(month: report.month, cell: report.cell)
        let mayRead = frame.rights.may(.readRatings)
        // Names and parents as they were in that month.
        let directory = frame.directory.picture(of: report.month)
        title = Formats.month(report.month).firstUppercased
        header = Header(frame, title: title)
        headline = Headline(
            month: report.month, isRunning: report.isRunning, of: report.owner, measured: report.headline,
            previous: report.previous,
            change: report.change, rule: report.rule, target: report.target,
            ratingsHref: mayRead ? address.rowsPath : nil)
        choices = ChosenCells(address: address, directory: directory, questionnaire: report.questionnaire).all
        previousHref = address.on(report.month.previous).path
        previousTitle = Formats.month(report.month.previous)
        nextHref = report.isRunning ? nil : address.on(report.month.next).path
        nextTitle = Formats.month(report.month.next)
        csvHref = address.csvPath
        trend = ChartDrawing(
            trend: report.trend, of: report.owner, id: "chart-trend", title: headline.sentence, target: report.target)
        let months = report.trend.reversed().map {
            SplitEntry(
                name: Formats.month($0.month).firstUppercased, measured: $0.measured, address: address.on($0.month))
        }
        year =
            Split(
                id: "year", title: "", heading: "", entries: months, of: report.owner, mayReadRows: mayRead
            ).rows
        splits =
            MonthSplits(report: report, directory: directory, address: address, mayReadRows: mayRead).all
        cases = mayRead ? Self.cases(report.openCases, report.overdueCases) : nil
        casesHref = Section.cases.path
        comments = mayRead ? report.comments.map { RatingText($0, in: directory) } : []
        hasComments = !comments.isEmpty
        commentsHref = mayRead ? address.rowsPath : nil
        self.seal = seal.map { seal in
            let end = report.isRunning ? "Nhật ký đến lúc này" : "Nhật ký đến hết tháng"
            return "\(end): \(JournalSealText(seal).words)."
        }
    }

    static func cases(_ open: Int, _ overdue: Int) -> String {
        if open == 0 { return "Không có vụ việc nào đang chờ trả lời." }
        let late = overdue == 0 ? "không vụ nào quá hạn" : "\(Formats.count(overdue)) vụ quá hạn"
        return "\(Formats.count(open)) vụ việc đang chờ trả lời, \(late)."
    }
}
