import Feedback

extension ReportPaper {
    /// I. Tình hình triển khai.
    func deployment(on page: inout PaperWriter) {
        let facts = figures.deployment
        page.chapter("I. TÌNH HÌNH TRIỂN KHAI")
        let units =
            figures.unit == nil
            ? "Trong \(words.period), \(Formats.count(facts.unitsWithRatings))/\(Formats.count(facts.units)) cơ quan, đơn vị "
                + "thuộc diện đánh giá có phiếu. "
            : "Trong \(words.period), "
        page.paragraph(
            units + "\(figures.unit == nil ? "Có" : "có") \(Formats.count(facts.desks)) quầy tiếp nhận, "
                + "\(Formats.count(facts.desksWithCode)) quầy có thẻ mã QR đang dùng, \(Formats.count(facts.desksWithRatings)) "
                + "quầy có phiếu.")
        page.paragraph(
            "Tiếp nhận \(Formats.count(figures.headline.ratings)) lượt đánh giá\(channels). "
                + "Kỳ trước (\(Formats.period(report.subject.period.previous))): "
                + "\(Formats.count(figures.previous.ratings)) lượt.")
        if let openings = facts.openings {
            page.paragraph(
                "Trang đánh giá được mở \(Formats.count(openings)) lượt (tính cả mở lại và xem trước đường dẫn, nên không "
                    + "phải là số người).")
        }
        if let response { page.paragraph(response) }
        page.prose(text(.deployment))
    }

    /// ", trong đó Mã QR tại quầy 1.140, Phiếu giấy 7".
    private var channels: String {
        let parts = figures.channels.filter { $0.ratings > 0 && !$0.id.isEmpty }.map {
            "\($0.name.prefix(1).lowercased())\($0.name.dropFirst()) \(Formats.count($0.ratings))"
        }
        return parts.isEmpty ? "" : ", trong đó \(parts.joined(separator: "; "))"
    }

    /// Ratings of dossiers handled, at the desks that said how many.
    private var response: String? {
        guard let dossiers = figures.deployment.dossiers, let ratings = figures.deployment.ratingsWithDossiers,
            dossiers > 0
        else { return nil }
        let share = Formats.percent(Double(ratings) / Double(dossiers))
        let doubt = ratings > dossiers ? " Số phiếu nhiều hơn số hồ sơ: cần kiểm tra lại." : ""
        return "Tỷ lệ phiếu trên hồ sơ đã giải quyết, tính ở các quầy có số hồ sơ: \(Formats.count(ratings))/"
            + "\(Formats.count(dossiers)), đạt \(share).\(doubt)"
    }

    /// What stands in a part: saved words, or a draft that is marked as one.
    func text(_ section: ReportSection) -> String {
        guard let part = report.part(section) else { return "" }
        switch part.source {
        case .written: return part.body
        case .carried(let from):
            return "(Bản nháp chép từ báo cáo \(Formats.period(from)), chưa lưu.)\n\(part.body)"
        case .empty: return section.isRequired ? "(Chưa viết.)" : ""
        }
    }

    /// IV and V.
    func written(on page: inout PaperWriter) {
        page.chapter("IV. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN")
        page.prose(text(.shortcomings))
        page.chapter("V. GIẢI PHÁP, KIẾN NGHỊ")
        page.prose(text(.solutions))
    }
}
