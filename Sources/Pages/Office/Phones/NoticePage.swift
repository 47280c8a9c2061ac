package import Feedback

/// What citizens are told about their data, to be changed by the data-protection officer: each change is a new version.
/// Posts `short`, `consent`, `full`, `token` to itself.
package struct NoticePage: Page {
    package static let template = "office-notice"
    package static let path = "/office/privacy/notice"

    struct Version: Sendable {
        let name: String
        let href: String
        let since: String
        let who: String
    }

    struct Blank: Sendable {
        let name: String
        let meaning: String
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let problems: [Problem]
    let short: String
    let consent: String
    let full: String
    let blanks: [Blank]
    let hasVersions: Bool
    let versions: [Version]
    let action: String
    let formToken: String

    /// - Parameters:
    ///   - names: of whoever published, by the actor's label.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, names: [String: String], typed: FormFields? = nil, problems: FormProblems = FormProblems()
    ) {
        let notices = frame.directory.notices
        let source = notices.last?.source ?? .usual
        header = Header(frame, title: problems.isEmpty ? "Thông báo quyền riêng tư" : "Lỗi: Thông báo quyền riêng tư")
        self.problems = problems.problems.map { Problem(field: $0.field, message: $0.message) }
        short = typed?["short"] ?? source.short
        consent = typed?["consent"] ?? source.consent
        full = typed?["full"] ?? source.full
        blanks = NoticeText.blanks.map { Blank(name: "{\($0.name)}", meaning: $0.meaning) }
        versions = notices.reversed().map {
            Version(
                name: $0.name, href: PrivacyPage.path(of: $0), since: Formats.moment($0.since),
                who: names[$0.actor] ?? "Chương trình")
        }
        hasVersions = !versions.isEmpty
        action = Self.path
        formToken = frame.formToken
    }
}
