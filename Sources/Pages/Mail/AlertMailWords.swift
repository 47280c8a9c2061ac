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
        let place = Self.place(mail.desk, alerts.map(\.0), directory)
        let isEscalation = mail.kind == .escalation
        let isOpen = alerts.contains { $0.0.step == .opened }
        try self.init(
            greeting: mail.recipient.name,
            subject: isEscalation ? Self.escalated(cases, place) : Self.subject(cases, place),
            opening: isEscalation ? Self.escalation(cases.count) : Self.opening(cases.count, place),
            warning: isOpen && !isEscalation ? Self.warning(directory.configuration.alerts) : nil, cases: cases,
            listLink: "\(baseURL)/office/cases", authority: directory.configuration.authority.name)
    }

    private init(
        greeting: String, subject: String, opening: String, warning: String?, cases: [CaseLines], listLink: String,
        authority: String
    ) throws {
        self.greeting = greeting
        self.subject = Self.oneLine(subject)
        self.opening = opening
        self.warning = warning
        self.cases = cases
        self.listLink = listLink
        self.authority = authority
        isDigest = cases.count > 1
        text = try Templates.render(
            AlertMailText(
                greeting: greeting, opening: opening, warning: warning, isDigest: isDigest, cases: cases,
                listLink: listLink, authority: authority), with: AlertMailText.template)
    }

    /// "Quầy 3, Phòng Tư pháp"; empty for cases from several desks.
    private static func place(_ desk: ID<Desk>?, _ alerts: [Alert], _ directory: Directory) -> String {
        guard let first = alerts.first?.desk ?? desk, alerts.allSatisfy({ $0.desk == first }) else { return "" }
        let unit = alerts.first.map { directory.unit($0.unit)?.name ?? $0.unit.rawValue }
        return [directory.desk(first)?.name ?? first.rawValue, unit ?? ""].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    private static func subject(_ cases: [CaseLines], _ place: String) -> String {
        cases.count == 1
            ? "Đánh giá chưa hài lòng: \(place) (\(cases[0].number))"
            : "\(Formats.count(cases.count)) đánh giá chưa hài lòng: \(place)"
    }

    private static func escalated(_ cases: [CaseLines], _ place: String) -> String {
        let rest = place.isEmpty ? "" : ": \(place)"
        return cases.count == 1
            ? "Chưa ai tiếp nhận\(rest) (\(cases[0].number))"
            : "\(Formats.count(cases.count)) vụ việc chưa ai tiếp nhận\(rest)"
    }

    private static func opening(_ count: Int, _ place: String) -> String {
        count == 1
            ? "\(place) vừa nhận một đánh giá chưa hài lòng."
            : "\(place) vừa nhận \(Formats.count(count)) đánh giá chưa hài lòng trong thời gian ngắn. "
                + "Xin xem từng vụ việc dưới đây."
    }

    private static func escalation(_ count: Int) -> String {
        count == 1
            ? "Vụ việc dưới đây đã quá thời gian quy định mà chưa ai tiếp nhận, nên được chuyển tới Ông/Bà."
            : "\(Formats.count(count)) vụ việc dưới đây đã quá thời gian quy định mà chưa ai tiếp nhận, "
                + "nên được chuyển tới Ông/Bà."
    }

    private static func warning(_ policy: AlertPolicy) -> String? {
        policy.escalationMinutes(0).map {
            "Nếu sau \(Formats.duration(minutes: $0)) làm việc chưa ai tiếp nhận, vụ việc được chuyển lên cấp trên."
        }
    }
}

/// The same words without any markup.
struct AlertMailText: Page {
    static let template = "mail-alert-text"

    let greeting: String
    let opening: String
    let warning: String?
    let isDigest: Bool
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
        let isUntaken = alert.step == .opened
        link = "\(baseURL)/office/cases/\(alert.id)" + (isUntaken ? "/take" : "")
        linkWords = isUntaken ? "Tiếp nhận \(alert.number)" : "Xem \(alert.number)"
    }
}
