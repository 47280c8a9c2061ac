package import Feedback

extension Formats {
    /// "ngày 21/11/2026", "tuần 47/2026 (16/11–22/11/2026)", "tháng 11/2026", "quý IV/2026", "6 tháng đầu năm 2026",
    /// "9 tháng đầu năm 2026", "năm 2026", "từ 03/11/2026 đến 20/11/2026".
    package static func period(_ period: Period) -> String {
        let (first, last, year) = (period.first, period.last, period.last.year)
        switch period.kind {
        case .day: return "ngày\(space)\(shortDay(first))"
        case .week:
            let number = period.rawValue.split(separator: "W").last.flatMap { Int($0) } ?? 0
            let of = period.rawValue.prefix(4)
            return "tuần\(space)\(number)/\(of) (\(shortDay(first).prefix(5))–\(shortDay(last)))"
        case .month: return month(first.month)
        case .quarter: return "quý\(space)\(["I", "II", "III", "IV"][(first.monthNumber - 1) / 3])/\(year)"
        case .sixMonths: return "6\(space)tháng \(first.monthNumber == 1 ? "đầu" : "cuối") năm\(space)\(year)"
        case .nineMonths: return "9\(space)tháng đầu năm\(space)\(year)"
        case .year: return "năm\(space)\(year)"
        case .range: return "từ \(shortDay(first)) đến \(shortDay(last))"
        }
    }

    /// The name of a kind, as on a tab.
    package static func kind(_ kind: Period.Kind) -> String {
        switch kind {
        case .day: "Ngày"
        case .week: "Tuần"
        case .month: "Tháng"
        case .quarter: "Quý"
        case .sixMonths: "6\(space)tháng"
        case .nineMonths: "9\(space)tháng"
        case .year: "Năm"
        case .range: "Khoảng ngày"
        }
    }
}
