import CXlsxWriter

/// Writes one table onto a sheet, from above to below: a workbook of many rows can only be written so.
@safe struct SheetWriter {
    private let sheet: Worksheet
    private let name: String
    private let file: WorkbookFile
    private let page: UnsafeMutablePointer<lxw_worksheet>

    /// The titles and an empty row stand above the head.
    private var head: Int { sheet.title.isEmpty ? 0 : sheet.title.count + 1 }
    private var lastRow: Int { head + sheet.rows.count }
    /// A thin empty row parts the totals from the rows: Excel filters and sorts whatever stands directly below.
    private var gap: Int { sheet.totals.isEmpty || sheet.rows.isEmpty ? 0 : 1 }
    private var end: Int { lastRow + gap + sheet.totals.count }
    private var width: Int { max(sheet.columns.count, 1) }

    init(_ sheet: Worksheet, name: String, in file: WorkbookFile) throws(DocumentProblem) {
        let rows = sheet.title.count + sheet.rows.count + sheet.totals.count + sheet.notes.count + 5
        guard rows <= LXW_ROW_MAX, sheet.columns.count <= LXW_COL_MAX else { throw .tooLarge }
        guard let page = unsafe workbook_add_worksheet(file.book, name) else { throw .failed("worksheet") }
        self.sheet = sheet
        self.name = name
        self.file = file
        unsafe self.page = page
    }

    func write() throws(DocumentProblem) {
        setUp()
        for (row, title) in sheet.title.enumerated() {
            try writeAcross(title, row, isFirst: row == 0) { .title(row, wraps: $0) }
        }
        // A head of one line has room for its filter all the same.
        setHeight(of: head, lines: RowHeight.lines(sheet.columns.map { ($0.name, $0.width) }, least: 2))
        for (column, heading) in sheet.columns.enumerated() { try write(heading.name, head, column, .head) }
        for (row, cells) in sheet.rows.enumerated() { try write(cells, head + 1 + row) }
        if gap > 0 { unsafe worksheet_set_row(page, UInt32(lastRow + gap), Self.gapHeight, nil) }
        for (row, cells) in sheet.totals.enumerated() { try write(cells, lastRow + gap + 1 + row, isTotal: true) }
        for (row, note) in sheet.notes.enumerated() { try writeAcross(note, end + 2 + row) { .note(wraps: $0) } }
        var row = head + 1
        for chart in sheet.charts {
            let drawing = ChartWriter(chart, of: sheet, name: name, first: head + 1, in: file)
            try unsafe drawing.insert(into: page, row: row, column: width + 1)
            row += drawing.rows + 1
        }
    }

