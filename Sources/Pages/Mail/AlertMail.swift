/// Tells those who answer for a unit of a bad rating, or of several that came in a burst; and those above them of cases
/// that nobody took on.
/// It holds no phone number, and a comment only where the policy says so: mail is read on many screens.
package struct AlertMail: Letter {
    package static let template = "mail-alert"

    package let subject: String
    package let text: String

    let greeting: String
    /// Why this mail comes.
    let opening: String
    /// What happens if nobody takes the case on.
    let warning: String?
    let isDigest: Bool
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
        /// Where the case can be taken on, or seen when somebody has.
        let link: String
        let linkWords: String
    }

    struct AnswerLine: Sendable {
        let criterion: String
        let level: String
        let isLow: Bool
    }
}
