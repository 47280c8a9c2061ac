package import Feedback

/// Where a table is sent or pasted. Posts the text `table` to /office/import, a `file` to /office/import/file.
package struct ImportPage: Page {
    package static let template = "office-import"

    struct Done: Sendable {
        let words: String
        let undoAction: String?
    }

    struct Column: Sendable {
        let name: String
        let hint: String
    }

    let header: Header
    let formToken: String
    let title: String
    let done: Done?
    let notice: String?
    let problem: String?
    let typed: String
    let columns: [Column]
    let example: String

    /// - Parameters:
    ///   - done: what was just taken over.
    ///   - typed: the text as it was pasted, when it had `problems`.
    package init(
        _ frame: Frame, done: ImportDone? = nil, isGone: Bool = false, problems: FormProblems = FormProblems(),
        typed: String = ""
    ) {
        title = "Nhập cán bộ và phân công"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        self.done = done.map { Done(words: $0.words, undoAction: $0.change.map(ShiftPath.undo)) }
        notice = isGone ? "Bảng đã được nhập, hoặc bản xem trước đã quá một ngày. Xin gửi lại bảng." : nil
        problem = problems.problems.isEmpty ? nil : problems.problems.map(\.message).joined(separator: " ")
        self.typed = typed
        columns = ImportSheet.Column.allCases.map { Column(name: $0.words, hint: $0.hint) }
        example = """
            Họ tên;Chức danh;Đơn vị;Quầy;Từ ngày;Đến ngày;Thứ
            Nguyễn Thị Bình;Chuyên viên;Phòng Tư pháp;q03;01/12/2026;;T2, T4, T6
            """
    }
}

/// What an import did, in numbers.
package struct ImportDone: Sendable {
    package var new: Int
    package var changed: Int
    package var refused: Int
    /// Of the calendar, by which the postings are undone.
    package var change: Int64?

    package init(new: Int, changed: Int, refused: Int, change: Int64?) {
        self.new = new
        self.changed = changed
        self.refused = refused
        self.change = change
    }

    var words: String {
        let undo =
            change == nil
            ? "Cán bộ mới và thay đổi về cán bộ được sửa ở trang Danh mục."
            : "Hoàn tác lấy lại phân công cũ; cán bộ được sửa ở trang Danh mục."
        return "Đã nhập: \(Formats.count(new)) dòng mới, \(Formats.count(changed)) dòng thay đổi, "
            + "\(Formats.count(refused)) dòng bị từ chối. \(undo)"
    }
}

extension ImportSheet.Column {
    var hint: String {
        switch self {
        case .id: "không bắt buộc; cần khi có người trùng tên. Chữ không dấu, số, gạch nối."
        case .name: "cần, trừ khi có mã."
        case .title: "cần với người mới."
        case .unit: "tên hoặc mã đơn vị; cần với người mới."
        case .desk: "tên hoặc mã quầy; có cột này thì nhập cả phân công."
        case .from: "như 01/12/2026; để trống: hôm nay."
        case .to: "để trống: đến khi có thay đổi."
        case .weekdays: "như T2, T4, T6 hoặc T2-T6; để trống: các ngày."
        }
    }
}
