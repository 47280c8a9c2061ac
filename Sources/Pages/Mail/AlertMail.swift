/// Tells those who answer for a unit of a bad rating, or of several that came in a burst.
/// It holds no phone number, and a comment only where the policy says so: mail is read on many screens.
package struct AlertMail: Page {
    package static let template = "mail-alert"

    package let subject: String
    /// Plain text, lines ended by "\n".
    package let text: String

    let greeting: String
    let isDigest: Bool
    let count: String
    let desk: String
    let unit: String
    let cases: [CaseLines]
    let listLink: String
    let authority: String

    struct CaseLines: Sendable {
        let number: String
        let category: String
        let unit: String
        let desk: String
        let at: String
        let answers: [AnswerLine]
        let reasons: String?
        let comment: String?
        let due: String
        let isOverdue: Bool
        let state: String
        let link: String
    }

    struct AnswerLine: Sendable {
        let criterion: String
        let level: String
        let isLow: Bool
    }
}
