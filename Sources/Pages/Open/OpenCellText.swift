import Charts
import Feedback

/// A published cell in words. Where it is hidden there is nothing but that.
struct OpenCellText: Sendable {
    /// "93,14 %".
    let share: String?
    /// "91,54–94,45 %".
    let interval: String?
    /// Answers.
    let n: String?
    let ratings: String?
    /// "không công bố", "chưa có phiếu", "tạm tính".
    let note: String?
    /// Fewer than 30: shown without colour.
    let isProvisional: Bool

    init(_ cell: PublishedCell) {
        let measured = cell.measured
        let figure = measured?.figure
        share = figure?.share.map { Formats.percent($0) }
        interval = figure.map { FigureText.words($0.interval) }
        n = figure.map { Formats.count($0.n) }
        ratings = measured.map { Formats.count($0.ratings) }
        isProvisional = measured.map { $0.size != .full } ?? false
        note =
            switch cell {
            case .hidden: "không công bố"
            case .empty: "chưa có phiếu"
            case .shown: isProvisional ? "ít phiếu, tạm tính" : nil
            }
    }
}

/// A table of cells.
struct OpenTable: Sendable {
    struct Row: Sendable {
        let name: String
        let href: String?
        let cell: OpenCellText
        /// A bar of the five levels the height of a line.
        let spark: String?
    }

    let id: String
    let title: String
    /// What a row is: "Đơn vị".
    let heading: String
    /// Whether ratings are told beside answers.
    let hasRatings: Bool
    let rows: [Row]
    /// What is hidden here and why; nil: nothing.
    let note: String?

    init(
        id: String, title: String, heading: String, hasRatings: Bool = true,
        rows: [(name: String, href: String?, cell: PublishedCell)]
    ) {
        self.id = id
        self.title = title
        self.heading = heading
        self.hasRatings = hasRatings
        self.rows = rows.enumerated().map { index, row in
            Row(
                name: row.name, href: row.href, cell: OpenCellText(row.cell),
                spark: row.cell.measured.map {
                    Spark(id: "\(id)-\(index)", title: "Năm mức của \(row.name)", counts: $0.chartCounts).svg
                })
        }
        note = Self.words(rows.count { $0.cell.isHidden })
    }

    static func words(_ hidden: Int) -> String? {
        guard hidden > 0 else { return nil }
        return "\(hidden)\(Formats.space)ô không công bố: có dưới \(Suppression.least)\(Formats.space)người, hoặc phải "
            + "giữ kín để không ai tính ra một ô như vậy."
    }
}