    /// Widths, the head that stays, filters, and A4 across with the head on every page.
    private func setUp() {
        for (index, column) in sheet.columns.enumerated() {
            let place = UInt16(index)
            unsafe worksheet_set_column(page, place, place, Double(min(max(column.width, 4), 100)) + 1.5, nil)
        }
        let (first, last) = (UInt32(head), UInt32(lastRow))
        unsafe worksheet_freeze_panes(page, first + 1, 0)
        if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
            unsafe worksheet_autofilter(page, first, 0, last, UInt16(width - 1))
            // A phone among numbers is no mistake: no green corners.
            let range = "A\(first + 2):XFD\(end + 1)"
            unsafe worksheet_ignore_errors(page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range)
        }
        unsafe worksheet_set_landscape(page)
        // 9: A4.
        unsafe worksheet_set_paper(page, 9)
        unsafe worksheet_fit_to_pages(page, 1, 0)
        unsafe worksheet_repeat_rows(page, first, first)
        // Charts stand beside the table: fitted onto the same page they would make it unreadable.
        let rows = sheet.notes.isEmpty ? end : end + 1 + sheet.notes.count
        unsafe worksheet_print_area(page, 0, 0, UInt32(rows), UInt16(width - 1))
        unsafe worksheet_set_footer(page, "&C&P / &N")
    }

    /// Excel fits rows to their words when it opens a file, LibreOffice and Excel's preview do not.
    private func setHeight(of row: Int, lines: Int) {
        guard lines > 1 else { return }
        unsafe worksheet_set_row(page, UInt32(row), RowHeight.points(lines), nil)
    }

    /// A sentence longer than the table is wide stands over all columns, in as many lines as it takes: printed, it would
    /// end with the table. A short one stands in its cell and reaches over the empty ones beside it.
    private func writeAcross(
        _ text: String, _ row: Int, isFirst: Bool = false, _ look: (_ wraps: Bool) -> CellLook
    ) throws(DocumentProblem) {
        let room = sheet.columns.reduce(0) { $0 + $1.width }
        let lines = RowHeight.lines([(text, isFirst ? room * 3 / 4 : room)])
        guard lines > 1, width > 1 else { return try write(text, row, 0, look(false)) }
        setHeight(of: row, lines: isFirst ? lines + 1 : lines)
        try WorkbookFile.check(
            unsafe worksheet_merge_range(
                page, UInt32(row), 0, UInt32(row), UInt16(width - 1), Self.fitting(text), file.format(look(true))))
    }

    private func write(_ cells: [Cell], _ row: Int, isTotal: Bool = false) throws(DocumentProblem) {
        setHeight(of: row, lines: RowHeight.lines(cells, in: sheet.columns))
        for (column, cell) in cells.prefix(Int(LXW_COL_MAX)).enumerated() {
            try write(cell, row, column) { isTotal ? .strong($0) : $0 }
        }
    }

    private func write(
        _ cell: Cell, _ row: Int, _ column: Int, _ look: (CellLook) -> CellLook
    ) throws(DocumentProblem) {
        let format = column < sheet.columns.count ? sheet.columns[column].format : .text
        switch cell {
        case .text(let text) where FormulaGuard.safe(text) == text:
            try write(text, row, column, look(format == .text ? .text : .word))
        // Stored as text and shown as it is; the look keeps it text when somebody edits the cell.
        case .text(let text), .code(let text): try write(text, row, column, look(.code))
        case .integer(let value) where value.magnitude < 1 << 53:
            try write(Double(value), row, column, look(.number(pattern: format.pattern(decimals: 0))))
        // A spreadsheet has no such digits.
        case .integer(let value): try write(String(value), row, column, look(.code))
        case .number(let value, let decimals) where value.isFinite:
            try write(value, row, column, look(.number(pattern: format.pattern(decimals: decimals))))
        case .day(let day) where Self.years.contains(day.year):
            try write(day, 0, 0, row, column, look(.number(pattern: "dd/mm/yyyy")))
        case .moment(let day, let hour, let minute) where Self.years.contains(day.year):
            try write(day, hour, minute, row, column, look(.number(pattern: "dd/mm/yyyy hh:mm")))
        case .day, .moment: try write(cell.written(in: .vietnamese), row, column, look(.code))
        case .number, .empty: try blank(row, column)
        }
    }

    /// As a number of days, which is what a date is in a workbook.
    private func write(
        _ day: Cell.Day, _ hour: Int, _ minute: Int, _ row: Int, _ column: Int, _ look: CellLook
    ) throws(DocumentProblem) {
        var time = lxw_datetime(
            year: Int32(day.year), month: Int32(clamping: day.month), day: Int32(clamping: day.day),
            hour: Int32(clamping: hour), min: Int32(clamping: minute), sec: 0)
        try WorkbookFile.check(
            unsafe worksheet_write_datetime(page, UInt32(row), UInt16(column), &time, file.format(look)))
    }

    private func write(_ value: Double, _ row: Int, _ column: Int, _ look: CellLook) throws(DocumentProblem) {
        try WorkbookFile.check(
            unsafe worksheet_write_number(page, UInt32(row), UInt16(column), value, file.format(look)))
    }

    private func write(_ text: String, _ row: Int, _ column: Int, _ look: CellLook) throws(DocumentProblem) {
        guard !text.isEmpty else { return try blank(row, column) }
        try WorkbookFile.check(
            unsafe worksheet_write_string(
                page, UInt32(row), UInt16(column), Self.fitting(text), file.format(look)))
    }

    private func blank(_ row: Int, _ column: Int) throws(DocumentProblem) {
        try WorkbookFile.check(
            unsafe worksheet_write_blank(page, UInt32(row), UInt16(column), file.format(.text)))
    }

    /// `_x0041_` is how a workbook writes a character by its number, so that words like that are written with the number
    /// of their first character (ECMA-376, part 1, 22.4.2.4).
    private static func plain(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }

    /// Those of a workbook's calendar.
    private static let years = 1900...9999
    /// Points.
    private static let gapHeight = 6.0

    /// Excel's limit for one cell, in UTF-16.
    static let longestText = 32_767

    static func fitting(_ text: String) -> String {
        let legal = plain(XMLText.legal(text))
        guard legal.utf16.count > longestText else { return legal }
        var count = 1
        var cut = String.UnicodeScalarView()
        for scalar in legal.unicodeScalars {
            count += scalar.utf16.count
            guard count <= longestText else { break }
            cut.append(scalar)
        }
        return String(cut) + "…"
    }
}
