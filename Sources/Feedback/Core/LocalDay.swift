package import Foundation

/// A calendar day in Viet Nam, written "2026-11-21". Comparable as text, in Swift and in SQL.
package struct LocalDay: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    /// Years that are read: since Viet Nam keeps UTC+7 (`Month`). Whoever asks for another gets nothing, and a period
    /// before or after one of these still has a year of four digits: text and calendar order the same days alike.
    package static let years = 1976...2199

    /// Nil unless `rawValue` is a day that exists, written yyyy-MM-dd, in one of `years`.
    package init?(rawValue: String) {
        // Int would take "+1" too.
        let isWellFormed = rawValue.utf8.enumerated().allSatisfy { place, byte in
            [4, 7].contains(place) ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte
        }
        let parts = rawValue.split(separator: "-").compactMap { Int($0) }
        guard rawValue.utf8.count == 10, isWellFormed, parts.count == 3, Self.years ~= parts[0],
            (1...12).contains(parts[1]),
            (1...Month.days(in: parts[1], of: parts[0])).contains(parts[2])
        else { return nil }
        self.rawValue = rawValue
    }

    /// The day it is in Viet Nam at `moment`.
    package init(_ moment: Date) {
        self.init(number: Month.localSeconds(moment) / 86_400)
    }

    /// Days since 1970-01-01.
    package init(number: Int) {
        let (year, month, day) = Month.civil(fromDays: number)
        rawValue = "\(Month.padded(year, 4))-\(Month.padded(month, 2))-\(Month.padded(day, 2))"
    }

    /// Days since 1970-01-01.
    package var number: Int { Month.days(toYear: year, month: monthNumber, day: dayNumber) }
    package var year: Int { Int(rawValue.prefix(4)) ?? 0 }
    package var monthNumber: Int { Int(rawValue.dropFirst(5).prefix(2)) ?? 1 }
    package var dayNumber: Int { Int(rawValue.suffix(2)) ?? 1 }
    package var month: Month { Month(day: self) }
    /// 1 Monday … 7 Sunday.
    package var weekday: Int { (number + 3) % 7 + 1 }
    /// Midnight in Viet Nam, when the day begins.
    package var start: Date { Month.moment(localSeconds: number * 86_400) }

    package func adding(days: Int) -> LocalDay { LocalDay(number: number + days) }

    package var description: String { rawValue }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
