/// A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, one header line.
///
/// The mark is what makes Excel read UTF-8 and show "Đất đai" right. There is no `sep=;` line: Excel then ignores the
/// mark, and every other program takes the line for data. Free text cannot become a formula (`FormulaGuard`).
package struct CSV: Sendable {
    /// The two marks that go together in a region's settings.
    package enum Dialect: Sendable {
        /// `;` between cells, decimal comma: Excel with the regional format "Vietnamese".
        case vietnamese
        /// `,` between cells, decimal point: programs, and Excel with an English regional format.
        case international

        var separator: UInt8 { self == .vietnamese ? UInt8(ascii: ";") : UInt8(ascii: ",") }
        var decimalMark: String { self == .vietnamese ? "," : "." }
    }

    package static let mediaType = "text/csv; charset=utf-8; header=present"

    package let dialect: Dialect
    /// The whole file so far, byte order mark first; or what was not `taken` yet.
    package private(set) var bytes: [UInt8]

    package init(columns: [String], dialect: Dialect = .vietnamese) {
        self.dialect = dialect
        bytes = [0xef, 0xbb, 0xbf]
        append(columns.map { .text($0) })
    }

    /// Hands over what was written since the last time: a file that is sent while it grows.
    package mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Adds a line. Lines are not made to fit the header; a short one stays short.
    package mutating func append(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(dialect.separator) }
            append(cell)
        }
        bytes += [0x0d, 0x0a]
    }

    private mutating func append(_ cell: Cell) {
        let value = cell.written(in: dialect)
        // A number is never quoted: some programs take what is quoted for text.
        guard cell.isText, value.utf8.contains(where: Self.needsQuotes) else {
            bytes += value.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Quoted for either separator: whoever opens the file with the wrong one should still see whole cells.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, 0x0a, 0x0d: true
        default: false
        }
    }
}
