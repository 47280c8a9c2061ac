package import Feedback
package import Foundation

/// What a citizen keeps: thanks, a code, what happens next and by when, and later the answer and a way to say that it
/// settled nothing. It holds no phone number and no official's name: a receipt is shown around.
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
    /// Why what was just sent was not taken.
    let notice: String?
    /// What was written, where there is no form any more to hold it.
    let unsent: String?
    let followUp: FollowUp?
    let countsQuietly: Bool
}

/// What came back from a form of the receipt page that was not taken.
package struct ReceiptReply: Sendable {
    package enum Form: String, Sendable {
        case word, `return`
    }

    let form: Form
    let typed: String
    let problems: FormProblems
    let notice: String?

    /// - Parameter notice: a sentence that is about no field, such as "the server is busy".
    package init(_ form: Form, typed: String, problems: FormProblems = FormProblems(), notice: String? = nil) {
        self.form = form
        self.typed = typed
        self.problems = problems
        self.notice = notice
    }
}

extension ReceiptPage {
    /// - Parameters:
    ///   - replaced: whether it took the place of an earlier rating of the same phone, desk and day.
    ///   - alert: the case it opened, with its `steps`, oldest first.
    ///   - formToken: of this page's forms (`Secrets.pageToken`).
    ///   - reply: what came back with problems; all of it is kept.
    package init(
        rating: Rating, replaced: Bool, alert: Alert?, steps: [CaseStep], directory: Directory, now: Date,
        formToken: String = "", reply: ReceiptReply? = nil
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
        let followUp = alert.map { alert in
            let rules = directory.configuration.alerts.cases
            let citizens = CitizenCase(alert: alert, steps: steps, rules: rules, now: now)
            return FollowUp(
                citizens, directory: directory, now: now, receipt: receipt, formToken: formToken, reply: reply)
        }
        self.followUp = followUp
        let hasForm = followUp.map { reply?.form == .word ? $0.word != nil : $0.returning != nil } ?? false
        notice = reply?.notice ?? reply?.problems.message(for: "step")
        unsent = hasForm ? nil : reply.flatMap { $0.typed.isEmpty ? nil : $0.typed }
        countsQuietly = alert == nil && rating.supersededBy == nil
    }

    /// In groups that can be read aloud; a typed code may carry them (`Receipt.init`).
    static func grouped(_ receipt: String) -> String {
        let (first, rest) = (receipt.prefix(4), receipt.dropFirst(4))
        return [first, rest.prefix(4), rest.dropFirst(4)].joined(separator: "-")
    }
}
