import Charts
import Feedback

/// The figures of one side of a period: a chart where it helps, and always the table.
struct Split: Sendable {
    let id: String
    let title: String
    /// What a row is: "Đơn vị".
    let heading: String
    /// Of the column of bands; nil: rows are not compared.
    let bandHeading: String?
    let chart: ChartDrawing?
    /// "Xem cả 300 dòng": where a long table stands whole; nil: it does here.
    let rest: String?
    let restHref: String
    /// The body of the table, as `FigureLine` draws it.
    let rows: String
    let note: String?
    /// What the thin line of the marks is; nil: there is none.
    let markNote: String?
    let csvHref: String
    let xlsxHref: String
}

/// What a split's row stands for, before it is drawn.
struct SplitEntry {
    var name: String
    var measured: Measured
    /// Nil for what has no address of its own.
    var address: FigureAddress?
    var depth = 0
    var isSum = false
    /// A figure that is not that of the counts: the mean of criteria.
    var figure: FigureText?
    var share: Charts.Share?
    var band: String?
    var isWorse = false
}

extension Split {
    /// Rows of a table that stands whole without being asked for: the first rows are what is worth a look, and three
    /// hundred officials would be most of the page for everybody who came for the month.
    static let longest = 30
    /// How many rows of a longer one stand here.
    static let first = 12

    /// How a split is drawn, beside its rows.
    struct Look {
        var id: String
        var title: String
        /// What a row is: "Đơn vị".
        var heading: String
        var bandHeading: String?
        /// Whose figures the rows are.
        var owner: Measured.Owner
        /// Whether numbers lead to single ratings.
        var mayReadRows: Bool
        /// The share of the whole, for the marks; nil: no line.
        var whole: Double?
        var chart: ChartDrawing?
        var note: String?
    }

    /// - Parameters:
    ///   - all: of which only those that stand here are made.
    ///   - address: of the page.
    init(_ all: some RandomAccessCollection<SplitEntry>, _ look: Look, address: FigureAddress) {
        let isWhole = address.isWhole || all.count <= Self.longest
        let entries = Array(all.prefix(isWhole ? all.count : Self.first))
        id = look.id
        title = look.title
        heading = look.heading
        bandHeading = look.bandHeading
        chart = look.chart
        note = look.note
        rest = entries.count < all.count ? "Xem cả \(Formats.count(all.count)) dòng" : nil
        restHref = "\(address.wholePath)#\(look.id)"
        markNote = look.whole.map { "Gạch đứng: mức chung \(Formats.percent($0))." }
        csvHref = address.file("csv", table: look.id)
        xlsxHref = address.file("xlsx", table: look.id)
        let marks = IntervalMarks(
            rows: entries.map { entry in
                let isFit = entry.measured.isFitForChart(of: look.owner) && FigureText.shows(entry.measured, look.owner)
                return IntervalMarks.Row(
                    title: entry.name, n: entry.measured.counts.n,
                    share: isFit ? entry.share ?? entry.measured.chartShare : nil)
            }, whole: look.whole)
        rows = entries.enumerated().reduce(into: "") { rows, next in
            let (index, entry) = next
            rows += FigureLine(entry: entry, look: look, mark: marks.svg(index) ?? "", index: index).html
        }
    }
}
