package import Foundation

/// A calendar month in Viet Nam, written "2026-11", and the only place where Asia/Ho_Chi_Minh becomes
/// an interval, a local day or a local hour.
///
/// Viet Nam keeps UTC+7 the whole year, without summer time, since 13 June 1975; so a fixed offset is right
/// for every moment this program can meet and costs nothing on the path of each rating.
package struct Month: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    /// Nil unless `rawValue` is a month written yyyy-MM.
    package init?(rawValue: String) {
        guard LocalDay(rawValue: rawValue + "-01") != nil else { return nil }
        self.rawValue = rawValue
    }

    package init(_ moment: Date) { self.init(day: LocalDay(moment)) }
    package init(day: LocalDay) { rawValue = String(day.rawValue.prefix(7)) }

    package var year: Int { Int(rawValue.prefix(4)) ?? 0 }
    package var number: Int { Int(rawValue.suffix(2)) ?? 1 }
    package var firstDay: LocalDay { LocalDay(number: Self.days(toYear: year, month: number, day: 1)) }
    package var lastDay: LocalDay { next.firstDay.adding(days: -1) }
    package var previous: Month { Month(day: firstDay.adding(days: -1)) }
    package var next: Month { Month(day: firstDay.adding(days: Self.days(in: number, of: year))) }

    package var description: String { rawValue }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension ClosedRange<LocalDay> {
    /// The whole months within these days that are over before a month; nil: none.
    package func wholeMonths(before month: Month) -> ClosedRange<LocalDay>? {
        let first = lowerBound == lowerBound.month.firstDay ? lowerBound.month : lowerBound.month.next
        let last = Swift.min(
            upperBound == upperBound.month.lastDay ? upperBound.month : upperBound.month.previous, month.previous)
        return first <= last ? first.firstDay...last.lastDay : nil
    }
}

extension Month {
    /// Seconds by which clocks in Viet Nam are ahead of UTC.
    package static let offset = 7 * 3_600

    /// Seconds of the wall clock in Viet Nam since 1970-01-01 00:00 there.
    package static func localSeconds(_ moment: Date) -> Int {
        Int(moment.timeIntervalSince1970.rounded(.down)) + offset
    }

    package static func moment(localSeconds: Int) -> Date {
        Date(timeIntervalSince1970: Double(localSeconds - offset))
    }

    /// The hour on the wall, 0..23.
    package static func localHour(_ moment: Date) -> Int { localSeconds(moment) % 86_400 / 3_600 }
    /// Minutes since midnight on the wall, 0..1439.
    package static func localMinute(_ moment: Date) -> Int { localSeconds(moment) % 86_400 / 60 }

    static func days(in month: Int, of year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month - 1) % 12]
    }

    /// Proleptic Gregorian calendar, days since 1970-01-01 (years counted from March, eras of 400 years).
    static func days(toYear year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
