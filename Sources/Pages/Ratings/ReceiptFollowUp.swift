import Feedback
import Foundation

extension ReceiptPage {
    /// The case that a bad rating opened.
    struct FollowUp: Sendable {
        let number: String
        let state: String
        /// Who answers: a unit, not a person.
        let handler: String
        let isOpen: Bool
        /// It was answered, and the citizen said that this settled nothing.
        let isReturned: Bool
        let isOverdue: Bool
        let due: String
        let answer: String?
        let finding: String?
        let steps: [StepLine]
        /// Until when the answer can be returned; nil when it cannot.
        let returnableUntil: String?
        let returning: WordForm?
        let word: WordForm?
    }

    struct StepLine: Sendable {
        let words: String
        let at: String
    }

    /// A few words of the citizen.
    struct WordForm: Sendable {
        let action: String
        let token: String
        let typed: String
        let problem: String?
    }
}

extension ReceiptPage.FollowUp {
    init(
        _ citizens: CitizenCase, directory: Directory, now: Date, receipt: String, formToken: String,
        reply: ReceiptReply?
    ) {
        let (alert, authority) = (citizens.alert, directory.configuration.authority)
        let answered = citizens.steps.last { $0.kind == .answered }
        number = alert.number
        state = alert.step.stateForCitizens
        handler =
            alert.bypassesHead
            ? directory.unit(authority.homeAffairs)?.name ?? authority.name
            : "người đứng đầu \(directory.unit(alert.unit)?.name ?? authority.name)"
        isOpen = alert.isOpen
        isReturned = alert.isOpen && citizens.steps.contains { $0.kind == .returned }
        isOverdue = alert.isOverdue(at: now)
        due = Formats.moment(alert.dueAt)
        answer = answered?.text
        finding = answered?.finding?.wordsForCitizens
        steps = citizens.steps.compactMap { step in
            step.kind.eventForCitizens.map { ReceiptPage.StepLine(words: $0, at: Formats.moment(step.at)) }
        }
        returnableUntil = citizens.mayReturn ? citizens.returnableUntil.map(Formats.moment) : nil
        func form(_ kind: ReceiptReply.Form) -> ReceiptPage.WordForm {
            let mine = reply.flatMap { $0.form == kind ? $0 : nil }
            return ReceiptPage.WordForm(
                action: "/r/\(receipt)/\(kind.rawValue)#\(kind.rawValue)", token: formToken, typed: mine?.typed ?? "",
                problem: mine?.problems.message(for: "text"))
        }
        returning = citizens.mayReturn ? form(.return) : nil
        word = citizens.maySay ? form(.word) : nil
    }
}

extension CaseStep.Kind {
    /// What happened, to whoever sent the rating; nil for what is the office's own business.
    fileprivate var eventForCitizens: String? {
        switch self {
        case .opened: "Đã nhận đánh giá của Ông/Bà"
        case .acknowledged: "Người có trách nhiệm đã tiếp nhận"
        case .handling: "Bắt đầu xem xét, xử lý"
        case .answered: "Đã có trả lời"
        case .returned: "Ông/Bà báo chưa được giải quyết; việc xem xét mở lại"
        case .closed: "Đã kết thúc"
        case .said: "Ông/Bà viết thêm"
        case .assigned: nil
        }
    }

    /// How things stand after it.
    fileprivate var stateForCitizens: String {
        switch self {
        case .opened: "Đã chuyển, đang chờ tiếp nhận"
        case .acknowledged, .assigned, .said: "Đã tiếp nhận"
        case .handling: "Đang xem xét, xử lý"
        case .answered: "Đã trả lời"
        case .returned: "Mở lại theo lời Ông/Bà, đang chờ xử lý"
        case .closed: "Đã kết thúc"
        }
    }
}

extension Finding {
    fileprivate var wordsForCitizens: String {
        switch self {
        case .confirmed: "Phản ánh của Ông/Bà đúng"
        case .unfounded: "Không thấy đúng như phản ánh"
        case .unclear: "Chưa đủ căn cứ để kết luận"
        }
    }
}
