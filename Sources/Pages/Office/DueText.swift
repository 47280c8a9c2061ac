import Feedback
import Foundation

/// A deadline in words, seen from now. In working time: a case that is due on Monday morning is not "two days" away
/// on Friday evening.
struct DueText {
    let hours: WorkingHours

    init(hours: WorkingHours) { self.hours = hours }
    init(_ directory: Directory) { self.init(hours: directory.configuration.alerts.hours) }

    /// "còn 2 giờ làm việc", "quá hạn 1 ngày làm việc 3 giờ".
    func words(_ due: Date, now: Date) -> String {
        if due < now {
            let minutes = hours.minutes(from: due, to: now)
            return minutes == 0 ? "vừa quá hạn" : "quá hạn \(Formats.workingTime(minutes: minutes, day: day))"
        }
        let minutes = hours.minutes(from: now, to: due)
        return minutes == 0 ? "đến hạn bây giờ" : "còn \(Formats.workingTime(minutes: minutes, day: day))"
    }

    /// By the clock, for what the law counts in hours of day and night: "còn 2 giờ", "quá hạn 3 ngày 4 giờ".
    static func words(_ due: Date, now: Date) -> String {
        let minutes = Int(due.timeIntervalSince(now) / 60)
        return minutes < 0
            ? "quá hạn \(Formats.duration(minutes: -minutes))" : "còn \(Formats.duration(minutes: minutes))"
    }

    private var day: Int { hours.minutesOfDay }
}
