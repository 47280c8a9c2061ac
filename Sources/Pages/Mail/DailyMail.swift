package import Feedback
package import Foundation

/// The morning's list of one person: overdue first. It names cases, never what anybody wrote.
package struct DailyMail: Letter {
    package static let template = "mail-daily"
    /// Lines under one heading; a longer list is read on the page.
    static let longest = 20

    package let subject: String
    package let text: String

    let greeting: String
    let opening: String
    let parts: [PartLines]
    let listLink: String
    let authority: String

    struct PartLines: Sendable {
        let heading: String
        let isAlarming: Bool
        let cases: [CaseLine]
        /// "… và 12 vụ việc khác"
        let more: String?
    }

    struct CaseLine: Sendable {
        let number: String
        let link: String
        let place: String
        let category: String
        let due: String
        let state: String
    }

    /// - Throws: `TemplateFault`.
    package init(
        mail: OutboxMail, digest: DailyDigest, directory: Directory, baseURL: String, now: Date
    ) throws {
        greeting = mail.recipient.name
        authority = directory.configuration.authority.name
        listLink = "\(baseURL)/office/cases"
        parts = digest.parts.map { PartLines($0, directory: directory, baseURL: baseURL, now: now) }
        let count = Formats.count(digest.count)
        opening =
            digest.isEmpty
            ? "Khi thư này được gửi đi, không còn vụ việc nào đang chờ Ông/Bà."
            : "Sáng nay, \(Formats.day(now)), có \(count) vụ việc cần Ông/Bà xem."
        let overdue = digest.parts.first { $0.heading == .overdue }?.alerts.count ?? 0
        subject = Self.oneLine(
            overdue > 0
                ? "Vụ việc hôm nay: \(count), trong đó \(Formats.count(overdue)) quá hạn" : "Vụ việc hôm nay: \(count)")
        text = try Templates.render(
            DailyMailText(greeting: greeting, opening: opening, parts: parts, listLink: listLink, authority: authority),
            with: DailyMailText.template)
    }
}

/// The same words without any markup.
struct DailyMailText: Page {
    static let template = "mail-daily-text"

    let greeting: String
    let opening: String
    let parts: [DailyMail.PartLines]
    let listLink: String
    let authority: String
}

extension DailyMail.PartLines {
    fileprivate init(_ part: DailyDigest.Part, directory: Directory, baseURL: String, now: Date) {
        heading = "\(part.heading.words): \(Formats.count(part.alerts.count))"
        isAlarming = part.heading == .overdue
        cases = part.alerts.prefix(DailyMail.longest).map { alert in
            DailyMail.CaseLine(
                number: alert.number, link: "\(baseURL)/office/cases/\(alert.id)",
                place: [directory.desk(alert.desk)?.name, directory.unit(alert.unit)?.name].compactMap { $0 }
                    .joined(separator: ", "),
                category: directory.configuration.alerts.categories.first { $0.id == alert.category }?.name
                    ?? alert.category.rawValue,
                due: "hạn \(Formats.moment(alert.dueAt)), \(DueText(directory).words(alert.dueAt, now: now))",
                state: alert.step.words)
        }
        let rest = part.alerts.count - cases.count
        more = rest > 0 ? "… và \(Formats.count(rest)) vụ việc khác." : nil
    }
}

extension DailyDigest.Heading {
    fileprivate var words: String {
        switch self {
        case .overdue: "Quá hạn"
        case .dueToday: "Đến hạn hôm nay"
        case .unacknowledged: "Chưa ai tiếp nhận"
        case .returned: "Người đánh giá báo chưa được giải quyết"
        }
    }
}
