/// A table that somebody sent: lines of cells as they stand in the file, read within limits.
package struct Grid: Sendable, Equatable {
    package enum Cell: Sendable, Equatable {
        case empty
        case text(String)
        /// A quantity, or a day: which of the two only the column knows.
        case number(Double)
    }

    package struct Line: Sendable, Equatable {
        /// As the spreadsheet numbers it, from 1.
        package let number: Int
        package let cells: [Cell]

        package init(number: Int, cells: [Cell]) {
            self.number = number
            self.cells = cells
        }
    }

    package static let longestTable = 5_000
    package static let widestLine = 64
    package static let longestCell = 1_000

    /// Lines that hold anything.
    package private(set) var lines: [Line] = []
    /// Whether days count from 1904, as some files of old Macintoshes do.
    package var countsFrom1904 = false

    package init() {}

    /// - Parameter bytes: of a CSV file in UTF-8 or of an .xlsx; which one, the first bytes say.
    /// - Throws: `GridFault`.
    package init(file bytes: [UInt8]) throws(GridFault) {
        if bytes.starts(with: [0x50, 0x4b]) {
            self = try Workbook(bytes).firstSheet()
        } else if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
            throw .oldWorkbook
        } else {
            self = try CSVReader.read(bytes)
        }
    }

    mutating func append(_ number: Int, _ cells: [Cell]) throws(GridFault) {
        var cells = cells
        while cells.last == .empty { cells.removeLast() }
        guard !cells.isEmpty else { return }
        guard lines.count < Self.longestTable else { throw .tooManyLines }
        guard cells.count <= Self.widestLine else { throw .tooWide(line: number) }
        lines.append(Line(number: number, cells: cells))
    }

    /// Days since 1970-01-01 of a day as spreadsheets count: 25,569 is 1970-01-01. Nil before March 1900, where they
    /// count a day that never was, and from the year 10000.
    package func day(of number: Double) -> Int? {
        guard number.isFinite, number > 60, number < 2_958_466 else { return nil }
        return Int(number.rounded(.down)) - 25_569 + (countsFrom1904 ? 1_462 : 0)
    }
}

/// Why a file is not read.
package enum GridFault: Error, Hashable, Sendable {
    /// Neither UTF-8 nor a workbook.
    case notUTF8
    /// .xls, or a workbook with a password.
    case oldWorkbook
    case openQuote(line: Int)
    case tooManyLines
    case tooWide(line: Int)
    case tooLongCell(line: Int)
    /// Not a whole zip, or one that says of itself what is not so.
    case brokenZip
    /// More than a table is ever large, once unpacked.
    case unpacksTooLarge
    /// Not a workbook's XML: it has a DOCTYPE, or does not end.
    case brokenXML
    case noSheet
}
