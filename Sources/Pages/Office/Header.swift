import Feedback

/// The top of an office page, drawn: whose server, who is signed in, where one can go, what is wrong.
struct Header: Sendable {
    struct Link: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    /// Of the browser's tab.
    let title: String
    let authority: String
    /// Nil: nobody is signed in, there is nothing to navigate.
    let person: Person?
    let links: [Link]
    let notices: [String]

    struct Person: Sendable {
        let name: String
        let roles: String
        let token: String
        let accountHref: String
        let isAtAccount: Bool
    }

    init(_ frame: Frame, title: String) {
        self.title = title
        authority = frame.directory.configuration.authority.name
        person = Person(
            name: frame.user.name,
            roles: frame.rights.roles.map(\.words).joined(separator: ", "),
            token: frame.formToken, accountHref: Section.account.path, isAtAccount: frame.section == .account)
        links = Section.allCases.filter { $0.isFor(frame.rights) }
            .map { Link(title: $0.title, href: $0.path, isCurrent: $0 == frame.section) }
        notices = frame.notices
    }

    /// Before somebody has signed in.
    init(title: String, authority: String) {
        self.title = title
        self.authority = authority
        person = nil
        links = []
        notices = []
    }
}
