package import Feedback

/// How a report is named: in its title, on pages, as a file.
package struct ReportWords: Sendable {
    package let subject: ReportSubject
    package let unitName: String?

    package init(_ subject: ReportSubject, unitName: String?) {
        self.subject = subject
        self.unitName = unitName
    }

    /// "tháng 11 năm 2024", as a document says it.
    package var period: String {
        let period = subject.period
        let space = Formats.space
        switch period.kind {
        case .month: return "tháng\(space)\(period.first.monthNumber) năm\(space)\(period.first.year)"
        case .quarter:
            return
                "quý\(space)\(["I", "II", "III", "IV"][(period.first.monthNumber - 1) / 3]) năm\(space)\(period.first.year)"
        default: return Formats.period(period)
        }
    }

    /// "Báo cáo tháng 11/2024", "Báo cáo tháng 11/2024 · Phòng Tư pháp".
    package var title: String { "Báo cáo \(Formats.period(subject.period))" + (unitName.map { " · \($0)" } ?? "") }

    /// "BC-ket-qua-khao-sat-thang-11-2024": what a clerk finds again. Letters without marks: a header carries it.
    package func fileName(number: Int? = nil, audience: ReportAudience = .everybody) -> String {
        let period = subject.period
        let year = period.first.year
        let month = period.first.monthNumber
        let when =
            switch period.kind {
            case .quarter: "quy-\((month - 1) / 3 + 1)-\(year)"
            case .sixMonths: "6-thang-\(month == 1 ? "dau" : "cuoi")-nam-\(year)"
            case .nineMonths: "9-thang-\(year)"
            case .year: "nam-\(year)"
            default: "thang-\(month)-\(year)"
            }
        let unit = subject.unit.map { "-\($0)" } ?? ""
        let amendment = number.map { $0 > 0 ? "-dieu-chinh-\(Self.two($0))" : "" } ?? ""
        return "BC-ket-qua-khao-sat-\(when)\(unit)\(amendment)\(audience == .leadership ? "-lanh-dao" : "")"
    }

    /// 1 → "01", as documents are numbered.
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Who a document is for: what is said of single officials goes to the leadership alone.
package enum ReportAudience: String, Sendable, CaseIterable {
    case everybody, leadership
}

extension NoticeWords {
    /// "tháng 11/2024, quý IV/2024, năm 2024": the reports that end with a month.
    static func reports(endingWith month: Month) -> String {
        ReportSubject.ending(with: month).map { Formats.period($0) }.joined(separator: ", ")
    }
}
