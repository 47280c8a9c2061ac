import Charts
import Feedback

/// The figures of one side of a period: a chart where it helps, and always the table.
struct Split: Sendable {
    /// The most drawn thing of the office. Its cells are finished words, "–" where nothing may be shown, and its choices
    /// are Booleans: a section about a text would look every name up in the text first.
    struct Row: Sendable {
        let name: String
        /// How far down a tree: a class of the style sheet, "" at the top.
        let depth: String
        /// Whether the row sums up those below it.
        let isSum: Bool
        let isLink: Bool
        /// The period of this row alone.
        let href: String
        /// Classes of the style sheet.
        let shareClass: String
        let share: String
        let n: String
        let interval: String
        let dissatisfied: String
        let mean: String
        let note: String
        let leadsToRows: Bool
        /// The ratings behind n.
        let rowsHref: String
        let leadsToLow: Bool
        /// The ratings at levels 1 and 2.
        let lowHref: String
        /// A dot with its interval; empty where it may not be shown.
        let mark: String
        /// A bar of the five levels the height of a line; empty where it may not be shown.
        let spark: String
        let isCompared: Bool
        /// "rõ ràng thấp hơn", where rows are compared; else what else there is to say.
        let band: String
        let bandClass: String
    }

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
    let rows: [Row]
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
    static let first = 15

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

    /// - Parameter address: of the page.
    init(_ all: [SplitEntry], _ look: Look, address: FigureAddress) {
        let entries = address.isWhole || all.count <= Self.longest ? all[...] : all.prefix(Self.first)
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
            id: look.id,
            rows: entries.map { entry in
                let isFit = entry.measured.isFitForChart(of: look.owner) && FigureText.shows(entry.measured, look.owner)
                return IntervalMarks.Row(
                    title: entry.name, n: entry.measured.counts.n,
                    share: isFit ? entry.share ?? entry.measured.chartShare : nil)
            }, whole: look.whole)
        rows = entries.enumerated().map { index, entry in
            let measured = entry.measured
            let size = measured.size(of: look.owner)
            let rows = look.mayReadRows && measured.ratings > 0 ? entry.address : nil
            let figure = entry.figure ?? FigureText(measured, of: look.owner)
            let low =
                (size == .full || size == .provisional) && measured.counts.n1 + measured.counts.n2 > 0
                    && figure.dissatisfied != nil
                ? rows?.at([.veryDissatisfied, .dissatisfied]) : nil
            return Row(
                name: entry.name, depth: entry.depth == 0 ? "" : "deep-\(min(entry.depth, 4))", isSum: entry.isSum,
                isLink: entry.address != nil, href: entry.address?.path ?? "",
                shareClass: figure.isProvisional ? "num strong provisional" : "num strong",
                share: figure.share ?? "–", n: figure.n, interval: figure.interval ?? "–",
                dissatisfied: figure.dissatisfied ?? "–", mean: figure.mean ?? "–", note: figure.note ?? "",
                leadsToRows: rows != nil, rowsHref: rows?.rowsPath ?? "", leadsToLow: low != nil,
                lowHref: low?.rowsPath ?? "", mark: marks.svg(index) ?? "",
                spark: size == .full
                    ? Spark(
                        id: "\(look.id)-\(index)", title: "Năm mức của \(entry.name)", counts: measured.chartCounts
                    ).svg : "",
                isCompared: look.bandHeading != nil, band: entry.band ?? "–",
                bandClass: entry.isWorse ? "small late" : "small")
        }
    }
}
