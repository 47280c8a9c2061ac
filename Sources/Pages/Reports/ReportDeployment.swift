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
        page.paragraph(units + (figures.unit == nil ? places.firstUppercased : places))
        page.paragraph(
            "\(until)iếp nhận \(Formats.count(figures.headline.ratings)) lượt đánh giá\(channels). "
                + "Kỳ trước (\(Formats.period(report.subject.period.previous))): "
                + (figures.previous.ratings == 0
                    ? "chưa có phiếu." : "\(Formats.count(figures.previous.ratings)) lượt."))
        if let openings = facts.openings {
            page.paragraph(
                "Trang đánh giá được mở \(Formats.count(openings)) lượt (tính cả mở lại và xem trước đường dẫn, nên không "
                    + "phải là số người).")
        }
        if let response { page.paragraph(response) }
        page.prose(text(.deployment))
    }

    /// "có 61 quầy tiếp nhận, 61 quầy có thẻ mã QR đang dùng, 58 quầy có phiếu." Officials may serve at another's desks.
    private var places: String {
        let facts = figures.deployment
        let rated = figures.desks.filter { $0.ratings > 0 && !$0.id.isEmpty }.count
        guard facts.desks > 0 else {
            return rated == 0
                ? "đơn vị không có quầy riêng và chưa có phiếu."
                : "đơn vị không có quầy riêng; công chức của đơn vị được đánh giá ở \(Formats.count(rated)) quầy."
        }
        return
            "có \(Formats.count(facts.desks)) quầy tiếp nhận, \(Formats.count(facts.desksWithCode)) quầy có thẻ mã QR "
            + "đang dùng, \(Formats.count(facts.desksWithRatings)) quầy có phiếu."
    }

    /// The first words of what came in: of a period that runs, until when.
    private var until: String {
        report.isRunning ? "Đến hết ngày \(Formats.shortDay(LocalDay(report.asOf))), t" : "T"
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
        return
            "Tỷ lệ phiếu trên hồ sơ đã giải quyết, chỉ tính những quầy và tháng đã nhập số hồ sơ: \(Formats.count(ratings))/"
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
