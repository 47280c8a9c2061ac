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
    let tasks: [HomeTaskText]
    let hasTasks: Bool
    /// Nil for whoever sees no figures.
    let headline: Headline?
    let monthHref: String
    /// Benchmarks of another method, beside the own target.
    let benchmarks: [TargetLine]
    let trend: ChartDrawing?
    let today: String
    let todayHref: String?
    let cases: String?
    let isBurning: Bool
    let casesHref: String
    let hasWaiting: Bool
    let waiting: [Waiting]
    let mail: MailText?

    /// - Parameter tasks: what awaits this person.
    package init(_ frame: Frame, state: HomeState, tasks: [HomeTask] = [], now: Date) {
        let address = FigureAddress(month: state.month)
        let mayRead = frame.rights.may(.readRatings)
        let seesCases = frame.rights.may(.seeCases)
        title = "Tổng quan"
        header = Header(frame, title: title)
        day = Formats.day(now).firstUppercased
        self.tasks = tasks.map { HomeTaskText($0, frame) }
        hasTasks = !tasks.isEmpty
        let headline = Headline(
            month: state.month, isRunning: true, measured: state.thisMonth, previous: state.lastMonth,
            change: state.change, rule: state.rule, target: state.target, ratingsHref: mayRead ? address.rowsPath : nil)
        let seesFigures = frame.rights.may(.seeFigures)
        self.headline = seesFigures ? headline : nil
        monthHref = address.path
        benchmarks =
            seesFigures
            ? frame.directory.targets(on: LocalDay(now)).filter { !$0.sameMethod }
                .map { TargetLine($0, state.thisMonth) } : []
        trend =
            seesFigures
            ? ChartDrawing(trend: state.trend, id: "chart-year", title: headline.sentence, target: state.target) : nil
        today = Formats.count(state.ratingsToday)
        todayHref = mayRead ? address.rowsPath : nil
        cases = seesCases ? CaseText.load(state.load) : nil
        isBurning = state.overdueCases > 0
        casesHref = Section.cases.path
        waiting = (seesCases ? state.waiting : []).map { each in
            Waiting(
                unit: frame.directory.unit(each.unit)?.name ?? each.unit.rawValue, name: each.name,
                open: Formats.count(each.open), overdue: each.overdue == 0 ? nil : Formats.count(each.overdue),
                firstDue: DueText(frame.directory).words(each.firstDue, now: now),
                isLate: each.overdue > 0)
        }
        hasWaiting = !waiting.isEmpty
        mail = seesFigures ? MailText(state.outbox, goesOut: frame.mailGoesOut, now: now) : nil
    }
}
