import Foundation

/// Dates as a mail writes them, always in Vietnam's time (UTC+7, without summer time since 1975).
enum MailDate {
    private static let offset: TimeInterval = 7 * 3600
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// RFC 5322, 3.3: `Tue, 05 Mar 2024 14:05:09 +0700`.
    static func header(_ date: Date) -> String {
        let (weekday, year, month, day, time) = parts(date)
        return "\(days[weekday]), \(two(day)) \(months[month - 1]) \(year) "
            + time.map(two).joined(separator: ":") + " +0700"
    }

    /// Sorts by time and is safe in a file name: `20240305-140509`.
    static func fileName(_ date: Date) -> String {
        let (_, year, month, day, time) = parts(date)
        return "\(year)\(two(month))\(two(day))-\(time.map(two).joined())"
    }

    /// The weekday counts from Thursday, the first day of 1970. Dates outside 1970 to 9999 are drawn to the nearer end.
    private static func parts(_ date: Date) -> (weekday: Int, year: Int, month: Int, day: Int, time: [Int]) {
        let seconds = Int(min(max(date.timeIntervalSince1970 + offset, 0), 253_402_300_799).rounded(.down))
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86400)
        // Days since 1 March of the year 0, in eras of 400 years: a leap day then is the last day of its year.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (
            days % 7, year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1, [rest / 3600, rest / 60 % 60, rest % 60]
        )
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
