package import Feedback

/// A period that was published and taken back: that it was, when and why.
package struct OpenGonePage: Page {
    package static let template = "open-gone"

    let style: String
    let authority: AuthorityLines
    let title: String
    let heading: String
    let reason: String
    let versions: [OpenTrace.Line]
    let listHref: String

    /// - Parameter versions: of the period, oldest first; none is in force.
    /// - Throws: `Refusal.notFound` when the period was never published.
    package init(_ versions: [Publication]) throws(Refusal) {
        guard let last = versions.last, let end = last.end else { throw .notFound }
        style = OpenStyle.css
        authority = AuthorityLines(last.figures)
        heading = Formats.period(last.period).firstUppercased
        title = "\(heading): đã thu hồi"
        reason = "Cơ quan đã thu hồi số liệu này lúc \(Formats.moment(end.at)). Lý do: \(end.reason)"
        self.versions = OpenTrace(versions).lines
        listHref = OpenAddress.list
    }
}
