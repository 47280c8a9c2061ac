package import Feedback
package import Foundation

/// One incident: the 72-hour clock, what is known, what was done, and who looked at what meanwhile. Posts `token` with
/// the facts to …/facts, `kind`, `happenedAt`, `text` to …/steps, and `from`, `to` to /office/privacy/access.
package struct IncidentPage: Page {
    package static let template = "office-incident"

    struct StepChoice: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    let header: Header
    let title: String
    let state: String
    let isOpen: Bool
    /// The large figure: what is left of the 72 hours; nil when the clock stands.
    let clock: String?
    let clockIsLate: Bool
    let notifyBy: String
    let notifiedAt: String?
    let notifiedLate: Bool
    let detectedAt: String
    let facts: IncidentForm
    let events: [PrivacyRequestPage.Event]
    let problems: [PrivacyRequestPage.Problem]
    let hasProblems: Bool
    let action: String
    let printHref: String
    let formToken: String
    let form: IncidentForm
    let stepKinds: [StepChoice]
    let happenedAt: String
    let text: String
    let accessFrom: String
    let accessTo: String

    /// - Parameter typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, incident: Incident, steps: [IncidentStep], names: [String: String], now: Date,
        typed: FormFields = FormFields(), problems: FormProblems = FormProblems()
    ) {
        title = "Sự cố \(incident.number)"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        state = incident.stateForOffice
        isOpen = incident.isOpen
        clock = incident.mustNotify ? DueText.words(incident.notifyBy, now: now) : nil
        clockIsLate = incident.mustNotify && incident.notifyBy < now
        notifyBy = Formats.moment(incident.notifyBy)
        notifiedAt = incident.notifiedAt.map(Formats.moment)
        notifiedLate = incident.notifiedAt.map { $0 > incident.notifyBy } ?? false
        detectedAt = Formats.moment(incident.detectedAt)
        facts = IncidentForm(detectedAt: "", facts: incident.facts)
        events = steps.map { step in
            let told = step.happenedAt == step.at ? "" : " (lúc \(Formats.moment(step.happenedAt)))"
            let who = names[step.actor] ?? step.actor
            return .init(
                moment: "\(Formats.time(step.at)), \(Formats.shortDay(LocalDay(step.at)))",
                machineTime: MachineTime.text(step.at), words: step.kind.words + told,
                detail: step.text.isEmpty ? who : "\(who): \(step.text)", isBad: false)
        }
        self.problems = problems.problems.map { .init(anchor: $0.field, message: $0.message) }
        hasProblems = !problems.isEmpty
        action = "/office/privacy/incidents/\(incident.id)"
        printHref = "\(action)/form"
        formToken = frame.formToken
        form = IncidentForm(
            detectedAt: "", facts: typed["what"] == nil ? incident.facts : IncidentFacts(typed))
        let chosen = typed["kind"] ?? (incident.mustNotify ? "notifiedAuthority" : "noted")
        stepKinds = IncidentStep.Kind.allCases.filter { $0 != .opened }.map {
            StepChoice(value: $0.rawValue, words: $0.words, isChosen: $0.rawValue == chosen)
        }
        happenedAt = typed["happenedAt"] ?? IncidentMoment.typed(now)
        text = typed["text"] ?? ""
        accessFrom = IncidentMoment.typed(incident.detectedAt.addingTimeInterval(-7 * 86_400))
        accessTo = IncidentMoment.typed(now.addingTimeInterval(60))
    }
}
