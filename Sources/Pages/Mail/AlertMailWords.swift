package import Feedback
package import Foundation

extension AlertMail {
    /// - Parameters:
    ///   - alerts: what the mail is about, oldest first, each with its rating.
    ///   - baseURL: "https://host", without a slash at its end.
    /// - Throws: `TemplateFault`.
    package init(
        mail: OutboxMail, alerts: [(Alert, Rating)], directory: Directory, baseURL: String, now: Date
    ) throws {
        let cases = alerts.map { CaseLines($0, $1, directory: directory, baseURL: baseURL, now: now) }
        try self.init(
            greeting: mail.recipient.name, desk: directory.desk(mail.desk)?.name ?? mail.desk.rawValue,
            unit: cases.first?.unit ?? "", cases: cases, listLink: "\(baseURL)/office/cases",
            authority: directory.configuration.authority.name)
    }

    init(greeting: String, desk: String, unit: String, cases: [CaseLines], listLink: String, authority: String) throws {
        self.greeting = greeting
        self.desk = desk
        self.unit = unit
        self.cases = cases
        self.listLink = listLink
        self.authority = authority
        isDigest = cases.count > 1
        count = Formats.count(cases.count)
        subject = Self.subject(cases, desk: desk, unit: unit)
        text = try Templates.render(
            AlertMailText(
                greeting: greeting, isDigest: isDigest, count: count, desk: desk, unit: unit, cases: cases,
                listLink: listLink, authority: authority), with: AlertMailText.template)
    }

    /// One line whatever the names hold.
    private static func subject(_ cases: [CaseLines], desk: String, unit: String) -> String {
        let place = [desk, unit].filter { !$0.isEmpty }.joined(separator: ", ")
        let subject =
            cases.count == 1
            ? "Đánh giá chưa hài lòng: \(place) (\(cases[0].number))"
            : "\(Formats.count(cases.count)) đánh giá chưa hài lòng: \(place)"
        return subject.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}

/// The same words without any markup.
struct AlertMailText: Page {
    static let template = "mail-alert-text"

    let greeting: String
    let isDigest: Bool
    let count: String
    let desk: String
    let unit: String
    let cases: [AlertMail.CaseLines]
    let listLink: String
    let authority: String
}

extension AlertMail.CaseLines {
    init(_ alert: Alert, _ rating: Rating, directory: Directory, baseURL: String, now: Date) {
        let policy = directory.configuration.alerts
        let criteria = directory.questionnaire(rating.questionnaire)?.criteria ?? []
        number = alert.number
        category = policy.categories.first { $0.id == alert.category }?.name ?? alert.category.rawValue
        unit = directory.unit(alert.unit)?.name ?? alert.unit.rawValue
        desk = directory.desk(alert.desk)?.name ?? alert.desk.rawValue
        at = Formats.moment(rating.receivedAt)
        answers = rating.answers.all.map { answer in
            AlertMail.AnswerLine(
                criterion: criteria.first { $0.id == answer.criterion }?.text ?? answer.criterion.rawValue,
                level: answer.level.words, isLow: answer.level.rawValue <= policy.negativeLevel)
        }
        reasons = rating.reasons.isEmpty ? nil : rating.reasons.map(\.words).joined(separator: "; ")
        comment = policy.commentInMail ? rating.comment : nil
        due = Formats.moment(alert.dueAt)
        isOverdue = alert.isOpen && now > alert.dueAt
        state = alert.step.words
        link = "\(baseURL)/office/cases/\(alert.id)"
    }
}
