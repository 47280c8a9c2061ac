import Feedback

/// A last day in words, seen from today.
enum DueDay {
    static func words(_ day: LocalDay, today: LocalDay) -> String {
        let left = day.number - today.number
        switch left {
        case ..<0: return "quá hạn \(-left)\(Formats.space)ngày"
        case 0: return "hôm nay"
        default: return "còn \(left)\(Formats.space)ngày"
        }
    }
}
