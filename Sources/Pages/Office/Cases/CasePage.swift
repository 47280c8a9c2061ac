package import Feedback
package import Foundation

/// One case: the rating, the deadline, every step of delivery with its time, and what can be done.
/// Posts `token` to …/acknowledge, and `text`, `token` to …/answer.
package struct CasePage: Page {
    package static let template = "office-case"

    /// What happened, when, and to or by whom.
    struct Event: Sendable {
        let moment: String
        let machineTime: String
        let words: String
        let detail: String?
        let isBad: Bool
    }

    let header: Header
    let title: String
    let category: String
    let head: String
    let state: String
    let isOpen: Bool
    let due: String
    let dueMoment: String
    let isLate: Bool
    let bypassesHead: Bool
    let rating: RatingText
    let events: [Event]
    let mayAcknowledge: Bool
    let acknowledgeAction: String
    let answerAction: String
    let formToken: String
    let typed: String
    let problem: String?

    /// - Parameter typed: the answer as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, file: CaseFile, now: Date, typed: String = "", problems: FormProblems = FormProblems()
    ) {
        let alert = file.alert
        title = "Vụ việc \(alert.number)"
        problem = problems.problems.isEmpty ? nil : problems.problems.map(\.message).joined(separator: " ")
        header = Header(frame, title: problem == nil ? title : "Lỗi: \(title)")
        category =
            frame.directory.configuration.alerts.categories.first { $0.id == alert.category }?.name
            ?? alert.category.rawValue
        head = alert.headName
        state = alert.step.words
        isOpen = alert.isOpen
        due = DueText.words(alert.dueAt, now: now)
        dueMoment = Formats.moment(alert.dueAt)
        isLate = alert.isOpen && alert.dueAt < now
        bypassesHead = alert.bypassesHead
        rating = RatingText(file.rating, in: frame.directory)
        events = CaseEvents(file: file).all
        mayAcknowledge = alert.step == .opened
        acknowledgeAction = "/office/cases/\(alert.id)/acknowledge"
        answerAction = "/office/cases/\(alert.id)/answer"
        formToken = frame.formToken
        self.typed = typed
    }
}
