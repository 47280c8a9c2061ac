package import Feedback
package import Foundation

/// One case and one button: what a head sees who comes from the mail. Posts `token`.
package struct TakePage: Page {
    package static let template = "office-take"

    let header: Header
    let title: String
    let category: String
    let desk: String
    let unit: String
    let raised: String
    let dueMoment: String
    /// Nil once there is an answer.
    let due: String?
    let isLate: Bool
    let isUntaken: Bool
    /// When somebody was quicker.
    let taken: String?
    let action: String
    let caseHref: String
    let formToken: String

    package init(_ frame: Frame, alert: Alert, steps: [CaseStep], now: Date) {
        let directory = frame.directory
        isUntaken = alert.step == .opened
        title = isUntaken ? "Tiếp nhận vụ việc \(alert.number)" : "Vụ việc \(alert.number)"
        header = Header(frame, title: title)
        category =
            directory.configuration.alerts.categories.first { $0.id == alert.category }?.name
            ?? alert.category.rawValue
        desk = directory.desk(alert.desk)?.name ?? alert.desk.rawValue
        unit = directory.unit(alert.unit)?.name ?? alert.unit.rawValue
        raised = Formats.moment(alert.raisedAt)
        dueMoment = Formats.moment(alert.dueAt)
        due = alert.isOpen ? DueText(directory).words(alert.dueAt, now: now) : nil
        isLate = alert.isOverdue(at: now)
        let first = steps.first { $0.kind != .opened && $0.kind != .said && $0.kind != .assigned }
        taken =
            isUntaken
            ? nil
            : first.map { "Vụ việc đã được tiếp nhận lúc \(Formats.moment($0.at)). Hiện nay: \(alert.step.words)." }
                ?? "Hiện nay: \(alert.step.words)."
        action = "/office/cases/\(alert.id)/take"
        caseHref = "/office/cases/\(alert.id)"
        formToken = frame.formToken
    }
}
