/// A table as it goes out: one sheet of a workbook (`Worksheet.xlsx([…])`), or a CSV file (`csv()`).
package struct Worksheet: Sendable, Equatable {
    /// The tab of the workbook: cut to 31 characters, without []:*?/\.
    package var name: String
    /// Above the table in a workbook, one cell each: what it is, its period, its method.
    package var title: [String]
    package var columns: [Column]
    package var rows: [[Cell]]
    /// Sums of rows, in bold below them: neither filtered nor drawn, where they would dwarf what they are made of.
    package var totals: [[Cell]]
    /// Below the table: what n means, what is hidden.
    package var notes: [String]
    /// Native charts of a workbook, beside the table.
    package var charts: [Chart]

    package struct Column: Sendable, Equatable {
        package var name: String
        /// Characters of the widest cell that should be seen whole.
        package var width: Int
        package var format: Format

        package init(_ name: String, width: Int = 12, format: Format = .text) {
            self.name = name
            self.width = width
            self.format = format
        }
    }

    package enum Format: Sendable, Equatable {
        case text
        /// 12.345
        case count
        /// A share 0..1, shown as 93,12 %; in CSV as 0,9312.
        case share
        /// A share 0..100, shown as 93,12 under a heading that says (%).
        case percent
        /// Two decimals.
        case decimal
    }

    package struct Chart: Sendable, Equatable {
        package enum Kind: Sendable, Equatable { case bars, line, stackedBars }

        package var kind: Kind
        package var title: String
        /// The column of names, and those of values, by index.
        package var names: Int
        package var values: [Int]
        /// 0xRRGGBB, of the columns of values in their order; where there is none, the spreadsheet chooses.
        package var colours: [UInt32]

        package init(_ kind: Kind, title: String, names: Int, values: [Int], colours: [UInt32] = []) {
            self.kind = kind
            self.title = title
            self.names = names
            self.values = values
            self.colours = colours
        }
    }

    package init(
        name: String, title: [String] = [], columns: [Column], rows: [[Cell]], totals: [[Cell]] = [],
        notes: [String] = [], charts: [Chart] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.notes = notes
        self.charts = charts
    }

    /// Of a workbook.
    package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The table alone, without titles and notes.
    package func csv(_ dialect: CSV.Dialect = .vietnamese) -> [UInt8] {
        var csv = CSV(columns: columns.map(\.name), dialect: dialect)
        for row in rows + totals { csv.append(row) }
        return csv.bytes
    }
}
