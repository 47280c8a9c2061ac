package import Feedback

/// Which periods are published, and what this is about at all: purpose and content for everybody (Kế hoạch 203/KH-UBND,
/// IV.4).
package struct OpenListPage: Page {
    package static let template = "open-list"

    struct Line: Sendable {
        let name: String
        let href: String
        /// "93,14 % hài lòng"; nil where it was taken back.
        let share: String?
        /// "n = 1.070 · công bố …".
        let details: String
    }

    let style: String
    let authority: AuthorityLines
    let title: String
    let criteria: [String]
    let source: String?
    let lines: [Line]
    let isEmpty: Bool
    let office: String

    package init(_ publications: [Publication], directory: Directory, on day: LocalDay) {
        let configuration = directory.configuration
        let questionnaire = directory.deskQuestionnaire(on: day)
        style = OpenStyle.css
        authority = AuthorityLines(directory)
        title = "Người dân đánh giá \(configuration.authority.name)"
        criteria = questionnaire?.criteria.map(\.text) ?? []
        source = questionnaire?.source
        office = directory.unit(configuration.authority.homeAffairs)?.name ?? configuration.authority.name
        let last = Dictionary(publications.map { ($0.period, $0) }, uniquingKeysWith: { _, last in last })
        lines = last.values
            .sorted { ($0.period.last, $0.period.dayCount) > ($1.period.last, $1.period.dayCount) }.map(Line.init)
        isEmpty = lines.isEmpty
    }
}

extension OpenListPage.Line {
    init(_ publication: Publication) {
        let cell = OpenCellText(publication.figures.whole)
        name = Formats.period(publication.period).firstUppercased
        href = OpenAddress.period(publication.period)
        if let end = publication.end {
            share = nil
            details = "đã thu hồi \(Formats.day(end.at))"
        } else {
            share = cell.share.map { "\($0) hài lòng" }
            let version = publication.version > 1 ? ", bản \(publication.version)" : ""
            details =
                "\(cell.ratings ?? "0") lượt đánh giá, n = \(cell.n ?? "0"), công bố \(Formats.day(publication.at))\(version)"
        }
    }
}
