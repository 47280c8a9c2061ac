package import Feedback
package import Foundation

/// One case: the rating, the deadline, every step of delivery with its time, and what can be done next.
/// Posts `token` to …/acknowledge, …/handle and …/close; `handler` to …/handler; `finding`, `measure` and `text` to
/// …/answer.
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

    /// One tap.
    struct Button: Sendable {
        let action: String
        let title: String
    }

    struct ProblemLine: Sendable {
        let message: String
        let href: String?
    }

    let header: Header
    let title: String
    let problems: [ProblemLine]
    let category: String
    let head: String
    let handler: String?
    let state: String
    let isOpen: Bool
    let due: String
    let dueMoment: String
    let isLate: Bool
    /// When an answered case ends by itself.
    let closesAt: String?
    let bypassesHead: Bool
    let formToken: String
    let hasActions: Bool
    let buttons: [Button]
    let answerForm: CaseAnswerForm?
    let handlerForm: CaseHandlerForm?
    /// Nil for whoever may not read ratings here.
    let rating: RatingText?
    let phone: CasePhone?
    let delivery: [CaseDelivery.Station]
    let events: [Event]

    /// - Parameters:
    ///   - handlers: who may be told to handle it.
    ///   - phone: nil without a number, or for whoever may not know that there is one.
    ///   - template: the id of words to begin an answer with.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, file: CaseFile, handlers: [User] = [], phone: CasePhone? = nil, template: String? = nil,
        typed: FormFields? = nil, problems: FormProblems = FormProblems(), now: Date
    ) {
        let alert = file.alert
        let rules = frame.directory.configuration.alerts.cases
        let may = { (right: Right) in alert.isWithin(frame.rights.scope(of: right)) && frame.rights.may(right) }
        let isNext = { (action: CaseAction) in
            if case .to = action.move(from: alert.step) { true } else { false }
        }
        title = "Vụ việc \(alert.number)"
        self.problems = problems.problems.map {
            ProblemLine(message: $0.message, href: $0.field == "step" ? nil : "#\($0.field)")
        }
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        category = CaseText.category(alert.category, frame.directory)
        head = alert.headName
        handler = alert.handler.map { file.people[$0]?.name ?? "user:\($0)" }
        state = alert.step.words
        isOpen = alert.isOpen
        due = DueText(frame.directory).words(alert.dueAt, now: now)
        dueMoment = Formats.moment(alert.dueAt)
        isLate = alert.isOverdue(at: now)
        closesAt =
            alert.step == .answered
            ? CitizenCase(alert: alert, steps: file.steps, rules: rules, now: now).returnableUntil.map(Formats.moment)
            : nil
        bypassesHead = alert.bypassesHead
        formToken = frame.formToken
        buttons = Self.taps.filter { may($0.right) && isNext($0.action) }.map { tap in
            Button(action: "/office/cases/\(alert.id)/\(tap.action.rawValue)", title: tap.title)
        }
        let mayAnswer = may(.answerCases) && isNext(.answer)
        answerForm =
            mayAnswer
            ? CaseAnswerForm(case: alert.id, answers: rules.answers, template: template, typed: typed) : nil
        handlerForm =
            mayAnswer && !handlers.isEmpty
            ? CaseHandlerForm(case: alert.id, handlers: handlers, chosen: alert.handler) : nil
        hasActions = !buttons.isEmpty || mayAnswer
        rating = may(.readRatings) ? RatingText(file.rating, in: frame.directory) : nil
        self.phone = phone
        delivery = CaseDelivery(file: file, mailGoesOut: frame.mailGoesOut).stations
        events = CaseEvents(file: file, mayRead: may(.readRatings), mailGoesOut: frame.mailGoesOut).all
    }

    private static let taps: [(action: CaseAction, right: Right, title: String)] = [
        (.acknowledge, .takeCases, "Tiếp nhận"), (.handle, .answerCases, "Bắt đầu xử lý"),
        (.close, .answerCases, "Kết thúc"),
    ]
}
