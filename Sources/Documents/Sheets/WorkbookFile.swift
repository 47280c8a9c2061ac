import CXlsxWriter
import Foundation

extension Worksheet {
    package static let xlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// A workbook with a sheet for each table: titles, a frozen head with filters, numbers as numbers, texts as texts,
    /// charts of Excel's own. No cell holds a formula or a link. The same tables give the same bytes.
    /// - Throws: `DocumentProblem.tooLarge`, `.failed`.
    package static func xlsx(_ sheets: [Worksheet]) throws(DocumentProblem) -> [UInt8] {
        let names = SheetName.names(for: sheets.map(\.name))
        return try WorkbookFile.write(isLong: sheets.contains { $0.rows.count > 10_000 }) {
            (book) throws(DocumentProblem) in
            for (sheet, name) in zip(sheets, names) { try SheetWriter(sheet, name: name, in: book).write() }
        }
    }
}

/// A workbook while it is written; libxlsxwriter needs a file for it.
@safe final class WorkbookFile {
    let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]

    private init(_ book: UnsafeMutablePointer<lxw_workbook>) { unsafe self.book = book }

    /// The day that the file says it was made, always the same: 1980-01-01, the first that a zip knows.
    private static let made: time_t = 315_532_800

    /// - Parameter isLong: rows then go to the disk one by one, and the memory stays small.
    static func write(
        isLong: Bool, _ body: (WorkbookFile) throws(DocumentProblem) -> Void
    ) throws(DocumentProblem) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hailong-xlsx-XXXXXX").path()
        // Readable for this user alone.
        guard let name = unsafe strdup(folder) else { throw .failed("strdup") }
        defer { unsafe free(name) }
        guard unsafe mkdtemp(name) != nil else { throw .failed("mkdtemp") }
        let place = unsafe String(cString: name)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let path = place + "/book.xlsx"

        var options = unsafe lxw_workbook_options(constant_memory: isLong ? 1 : 0, tmpdir: name, use_zip64: 0)
        guard let book = unsafe workbook_new_opt(path, &options) else { throw .failed("workbook_new") }
        let file = unsafe WorkbookFile(book)
        let outcome = Result { () throws(DocumentProblem) in
            var properties = unsafe lxw_doc_properties()
            unsafe properties.created = made
            try check(unsafe workbook_set_properties(book, &properties))
            try body(file)
        }
        // Also after a failure: closing is what frees the workbook.
        let closed = unsafe workbook_close(book)
        try outcome.get()
        try check(closed)
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .failed("read") }
        return Array(bytes)
    }

    static func check(_ outcome: lxw_error) throws(DocumentProblem) {
        guard outcome != LXW_NO_ERROR else { return }
        throw unsafe .failed(String(cString: lxw_strerror(outcome)))
    }

    /// Each look is one format of the workbook, whoever asks for it.
    func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        if let format = unsafe formats[look] { return unsafe format }
        guard let format = unsafe workbook_add_format(book) else { return nil }
        unsafe look.apply(to: format)
        unsafe formats[look] = format
        return unsafe format
    }
}
