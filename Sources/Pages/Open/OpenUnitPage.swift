package import Feedback

/// The published figures of one unit in a period.
package struct OpenUnitPage: Page {
    package static let template = "open-unit"

    let style: String
    let authority: AuthorityLines
    let title: String
    let unit: String
    let heading: String
    let whole: OpenWhole
    let tables: [OpenTable]
    let method: [String]
    let office: String
    let published: String
    let periodHref: String
    let posterHref: String

    /// - Parameter all: every publication: that of the period before is among them, or not.
    /// - Throws: `Refusal.notFound` for a unit that is not in the publication.
    package init(_ publication: Publication, among all: [Publication], unit id: ID<Feedback.Unit>) throws(Refusal) {
        let (figures, period) = (publication.figures, publication.period)
        guard let row = figures.unit(id) else { throw .notFound }
        style = OpenStyle.css
        authority = AuthorityLines(figures)
        unit = row.name
        heading = Formats.period(period).firstUppercased
        title = "\(row.name), \(Formats.period(period))"
        whole = OpenWhole(
            row.cell, before: all.inForce(period.previous)?.figures.unit(id)?.cell, since: period.previous,
            cases: row.cases, target: figures.target)
        let criteria = OpenTable(
            id: "tieu-chi", title: "Từng tiêu chí", heading: "Tiêu chí", hasRatings: false,
            rows: row.criteria.map { ($0.name, nil, $0.cell) })
        tables = criteria.rows.isEmpty ? [] : [criteria]
        method = figures.method
        office = figures.office
        published = Formats.moment(publication.at)
        periodHref = OpenAddress.period(period)
        posterHref = OpenAddress.poster(id)
    }
}
