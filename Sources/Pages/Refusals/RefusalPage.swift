package import Feedback

/// Says no: what happened and what to do, in plain words.
package struct RefusalPage: Page {
    package static let template = "refusal"

    let authority: AuthorityLines
    let title: String
    let lines: [String]
    let link: Link?

    struct Link: Sendable {
        let address: String
        let words: String
    }
}

extension RefusalPage {
    package init(_ refusal: Refusal, directory: Directory) {
        let text = RefusalText(refusal)
        authority = AuthorityLines(directory)
        title = text.title
        lines = text.lines
        link = text.link
    }
}
