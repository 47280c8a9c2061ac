import Documents
import Feedback

/// A table of a report: said once, drawn in the document and in the workbook.
struct ReportTable {
    struct Column {
        var name: String
        /// Share of the width of the page, 0..1.
        var width: Double
        var format: Worksheet.Format
        var isNumber: Bool { format != .text }

        init(_ name: String, _ width: Double, _ format: Worksheet.Format = .text) {
            self.name = name
            self.width = width
            self.format = format
        }
    }

    enum Value {
        case text(String)
        /// Text in the place of a number: "quá ít phiếu", "91,54–94,45 %". In a column of numbers the workbook leaves the
        /// cell empty, which a chart does not draw, and says the word in its note.
        case word(String)
        /// A number that may not be shown, and why: a dash in the document, an empty cell and a note in the workbook.
        case hidden(why: String)
        case count(Int)
        /// 0..1.
        case share(Double)
        case decimal(Double)
    }

    /// The tab of the workbook.
    var name: String
    var caption: String
    var columns: [Column]
    var rows: [[Value]]
    /// Totals, the last rows.
    var strong: Set<Int> = []
    var note: String?
    var chart: Worksheet.Chart?

    /// - Parameter number: "Bảng 3"; nil: the caption stands alone.
    func paper(_ number: Int?) -> Paper.Table {
        Paper.Table(
            caption: number.map { "Bảng \($0). \(caption)" } ?? caption,
            columns: columns.map { .init($0.name, width: $0.width, alignment: $0.isNumber ? .right : .left) },
            rows: rows.map { $0.map(\.words) }, strong: strong, note: note)
    }

    /// - Parameter title: lines above the table, the caption first.
    /// - Parameter method: below the table, after its own note.
    func sheet(_ title: [String], method: String) -> Worksheet {
        let remarks = rows.map(remark)
        let hasRemarks = remarks.contains { !$0.isEmpty }
        let lines = rows.indices.map { place in
            zip(columns, rows[place]).map { $1.cell(in: $0) } + (hasRemarks ? [.text(remarks[place])] : [])
        }
        return Worksheet(
            name: name, title: [caption] + title,
            columns: columns.map { .init($0.name, width: max(12, Int($0.width * 130)), format: $0.format) }
                + (hasRemarks ? [.init("Ghi chú", width: 40)] : []),
            rows: lines.indices.filter { !strong.contains($0) }.map { lines[$0] },
            totals: lines.indices.filter(strong.contains).map { lines[$0] },
            notes: note == method ? [method] : [note, method].compactMap(\.self), charts: chart.map { [$0] } ?? [])
    }

    /// Why numbers of a row are not there; with the column's name where it is not the first share, which the row is about.
    private func remark(_ row: [Value]) -> String {
        let main = columns.firstIndex { $0.format == .share }
        let reasons = zip(columns, row).enumerated().compactMap { place, pair -> String? in
            let (column, value) = pair
            switch value {
            case .word(let why) where column.isNumber && !["", Self.dash].contains(why), .hidden(let why):
                return place == main ? why : "\(column.name.lowercased()): \(why)"
            default: return nil
            }
        }
        return reasons.joined(separator: "; ")
    }

    fileprivate static let dash = "–"
}

extension ReportTable.Value {
    var words: String {
        switch self {
        case .text(let text), .word(let text): text
        case .hidden: ReportTable.dash
        case .count(let count): Formats.count(count)
        case .share(let share): Formats.percent(share)
        case .decimal(let value): Formats.number(value, decimals: 2)
        }
    }

    func cell(in column: ReportTable.Column) -> Cell {
        switch self {
        case .word where column.isNumber: .empty
        case .text(let text), .word(let text): .text(text)
        case .hidden: .empty
        case .count(let count): .integer(count)
        case .share(let share): .number(share, decimals: 4)
        case .decimal(let value): .number(value, decimals: 2)
        }
    }
}

extension ReportTable {
    static let figureColumns = [
        Column("n", 0.09, .count), Column("Hài lòng", 0.14, .share), Column("Khoảng tin cậy 95\u{A0}%", 0.19),
    ]

    /// n, the share and its interval, with as much as the number of ratings allows.
    static func figure(_ measured: Measured) -> [Value] {
        let text = FigureText(measured)
        guard text.share != nil, let share = measured.figure.share else {
            // Where nobody rated, n says it; the words would not fit.
            let why: Value = measured.counts.n == 0 ? .hidden(why: text.remark) : .word(text.remark)
            return [.count(measured.counts.n), why, .word(dash)]
        }
        return [.count(measured.counts.n), .share(share), .word(text.interval ?? dash)]
    }

    /// The share alone, where it may be shown: a number in the workbook too.
    static func share(_ measured: Measured) -> Value {
        guard FigureText.shows(measured, .anything), let share = measured.figure.share else {
            return .hidden(why: FigureText(measured).remark)
        }
        return .share(share)
    }

    static let levelColumns =
        [Column("n", 0.07, .count)] + (1...5).map { Column("Mức \($0)", 0.068, .count) } + [
            Column("Hài lòng", 0.11, .share), Column("Khoảng tin cậy 95\u{A0}%", 0.165),
            Column("Điểm", 0.075, .decimal),
        ]

    /// The five levels of a line, where it is allowed to show them.
    static func levels(_ measured: Measured, of owner: Measured.Owner = .anything) -> [Value] {
        let text = FigureText(measured, of: owner)
        guard text.share != nil, let share = measured.figure.share, let mean = measured.figure.mean else {
            return [.count(measured.counts.n)] + Array(repeating: .word("–"), count: 5)
                + [.hidden(why: text.remark), .word("–"), .word("–")]
        }
        return [.count(measured.counts.n)] + measured.counts.levels.map { .count($0) }
            + [.share(share), .word(text.interval ?? "–"), .decimal(mean)]
    }
}
