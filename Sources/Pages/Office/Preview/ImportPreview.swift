import Feedback
import Foundation

extension OfficePreview {
    /// A table that is asked for, one that cannot be read, and one with lines of every kind.
    static var imports: [(name: String, page: any Page)] {
        let frame = Frame.sample(.shifts)
        var problems = FormProblems()
        problems.add("table", "Không thấy cột “Họ tên” hoặc “Mã cán bộ” ở dòng đầu của bảng.")
        var pages: [(name: String, page: any Page)] = [
            (
                "office-import", ImportPage(frame, done: ImportDone(new: 12, changed: 2, refused: 1, change: 31))
            ),
            ("office-import-problem", ImportPage(frame, isGone: true, problems: problems, typed: "Tên;Quầy")),
        ]
        let table = """
            Họ tên;Chức danh;Đơn vị;Quầy;Từ ngày;Thứ;Điện thoại
            Nguyễn Thị Bình;Chuyên viên;Phòng Tư pháp;q03;01/12/2026;T2, T4;0950000101
            Nguyễn Văn Minh;Phó Trưởng phòng;Phòng Tư pháp;;;;
            Đỗ Thị Thanh Thảo;;;;;;
            Lê Văn Lạ;Chuyên viên;Phòng Không Có;;;;
            """
        let long =
            "Họ tên;Chức danh;Đơn vị\n"
            + (1...(ImportPreviewPage.mostShown + 5)).map { "Cán bộ \($0);Chuyên viên;Phòng Tư pháp\n" }.joined()
        let nothing = "Họ tên;Quầy\nLê Văn Lạ;q99\n"
        for (name, text) in [("", table), ("-long", long), ("-nothing", nothing)] {
            guard let sheet = try? ImportSheet(file: Array(text.utf8)) else { continue }
            let draft = ImportDraft(id: 7, user: 1, createdAt: SampleRating.moment, sheet: sheet)
            let plan = ImportPlan(sheet, in: frame.directory, today: .sample, scope: .whole)
            pages.append(
                (
                    "office-import-preview\(name)",
                    ImportPreviewPage(
                        frame, draft: draft, plan: plan, problems: name == "-nothing" ? problems : FormProblems())
                ))
        }
        return pages
    }
}
