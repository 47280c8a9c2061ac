package import Feedback

/// Says no: what happened and what to do, in plain words.
package struct RefusalPage: Page {
    package static let template = "refusal"

    let authority: AuthorityLines
    let title: String
    let lines: [String]
    let link: Link?
    /// Where to go instead, when there are several desks.
    let heirs: [Heir]
    let hasHeirs: Bool

    struct Link: Sendable {
        let address: String
        let words: String
    }

    struct Heir: Sendable {
        /// Nil: no card of this desk is in force.
        let address: String?
        let desk: String
        let unit: String
    }
}

extension RefusalPage {
    package init(_ refusal: Refusal, directory: Directory) {
        let text = RefusalText(refusal)
        authority = AuthorityLines(directory)
        title = text.title
        lines = text.lines
        link = text.link
        heirs =
            refusal.closedDesk.map { $0.onlyHeir == nil ? $0.heirs.prefix(Self.mostHeirs).map(Heir.init) : [] } ?? []
        hasHeirs = !heirs.isEmpty
    }

    /// A page that can be read standing at a door.
    private static let mostHeirs = 12
}

extension RefusalPage.Heir {
    init(_ heir: ClosedDesk.Heir) {
        self.init(address: heir.code.map { "/q/\($0)" }, desk: heir.desk, unit: heir.unit)
    }
}

extension ClosedDesk {
    /// The way on, when there is just one.
    var onlyHeir: RefusalPage.Link? {
        guard heirs.count == 1, let heir = heirs.first, let code = heir.code else { return nil }
        return RefusalPage.Link(address: "/q/\(code)", words: "Mở trang đánh giá của \(heir.desk), \(heir.unit)")
    }
}

extension Refusal {
    fileprivate var closedDesk: ClosedDesk? {
        if case .closedDesk(let desk) = self { desk } else { nil }
    }
}
