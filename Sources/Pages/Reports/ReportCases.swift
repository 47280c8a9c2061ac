import Documents
import Feedback

extension ReportPaper {
    /// III. Phản ánh tiêu cực và kết quả xử lý.
    func negative(on page: inout PaperWriter) {
        let cases = figures.allCases
        page.chapter("III. PHẢN ÁNH TIÊU CỰC VÀ KẾT QUẢ XỬ LÝ")
        if cases.raised == 0 {
            page.paragraph("Trong kỳ không có vụ việc nào từ đánh giá tiêu cực.")
        } else {
            page.paragraph(
                "Trong kỳ có \(Formats.count(cases.raised)) vụ việc từ đánh giá tiêu cực; một phiếu thành vụ việc theo "
                    + "câu trả lời thấp nhất hoặc điều người dân nêu, nên số này có thể nhiều hơn số phiếu không hài lòng "
                    + "ở phần II. \(handled(cases)) Tính đến \(Formats.moment(report.asOf)).")
            let found = ReportSentences.counts([
                ("phản ánh đúng", cases.confirmed), ("không đúng", cases.unfounded), ("chưa rõ", cases.unclear),
            ])
            let other = ReportSentences.counts([
                ("có biện pháp khắc phục được ghi lại", cases.measures),
                ("người dân báo chưa được giải quyết", cases.returned),
            ])
            if !found.isEmpty || !other.isEmpty {
                page.paragraph(
                    [
                        found.isEmpty ? "" : "Kết quả xác minh: \(found).",
                        other.isEmpty ? "" : "\(other.firstUppercased).",
                    ]
                    .filter { !$0.isEmpty }.joined(separator: " "))
            }
            page.table(ReportTables(self).categories)
        }
        if let themes = figures.themes, !themes.isEmpty { page.table(ReportTables(self).themes) }
        if let words = figures.words, words.all > 0 {
            let kinds = ReportSentences.counts([
                ("phàn nàn, phản ánh", words.complaints), ("nguyện vọng, đề xuất", words.wishes),
                ("lời khen", words.praise),
            ])
            page.paragraph(
                "Người dân viết \(Formats.count(words.all)) ý kiến: \(kinds). Loại ý kiến do máy gợi ý theo lời văn, trừ "
                    + "những ý kiến đã có người đọc và xếp loại.")
        }
        if figures.unit != nil {
            page.paragraph("Không gồm vụ việc được chuyển thẳng lên cấp trên của đơn vị.")
        }
        page.prose(text(.negative))
    }

    /// "Đã trả lời 23, trong đó đúng hạn 20, quá hạn 3; chưa trả lời 7, trong đó đã quá hạn 5."
    private func handled(_ cases: CaseOutcome) -> String {
        let answered =
            cases.answered == 0
            ? "Chưa vụ việc nào được trả lời"
            : "Đã trả lời \(Formats.count(cases.answered)), trong đó "
                + ReportSentences.counts([("đúng hạn", cases.inTime), ("quá hạn", cases.late)])
        guard cases.waiting > 0 else { return "\(answered)." }
        let overdue = cases.overdue == 0 ? "còn trong hạn" : "trong đó đã quá hạn \(Formats.count(cases.overdue))"
        return "\(answered); chưa trả lời \(Formats.count(cases.waiting)), \(overdue)."
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
                    "(Kèm theo Báo cáo số          /\(form.symbol) ngày        tháng        năm           của \(form.issuingAgency))",
                    size: 13,
                    italic: true, before: 6))
        ])
        page.section("1. Lý do điều chỉnh")
        page.prose(edition.reason)
        page.section("2. Số liệu thay đổi")
        let shown = shownDifferences
        page.paragraph(
            "So với lần chốt trước, \(Formats.count(shown.count)) số liệu thay đổi. Các bản trước vẫn được "
                + "giữ nguyên. Tỷ lệ hài lòng chung sau điều chỉnh: \(ReportSentences.share(figures.headline)).")
        page.table(ReportTables(self).differences(shown))
    }
}
