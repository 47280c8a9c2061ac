package import Feedback
package import Foundation

/// What a citizen keeps: thanks, a code, what happens next and by when, and later the answer.
/// It holds no phone number and no official's name: a receipt is shown around.
package struct ReceiptPage: Page {
    package static let template = "receipt"

    let authority: AuthorityLines
    /// "8G4T-20H9-MZ3QA".
    let code: String
    /// "/r/8G4T20H9MZ3QA".
    let link: String
    let unit: String
    let desk: String
    let receivedAt: String
    /// It took the place of an earlier rating of that day.
    let replaced: Bool
    /// A later rating took its place.
    let wasReplaced: Bool
    /// The month in whose figures it counts.
    let month: String
    let followUp: FollowUp?
    let countsQuietly: Bool

    /// The case that a bad rating opened.
    struct FollowUp: Sendable {
        let number: String
        let state: String
        /// Who answers: a unit, not a person.
        let handler: String
        let isOpen: Bool
        let isOverdue: Bool
        let due: String
        let answer: String?
        let steps: [StepLine]
    }

    struct StepLine: Sendable {
        let words: String
        let at: String
    }
}

extension ReceiptPage {
    /// - Parameters:
    ///   - replaced: whether it took the place of an earlier rating of the same phone, desk and day.
    ///   - alert: the case it opened, with its `steps`, oldest first.
    package init(
        rating: Rating, replaced: Bool, alert: Alert?, steps: [CaseStep], directory: Directory, now: Date
    ) {
        let receipt = rating.receipt.rawValue
        authority = AuthorityLines(directory)
        code = Self.grouped(receipt)
        link = "/r/\(receipt)"
        unit = directory.unit(rating.unit)?.name ?? ""
        desk = directory.desk(rating.desk)?.name ?? ""
        receivedAt = Formats.moment(rating.receivedAt)
        self.replaced = replaced
        wasReplaced = rating.supersededBy != nil
        month = Formats.month(rating.localDay.month)
        followUp = alert.map { FollowUp($0, steps: steps, directory: directory, now: now) }
        countsQuietly = alert == nil && rating.supersededBy == nil
    }

    /// In groups that can be read aloud; a typed code may carry them (`Receipt.init`).
    static func grouped(_ receipt: String) -> String {
        let (first, rest) = (receipt.prefix(4), receipt.dropFirst(4))
        return [first, rest.prefix(4), rest.dropFirst(4)].joined(separator: "-")
    }
}

extension ReceiptPage.FollowUp {
    init(_ alert: Alert, steps: [CaseStep], directory: Directory, now: Date) {
        let authority = directory.configuration.authority
        number = alert.number
        state = alert.step.stateForCitizens
        handler =
            alert.bypassesHead
            ? directory.unit(authority.homeAffairs)?.name ?? authority.name
            : "người đứng đầu \(directory.unit(alert.unit)?.name ?? authority.name)"
        isOpen = alert.isOpen
        isOverdue = alert.isOpen && now > alert.dueAt
        due = Formats.moment(alert.dueAt)
        answer = steps.last { $0.kind == .answered }?.text
        self.steps = steps.map { ReceiptPage.StepLine(words: $0.kind.eventForCitizens, at: Formats.moment($0.at)) }
    }
}

extension CaseStep.Kind {
    /// What happened, to whoever sent the rating.
    fileprivate var eventForCitizens: String {
        switch self {
        case .opened: "Đã nhận đánh giá của Ông/Bà"
        case .acknowledged: "Người có trách nhiệm đã tiếp nhận"
        case .answered: "Đã có trả lời"
        case .closed: "Đã kết thúc"
        }
    }

    /// How things stand after it.
    fileprivate var stateForCitizens: String {
        switch self {
        case .opened: "Đã chuyển, đang chờ tiếp nhận"
        case .acknowledged: "Đang xem xét"
        case .answered: "Đã trả lời"
        case .closed: "Đã kết thúc"
        }
    }
}
