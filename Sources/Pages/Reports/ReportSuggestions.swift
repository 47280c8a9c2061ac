package import Feedback

/// What the figures say by themselves about shortcomings and what to do: words to begin with. People decide what stays,
/// and add the causes, which no figure knows.
package struct ReportSuggestions: Sendable {
    package let shortcomings: String
    package let solutions: String

    package init(_ figures: ReportFigures) {
        let findings = Self.findings(figures)
        shortcomings =
            findings.isEmpty
            ? "Số liệu trong kỳ không cho thấy tồn tại rõ rệt. Nguyên nhân: …"
            : findings.map(\.fault).joined(separator: "\n")
        solutions =
            findings.isEmpty
            ? "Tiếp tục duy trì chất lượng phục vụ; vận động người dân đánh giá sau khi nhận kết quả."
            : findings.map(\.remedy).joined(separator: "\n")
    }

    package subscript(section: ReportSection) -> String? {
        switch section {
        case .shortcomings: shortcomings
        case .solutions: solutions
        default: nil
        }
    }

    private typealias Finding = (fault: String, remedy: String)

    private static func findings(_ figures: ReportFigures) -> [Finding] {
        [criterion(figures), lower(figures), late(figures), themes(figures), silent(figures)].compactMap { $0 }
    }

    private static func criterion(_ figures: ReportFigures) -> Finding? {
        guard let worst = figures.rankedCriteria.first, figures.rankedCriteria.count > 1 else { return nil }
        return (
            "Tiêu chí “\(worst.name)” có tỷ lệ hài lòng thấp nhất (\(ReportSentences.short(worst.measured))). Nguyên nhân: …",
            "Phân tích nguyên nhân và có biện pháp cụ thể đối với tiêu chí “\(worst.name)”; báo cáo kết quả trong kỳ tới."
        )
    }

    private static func lower(_ figures: ReportFigures) -> Finding? {
        guard !figures.lower.isEmpty else { return nil }
        let names = figures.lower.map(\.name).joined(separator: "; ")
        return (
            "Các \(figures.partWord) có tỷ lệ hài lòng thấp hơn rõ rệt so với mức chung: "
                + "\(ReportSentences.list(figures.lower)). Nguyên nhân: …",
            "Đề nghị \(names) kiểm điểm, xác định nguyên nhân và có biện pháp khắc phục trong kỳ tới."
        )
    }

    private static func late(_ figures: ReportFigures) -> Finding? {
        let cases = figures.allCases
        guard cases.late + cases.overdue > 0 else { return nil }
        var parts: [String] = []
        if cases.late > 0 { parts.append("\(Formats.count(cases.late)) vụ việc trả lời quá hạn") }
        if cases.overdue > 0 { parts.append("\(Formats.count(cases.overdue)) vụ việc quá hạn chưa trả lời") }
        let units = figures.casesByUnit.filter { $0.late + $0.overdue > 0 }.map(\.unitName).joined(separator: "; ")
        return (
            "Còn \(parts.joined(separator: " và ")) (\(units)).",
            "Yêu cầu \(units) trả lời dứt điểm các vụ việc quá hạn, bảo đảm thời hạn trả lời phản ánh."
        )
    }

    private static func themes(_ figures: ReportFigures) -> Finding? {
        guard let most = figures.themes?.max(by: { $0.count < $1.count }), most.count >= 3 else { return nil }
        return (
            "Nội dung bị phản ánh nhiều nhất: \(most.name.lowercased()) (\(Formats.count(most.count)) lượt).",
            "Chấn chỉnh, kiểm tra việc \(most.name.lowercased()) tại các quầy có phản ánh."
        )
    }

    private static func silent(_ figures: ReportFigures) -> Finding? {
        let silent = figures.deployment.desks - figures.deployment.desksWithRatings
        guard silent > 0 else { return nil }
        return (
            "Còn \(Formats.count(silent)) quầy không có phiếu đánh giá nào trong kỳ.",
            "Kiểm tra việc đặt thẻ mã QR và hướng dẫn người dân đánh giá tại \(Formats.count(silent)) quầy chưa có phiếu."
        )
    }
}
