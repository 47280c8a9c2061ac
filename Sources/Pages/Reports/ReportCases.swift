import Documents
import Feedback

extension ReportPaper {
    /// III. Phản ánh tiêu cực và kết quả xử lý.
    func negative(on page: inout PaperWriter) {
        let cases = figures.allCases
        page.chapter("III. PHẢN ÁNH TIÊU CỰC VÀ KẾT QUẢ XỬ LÝ")
        if cases.raised == 0 {
            page.paragraph("Trong kỳ không có cảnh báo nào.")
        } else {
            page.paragraph(
                "Trong kỳ có \(Formats.count(cases.raised)) cảnh báo từ đánh giá tiêu cực. Đã trả lời "
                    + "\(Formats.count(cases.answered)), trong đó đúng hạn \(Formats.count(cases.inTime)), quá hạn "
                    + "\(Formats.count(cases.late)); chưa trả lời \(Formats.count(cases.waiting)), trong đó đã quá hạn "
                    + "\(Formats.count(cases.overdue)). Tính đến \(Formats.moment(report.asOf)).")
            page.paragraph(
                "Kết quả xác minh: phản ánh đúng \(Formats.count(cases.confirmed)), không đúng "
                    + "\(Formats.count(cases.unfounded)), chưa đủ căn cứ \(Formats.count(cases.unclear)). "
                    + "Có biện pháp khắc phục được ghi lại: \(Formats.count(cases.measures)). "
                    + "Người dân báo chưa được giải quyết: \(Formats.count(cases.returned)).")
            page.table(ReportTables(self).categories)
        }
        if let themes = figures.themes, !themes.isEmpty { page.table(ReportTables(self).themes) }
        if figures.unit != nil {
            page.paragraph("Không gồm vụ việc được chuyển thẳng lên cấp trên của đơn vị.")
        }
        page.prose(text(.negative))
    }

    /// An amendment says why and what; the tables after it are those of the new figures.
    func amendment(_ edition: ReportEdition, on page: inout PaperWriter) {
        let number = ReportWords.two(edition.number)
        page.add(
            title(
                "PHỤ LỤC ĐIỀU CHỈNH SỐ \(number)",
                [
                    "Số liệu Báo cáo kết quả khảo sát sự hài lòng của người dân, tổ chức", words.period,
                ]))
        page.add([
            .paragraph(
                line(
                    "(Kèm theo Báo cáo số          /\(form.symbol) ngày        tháng        năm          )", size: 13,
                    italic: true, before: 6))
        ])
        page.section("1. Lý do điều chỉnh")
        page.prose(edition.reason)
        page.section("2. Số liệu thay đổi")
        page.paragraph(
            "So với lần chốt trước, \(Formats.count(report.differences.count)) số liệu thay đổi. Các bản trước vẫn được "
                + "giữ nguyên. Tỷ lệ hài lòng chung sau điều chỉnh: \(ReportSentences.share(figures.headline)).")
        let shown = report.differences.filter { audience == .leadership || $0.part != .officials }
        page.table(ReportTables(self).differences(shown))
    }

    /// Phụ lục 1–4, each on a page of its own; the one about officials for the leadership alone.
    func appendices(on page: inout PaperWriter) {
        let tables = ReportTables(self)
        let all = [tables.units, tables.desks, tables.criteriaLevels, tables.cases]
        for (number, table) in all.enumerated() { appendix("PHỤ LỤC \(number + 1)", table, on: &page) }
        if audience == .leadership { appendix("PHỤ LỤC RIÊNG GỬI LÃNH ĐẠO", tables.officials, on: &page) }
    }

    /// Its title is the table's caption, said once.
    private func appendix(_ name: String, _ table: ReportTable, on page: inout PaperWriter) {
        var untitled = table
        untitled.caption = ""
        page.pageBreak()
        page.add(title(name, [table.caption.uppercased()]))
        page.add([.table(untitled.paper(nil))])
    }
}
