package import Feedback

/// Who has an account, with an invitation form. Posts `name`, `email` and the fields of `GrantForm` to /office/people.
package struct PeoplePage: Page {
    package static let template = "office-people"

    struct Row: Sendable {
        let name: String
        let href: String
        let email: String
        let roles: [String]
        let state: String
        let isClosed: Bool
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
    let form: GrantForm
    let rows: [Row]

    /// - Parameters:
    ///   - newLink: a fresh one-time link as a full address, and for whom; it is never shown again.
    ///   - typed: the invitation as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, users: [User], on day: LocalDay, newLink: (url: String, name: String)? = nil,
        problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        header = Header(frame, title: problems.isEmpty ? "Tài khoản" : "Lỗi: Tài khoản")
        formToken = frame.formToken
        link = newLink.map { NewLink(url: $0.url, name: $0.name) }
        self.problems = problems.problems.map { Problem(field: "invite-\($0.field)", message: $0.message) }
        name = typed["name"] ?? ""
        email = typed["email"] ?? ""
        form = GrantForm(frame.directory, typed: typed)
        rows = users.sorted { ($0.closedAt == nil ? 0 : 1, $0.name) < ($1.closedAt == nil ? 0 : 1, $1.name) }.map {
            user in
            let roles = user.grants.map { GrantText($0, in: frame.directory, on: day) }.filter(\.isInForce)
            return Row(
                name: user.name, href: PersonPage.path(user.id), email: user.email,
                roles: roles.isEmpty ? ["Không có vai trò nào"] : roles.map { "\($0.role) · \($0.place)" },
                state: PersonPage.state(user), isClosed: user.closedAt != nil)
        }
    }
}
