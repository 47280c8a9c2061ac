import Charts
import Feedback

/// The figures of one side of a month: a chart where it helps, and always the table.
struct Split: Sendable {
    struct Row: Sendable {
        let name: String
        /// The month of this row alone.
        let href: String?
        let figure: FigureText
        /// The ratings behind n.
        let rowsHref: String?
        /// The ratings at levels 1 and 2.
        let lowHref: String?
        /// A bar of the five levels the height of a line; nil where it may not be shown.
        let spark: String?
    }

    let id: String
    let title: String
    /// What a row is: "Đơn vị".
    let heading: String
    let chart: ChartDrawing?
    let rows: [Row]
    let note: String?
}

/// What a split's row stands for, before it is drawn.
struct SplitEntry {
    let name: String
    let measured: Measured
    /// Nil for what has no address of its own.
    let address: MonthAddress?
}

extension Split {
    /// - Parameters:
    ///   - owner: whose figures the rows are.
    ///   - mayReadRows: whether numbers lead to single ratings.
    init(
        id: String, title: String, heading: String, entries: [SplitEntry], of owner: Measured.Owner, mayReadRows: Bool,
        chart: ChartDrawing? = nil, note: String? = nil
    ) {
        self.id = id
        self.title = title
        self.heading = heading
        self.chart = chart
        self.note = note
        rows = entries.enumerated().map { index, entry in
            let measured = entry.measured
            let size = measured.size(of: owner)
            let rows = mayReadRows && measured.ratings > 0 ? entry.address : nil
            return Row(
                name: entry.name, href: entry.address?.path,
                figure: FigureText(measured, of: owner),
                rowsHref: rows?.rowsPath,
                lowHref: (size == .full || size == .provisional) && measured.counts.n1 + measured.counts.n2 > 0
                    ? rows?.at([.veryDissatisfied, .dissatisfied]).rowsPath : nil,
                spark: size == .full
                    ? Spark(
                        id: "\(id)-\(index)", title: "Năm mức của \(entry.name)", counts: measured.chartCounts
                    ).svg : nil)
        }
    }
}
