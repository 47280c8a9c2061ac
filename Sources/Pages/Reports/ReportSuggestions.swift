package import Feedback

/// What the figures say by themselves about shortcomings and what to do: words to begin with. People decide what stays,
/// and add the causes, which no figure knows. Nothing is called a shortcoming that chance alone may have made.
package struct ReportSuggestions: Sendable {
    package let shortcomings: String
    package let solutions: String

    package init(_ figures: ReportFigures) {
        let findings = Self.findings(figures)
        let faults = findings.compactMap(\.fault)
        shortcomings =
            faults.isEmpty
            ? "Số liệu trong kỳ không cho thấy tồn tại rõ rệt. Nguyên nhân: …" : faults.joined(separator: "\n")
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

    /// Without a fault: something to keep an eye on.
    private typealias Finding = (fault: String?, remedy: String)

    private static func findings(_ figures: ReportFigures) -> [Finding] {
        [criterion(figures), lower(figures), late(figures), overdue(figures), themes(figures), silent(figures)]
            .compactMap { $0 }
    }

    private static func criterion(_ figures: ReportFigures) -> Finding? {
        let ranked = figures.rankedCriteria
        guard let worst = ranked.first, let best = ranked.last, worst.id != best.id else { return nil }
        guard Change(from: worst.measured, to: best.measured) == .higher else {
            return (
                nil,
                "Theo dõi tiêu chí “\(worst.name)” (\(ReportSentences.short(worst.measured))): thấp nhất trong kỳ, nhưng chênh "
                    + "lệch có thể do ngẫu nhiên."
            )
        }
        return (
            "Tiêu chí “\(worst.name)” có tỷ lệ hài lòng thấp nhất (\(ReportSentences.short(worst.measured))). Nguyên nhân: …",
            "Phân tích nguyên nhân và có biện pháp cụ thể đối với tiêu chí “\(worst.name)”; báo cáo kết quả trong kỳ tới."
        )
    }

    /// The report goes to everybody: a part that it keeps back is not named here.
    private static func lower(_ figures: ReportFigures) -> Finding? {
        let secrets = ReportSecrets(figures)
        let found = figures.lower.filter { !secrets.hides($0, of: figures.partsTable) }
        guard !found.isEmpty else { return nil }
        let names = found.map(\.name).joined(separator: "; ")
        let subject = "\(found.count == 1 ? "" : "Các ")\(figures.partWord)".firstUppercased
        return (
            "\(subject) có tỷ lệ hài lòng rõ ràng thấp hơn mức chung: \(ReportSentences.list(found)). Nguyên nhân: …",
            "Đề nghị \(names) xác định nguyên nhân và có biện pháp khắc phục trong kỳ tới."
        )
    }

    private static func late(_ figures: ReportFigures) -> Finding? {
        let units = figures.casesByUnit.filter { $0.late > 0 }
        guard !units.isEmpty else { return nil }
        return (
            "\(Formats.count(figures.allCases.late)) vụ việc đã trả lời nhưng quá hạn (\(names(units))).",
            "Nhắc \(names(units)) bảo đảm thời hạn trả lời vụ việc."
        )
    }

    private static func overdue(_ figures: ReportFigures) -> Finding? {
        let units = figures.casesByUnit.filter { $0.overdue > 0 }
        guard !units.isEmpty else { return nil }
        return (
            "Còn \(Formats.count(figures.allCases.overdue)) vụ việc quá hạn chưa trả lời (\(names(units))).",
            "Yêu cầu \(names(units)) trả lời dứt điểm các vụ việc quá hạn."
        )
    }

    private static func names(_ units: [CaseOutcome]) -> String { units.map(\.unitName).joined(separator: "; ") }

    /// "Khác" is no subject that anybody could look into.
    private static func themes(_ figures: ReportFigures) -> Finding? {
        let named = (figures.themes ?? []).filter { $0.name != Reason.other.words }
        guard let most = named.max(by: { $0.count < $1.count }), most.count >= 3 else { return nil }
        return (
            "Nội dung bị phản ánh nhiều nhất: \(most.name.lowercased()) (\(Formats.count(most.count)) lượt).",
            "Kiểm tra, chấn chỉnh tình trạng “\(most.name.lowercased())” tại các quầy có phản ánh."
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
