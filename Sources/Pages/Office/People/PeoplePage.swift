package import Feedback

/// Who has an account, with an invitation form. Posts `name`, `email`, `role`, `unit`, `token` to /office/people,
/// and a fresh link for one person to /office/people/{id}/link.
package struct PeoplePage: Page {
    package static let template = "office-people"

    struct Row: Sendable {
        let name: String
        let email: String
        let roles: [String]
        let state: String
        let action: String
    }

    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    /// The link, shown once.
    struct NewLink: Sendable {
        let url: String
        let name: String
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let formToken: String
    let link: NewLink?
    let problems: [Problem]
    let name: String
    let email: String
    let roles: [Choice]
    let units: [Choice]
    let rows: [Row]

    /// - Parameters:
    ///   - newLink: a fresh one-time link as a full address, and for whom; it is never shown again.
    ///   - typed: the invitation as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, users: [User], newLink: (url: String, name: String)? = nil,
        problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        header = Header(frame, title: problems.isEmpty ? "Tài khoản" : "Lỗi: Tài khoản")
        formToken = frame.formToken
        link = newLink.map { NewLink(url: $0.url, name: $0.name) }
        self.problems = problems.problems.map { Problem(field: "invite-\($0.field)", message: $0.message) }
        name = typed["name"] ?? ""
        email = typed["email"] ?? ""
        let chosenRole = typed["role"] ?? Role.head.rawValue
        roles = Role.allCases.map {
            Choice(value: $0.rawValue, title: $0.words, isChosen: $0.rawValue == chosenRole)
        }
        units =
            [Choice(value: "", title: "Toàn bộ cơ quan", isChosen: (typed["unit"] ?? "").isEmpty)]
            + frame.directory.configuration.units.map {
                Choice(value: $0.id.rawValue, title: $0.name, isChosen: typed["unit"] == $0.id.rawValue)
            }
        rows = users.sorted { $0.name < $1.name }.map { user in
            Row(
                name: user.name, email: user.email,
                roles: user.grants.map { Self.words(of: $0, in: frame.directory) },
                state: user.password == nil ? "Chưa đặt mật khẩu" : "Đang dùng",
                action: "/office/people/\(user.id)/link")
        }
    }

    private static func words(of grant: Grant, in directory: Directory) -> String {
        let unit = grant.unit.map { directory.unit($0)?.name ?? $0.rawValue } ?? "toàn bộ cơ quan"
        return "\(grant.role.words) · \(unit)"
    }
}
