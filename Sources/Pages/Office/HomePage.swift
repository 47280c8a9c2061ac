package import Feedback
package import Foundation

/// In five seconds: how are we this month, against last month and target; what is burning; who has not answered.
package struct HomePage: Page {
    package static let template = "office-home"

    struct Waiting: Sendable {
        let unit: String
        let name: String
        let open: String
        let overdue: String?
        let firstDue: String
        let isLate: Bool
    }

    let header: Header
    let title: String
    let day: String
    let headline: Headline
    let monthHref: String
    let trend: ChartDrawing
    let today: String
    let todayHref: String?
    let cases: String?
    let isBurning: Bool
    let casesHref: String
    let hasWaiting: Bool
    let waiting: [Waiting]
    let mail: MailText

    package init(_ frame: Frame, state: HomeState, now: Date) {
        let address = MonthAddress(month: state.month)
        let mayRead = frame.rights.may(.readRatings)
        title = "Tổng quan"
        header = Header(frame, title: title)
        day = Formats.day(now).firstUppercased
        headline = Headline(
            month: state.month, isRunning: true, measured: state.thisMonth, previous: state.lastMonth,
            change: state.change, rule: state.rule, target: state.target, ratingsHref: mayRead ? address.rowsPath : nil)
        monthHref = address.path
        trend = ChartDrawing(trend: state.trend, id: "chart-year", title: headline.sentence, target: state.target)
        today = Formats.count(state.ratingsToday)
        todayHref = mayRead ? address.rowsPath : nil
        cases = mayRead ? MonthPage.cases(state.openCases, state.overdueCases) : nil
        isBurning = state.overdueCases > 0
        casesHref = Section.cases.path
        waiting = (mayRead ? state.waiting : []).map { each in
            Waiting(
                unit: frame.directory.unit(each.unit)?.name ?? each.unit.rawValue, name: each.name,
                open: Formats.count(each.open), overdue: each.overdue == 0 ? nil : Formats.count(each.overdue),
                firstDue: DueText.words(each.firstDue, now: now), isLate: each.overdue > 0)
        }
        hasWaiting = !waiting.isEmpty
        mail = MailText(state.outbox, now: now)
    }
}
