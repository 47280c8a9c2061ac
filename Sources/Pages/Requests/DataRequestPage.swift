package import Feedback
package import Foundation

/// What became of a request, behind its code: the receipt of the request at first, the answer later.
package struct DataRequestPage: Page {
    package static let template = "data-request"

    struct StepLine: Sendable {
        let words: String
        let at: String
        let text: String?
    }

    /// What was asked for, ready to be read.
    struct CopyLinks: Sendable {
        let page: String
        let json: String
    }

    let authority: AuthorityLines
    let title: String
    /// "8G4T-20H9-MZ3QA".
    let code: String
    let link: String
    let number: String
    let kind: String
    let state: String
    let receivedAt: String
    let isOpen: Bool
    let isOverdue: Bool
    /// The first reply is still to come.
    let replyBy: String?
    let dueBy: String
    let steps: [StepLine]
    let copy: CopyLinks?

    package init(_ file: DataRequestFile, directory: Directory, now: Date) {
        let request = file.request
        authority = AuthorityLines(directory)
        code = ReceiptPage.grouped(request.code.rawValue)
        link = "/privacy/request/\(request.code)"
        number = request.number
        kind = request.kind.words
        receivedAt = Formats.moment(request.receivedAt)
        isOpen = request.isOpen
        isOverdue = request.isOverdue(on: LocalDay(now))
        replyBy = request.repliedAt == nil ? Formats.day(request.replyBy) : nil
        dueBy = Formats.day(request.lastDay)
        switch request.outcome {
        case .answered: title = "Yêu cầu của Ông/Bà đã được thực hiện"
        case .refused: title = "Yêu cầu của Ông/Bà không thực hiện được"
        default: title = "Đã nhận yêu cầu của Ông/Bà"
        }
        state = request.stateForCitizens
        steps = file.steps.map { step in
            let text = [step.dueBy.map { "Hạn mới: \(Formats.day($0)). Lý do:" }, step.text].compactMap { $0 }
                .filter { !$0.isEmpty }.joined(separator: "\n")
            return StepLine(words: step.kind.words, at: Formats.moment(step.at), text: text.isEmpty ? nil : text)
        }
        let hasCopy = request.kind == .copy && request.outcome == .answered
        copy = hasCopy ? CopyLinks(page: "\(link)/copy", json: "\(link)/copy.json") : nil
    }
}

extension DataRequest {
    fileprivate var stateForCitizens: String {
        switch outcome {
        case .answered: "Đã thực hiện"
        case .refused: "Không thực hiện được; lý do ở dưới"
        default: repliedAt == nil ? "Đang chờ phản hồi" : "Đang thực hiện"
        }
    }
}
