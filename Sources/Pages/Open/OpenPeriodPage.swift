import Charts
package import Feedback

/// The published figures of a period: the whole authority and each unit.
package struct OpenPeriodPage: Page {
    package static let template = "open-period"

    let style: String
    let authority: AuthorityLines
    let title: String
    /// Set where the office looks before it publishes.
    let preview: String?
    let heading: String
    let note: String?
    let whole: OpenWhole
    let chart: ChartDrawing?
    let tables: [OpenTable]
    let method: [String]
    let office: String
    let source: String
    let published: String
    let versions: [OpenTrace.Line]
    let csvHref: String
    let jsonHref: String
    let listHref: String

    /// - Parameters:
    ///   - publication: the version in force, or one that would be.
    ///   - all: every publication, oldest first: its own versions, and the period before.
    package init(_ publication: Publication, among all: [Publication], isPreview: Bool = false) {
        let (figures, period) = (publication.figures, publication.period)
        style = OpenStyle.css
        authority = AuthorityLines(figures)
        heading = Formats.period(period).firstUppercased
        title = "\(heading): người dân đánh giá \(figures.authority)"
        preview = isPreview ? "Bản xem trước, chưa công bố: người dân chưa thấy trang này." : nil
        note = publication.note.isEmpty ? nil : publication.note
        whole = OpenWhole(
            figures.whole, before: all.inForce(period.previous)?.figures.whole, since: period.previous,
            cases: figures.cases, target: figures.target)
        chart = Self.chart(figures, period)
        tables = Self.tables(figures, period)
        method = figures.method
        office = figures.office
        source = [figures.questionnaire, figures.source].filter { !$0.isEmpty }.joined(separator: ". ")
        published = isPreview ? "Chưa công bố" : Formats.moment(publication.at)
        self.versions = isPreview ? [] : OpenTrace(all.filter { $0.period == period }).lines
        csvHref = OpenAddress.csv(period)
        jsonHref = OpenAddress.json(period)
        listHref = OpenAddress.list
    }

    private static func chart(_ figures: PublishedFigures, _ period: Period) -> ChartDrawing? {
        let rows = figures.units.compactMap { unit in
            unit.cell.measured.map { measured in
                StackedBars.Row(
                    label: unit.name, href: OpenAddress.unit(unit.id, period), counts: measured.chartCounts,
                    share: measured.chartShare)
            }
        }
        guard !rows.isEmpty else { return nil }
        return ChartDrawing(
            bars: rows, id: "units", title: "Năm mức của từng đơn vị, \(Formats.period(period))",
            target: figures.target)
    }

    private static func tables(_ figures: PublishedFigures, _ period: Period) -> [OpenTable] {
        let channels = figures.channels.map {
            (name: Channel(rawValue: $0.id)?.words ?? $0.id, href: String?.none, cell: $0.cell)
        }
        let all = [
            OpenTable(
                id: "don-vi", title: "Từng đơn vị", heading: "Đơn vị",
                rows: figures.units.map { ($0.name, OpenAddress.unit($0.id, period), $0.cell) }),
            OpenTable(
                id: "tieu-chi", title: "Từng tiêu chí, cả cơ quan", heading: "Tiêu chí", hasRatings: false,
                rows: figures.criteria.map { ($0.name, nil, $0.cell) }),
            OpenTable(
                id: "linh-vuc", title: "Từng lĩnh vực", heading: "Lĩnh vực",
                rows: figures.fields.map { ($0.name, nil, $0.cell) }),
            OpenTable(id: "kenh", title: "Đánh giá bằng cách nào", heading: "Cách đánh giá", rows: channels),
        ]
        return all.filter { !$0.rows.isEmpty }
    }
}

extension [Publication] {
    /// What is public of a period.
    func inForce(_ period: Period) -> Publication? { last { $0.period == period && $0.isInForce } }
}

extension AuthorityLines {
    /// As it was called when it published.
    init(_ figures: PublishedFigures) {
        name = figures.authority
        address = figures.address
        phone = figures.phone
    }
}
