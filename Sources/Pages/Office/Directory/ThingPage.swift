package import Feedback

/// One thing of the directory: what is known of it, what belongs to it, what can be done, what was done.
package struct ThingPage: Page {
    package static let template = "office-directory-thing"

    struct Link: Sendable {
        let title: String
        let href: String
    }

    struct Fact: Sendable {
        let term: String
        let value: String
        let href: String?
    }

    struct Part: Sendable {
        let id: String
        let title: String
        let rows: [Row]
        let isEmpty: Bool
        /// What to do when there is nothing.
        let empty: String
        let add: Link?
    }

    struct Row: Sendable {
        let name: String
        let href: String
        let note: String
        let state: String?
    }

    let header: Header
    let formToken: String
    let path: [Link]
    let title: String
    let kind: String
    let state: String?
    let problem: String?
    let facts: [Fact]
    let actions: [Link]
    let hasActions: Bool
    let parts: [Part]
    let changes: [ChangeLine]
    let hasChanges: Bool

    init(
        _ frame: Frame, title: String, kind: String, state: String?, path: [Link], facts: [Fact], actions: [Link],
        parts: [Part], changes: [ChangeLine], problem: String?
    ) {
        header = Header(frame, title: title)
        formToken = frame.formToken
        self.path = [Link(title: "Danh mục", href: Section.directory.path)] + path
        self.title = title
        self.kind = kind
        self.state = state
        self.problem = problem
        self.facts = facts
        self.actions = actions
        hasActions = !actions.isEmpty
        self.parts = parts
        self.changes = changes
        hasChanges = !changes.isEmpty
    }
}

extension ThingPage {
    /// - Returns: nil when there is no such thing, or it is outside the scope.
    /// - Parameter problem: why something could not be done.
    package init?(
        _ frame: Frame, thing: Thing, changes: [ChangeLine] = [], problem: String? = nil, today: LocalDay
    ) {
        let maker = ThingMaker(frame: frame, today: today, changes: changes, problem: problem)
        let page: ThingPage? =
            switch thing {
            case .unit(let id): maker.unit(id)
            case .desk(let id): maker.desk(id)
            case .official(let id): maker.official(id)
            case .field(let id): maker.field(id)
            case .procedure(let id): maker.procedure(id)
            }
        guard let page else { return nil }
        self = page
    }

    /// All fields of work.
    package static func fields(_ frame: Frame, today: LocalDay) -> ThingPage {
        ThingMaker(frame: frame, today: today, changes: [], problem: nil).fields()
    }
}
