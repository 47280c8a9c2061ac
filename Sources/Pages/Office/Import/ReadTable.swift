import Documents
package import Feedback

extension ImportSheet {
    /// The table in a file or in a text that was pasted.
    /// - Throws: `Refusal.invalid` with a sentence that says what to mend, at the field `table`.
    package init(file bytes: [UInt8]) throws(Refusal) {
        let grid: Grid
        do throws(GridFault) {
            grid = try Grid(file: bytes)
        } catch {
            throw .invalid(FormProblems([.init(field: "table", message: error.words)]))
        }
        let lines = grid.lines.map { Line(number: $0.number, cells: $0.cells.map(\.words)) }
        try self.init(lines, countsFrom1904: grid.countsFrom1904)
    }
}

extension Grid.Cell {
    /// A whole number without a point: "3", not "3.0".
    fileprivate var words: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let value): Int64(exactly: value).map(String.init) ?? String(value)
        }
    }
}

extension GridFault {
    var words: String {
        switch self {
        case .notUTF8:
            "Không đọc được bảng. Xin lưu thành Excel (.xlsx), hoặc CSV với bảng mã UTF-8 (trong Excel: “CSV UTF-8”)."
        case .oldWorkbook:
            "Tệp .xls cũ hoặc có mật khẩu. Xin lưu thành .xlsx, không đặt mật khẩu."
        case .openQuote(let line): "Dòng \(line): dấu ngoặc kép mở mà không đóng."
        case .tooManyLines: "Bảng dài quá \(Formats.count(Grid.longestTable)) dòng. Xin chia thành nhiều tệp."
        case .tooWide(let line): "Dòng \(line) có quá \(Grid.widestLine) cột."
        case .tooLongCell(let line): "Dòng \(line) có ô dài quá \(Formats.count(Grid.longestCell)) chữ cái."
        case .unpacksTooLarge: "Tệp Excel giải nén ra quá lớn. Xin chép bảng sang một tệp mới rồi lưu lại."
        case .brokenZip, .brokenXML: "Tệp Excel bị hỏng. Xin mở bằng Excel hoặc LibreOffice và lưu lại."
        case .noSheet: "Không thấy trang tính trong tệp. Xin lưu bảng thành .xlsx hoặc CSV."
        }
    }
}
