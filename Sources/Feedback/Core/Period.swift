/// The days a figure is about, as they stand in an address:
/// `2026-11-21` a day · `2026-W47` a week from Monday · `2026-11` a month · `2026-Q4` a quarter · `2026-H1` six months ·
/// `2026-9M` nine months · `2026` a year · `2026-11-03..2026-11-20` any range, both days included.
package struct Period: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case day, week, month, quarter, sixMonths, nineMonths, year, range
    }

    /// Longest range, in days: about ten years.
    package static let longest = 3_660

    package let rawValue: String
    package let kind: Kind
    package let days: ClosedRange<LocalDay>

    /// Nil unless `rawValue` is one of the forms above, with days that exist. Ranges are at most `longest` days.
    package init?(rawValue: String) {
        if let month = Month(rawValue: rawValue) {
            self.init(month)
        } else if let day = LocalDay(rawValue: rawValue) {
            self.init(rawValue, .day, day...day)
        } else if rawValue.utf8.count == 4, let year = Self.year(rawValue) {
            self.init(rawValue, .year, Self.days(year, months: 1...12))
        } else if let range = Self.range(rawValue) {
            self.init(rawValue, .range, range)
        } else if let part = Self.part(rawValue) {
            self.init(rawValue, part.kind, part.days)
        } else {
            return nil
        }
    }

    package init(_ month: Month) { self.init(month.rawValue, .month, month.firstDay...month.lastDay) }

    /// The period of a kind that holds a day; a range is that day alone, and so is what would reach out of
    /// `LocalDay.years`.
    package init(_ kind: Kind, holding day: LocalDay) {
        let quarter = (day.monthNumber - 1) / 3 + 1
        let text =
            switch kind {
            case .day: day.rawValue
            case .week: Self.week(of: day)
            case .month: day.month.rawValue
            case .quarter: "\(Month.padded(day.year, 4))-Q\(quarter)"
            case .sixMonths: "\(Month.padded(day.year, 4))-H\(quarter <= 2 ? 1 : 2)"
            case .nineMonths: "\(Month.padded(day.year, 4))-9M"
            case .year: Month.padded(day.year, 4)
            case .range: "\(day)..\(day)"
            }
        self = Period(rawValue: text) ?? Period(day...day)
    }

    /// - Parameter days: at most `longest`; what is beyond is cut off.
    package init(_ days: ClosedRange<LocalDay>) {
        let last = min(days.upperBound, days.lowerBound.adding(days: Self.longest - 1))
        self.init("\(days.lowerBound)..\(last)", .range, days.lowerBound...last)
    }

    private init(_ rawValue: String, _ kind: Kind, _ days: ClosedRange<LocalDay>) {
        self.rawValue = rawValue
        self.kind = kind
        self.days = days
    }

    package var first: LocalDay { days.lowerBound }
    package var last: LocalDay { days.upperBound }
    package var dayCount: Int { last.number - first.number + 1 }
    package var description: String { rawValue }

    /// Whether some of its days are still to come, or today is one of them.
    package func isRunning(on today: LocalDay) -> Bool { last >= today }
    package func isFuture(on today: LocalDay) -> Bool { first > today }

    /// The period before, of the same kind and length. Nine months have the nine months of the year before.
    package var previous: Period {
        switch kind {
        case .nineMonths: sameLastYear
        case .range: Period(first.adding(days: -dayCount)...first.adding(days: -1))
        default: Period(kind, holding: first.adding(days: -1))
        }
    }

    package var next: Period {
        switch kind {
        case .nineMonths:
            Period(rawValue: "\(Month.padded(first.year + 1, 4))-9M")
                ?? Period(last.adding(days: 1)...last.adding(days: 1))
        case .range: Period(last.adding(days: 1)...last.adding(days: dayCount))
        default: Period(kind, holding: last.adding(days: 1))
        }
    }

    /// The same period of the year before. A week is the one 52 weeks before; 29 February is 28 February.
    package var sameLastYear: Period {
        switch kind {
        case .week: Period(.week, holding: first.adding(days: -364))
        case .day: Period(.day, holding: Self.yearBefore(first))
        case .range: Period(Self.yearBefore(first)...Self.yearBefore(last))
        case .nineMonths:
            Period(rawValue: "\(Month.padded(first.year - 1, 4))-9M")
                ?? Period(Self.yearBefore(first)...Self.yearBefore(last))
        default: Period(kind, holding: Self.yearBefore(first))
        }
    }

    /// The months it touches, oldest first.
    package var months: [Month] {
        var months = [first.month]
        while let last = months.last, last < self.last.month { months.append(last.next) }
        return months
    }
}

extension Period {
    private static func year(_ text: some StringProtocol) -> Int? {
        LocalDay(rawValue: "\(text)-01-01")?.year
    }

    private static func days(_ year: Int, months: ClosedRange<Int>) -> ClosedRange<LocalDay> {
        func month(_ number: Int) -> Month {
            Month(day: LocalDay(number: Month.days(toYear: year, month: number, day: 1)))
        }
        return month(months.lowerBound).firstDay...month(months.upperBound).lastDay
    }

    private static func part(_ text: String) -> (kind: Kind, days: ClosedRange<LocalDay>)? {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0].utf8.count == 4, let year = year(halves[0]) else { return nil }
        switch halves[1] {
        case "Q1": return (.quarter, days(year, months: 1...3))
        case "Q2": return (.quarter, days(year, months: 4...6))
        case "Q3": return (.quarter, days(year, months: 7...9))
        case "Q4": return (.quarter, days(year, months: 10...12))
        case "H1": return (.sixMonths, days(year, months: 1...6))
        case "H2": return (.sixMonths, days(year, months: 7...12))
        case "9M": return (.nineMonths, days(year, months: 1...9))
        default: return week(year, halves[1]).map { (.week, $0) }
        }
    }

    /// ISO 8601: week 1 is the one with the year's first Thursday.
    private static func week(_ year: Int, _ text: Substring) -> ClosedRange<LocalDay>? {
        guard text.utf8.count == 3, text.first == "W", let number = Int(text.dropFirst()), number >= 1 else {
            return nil
        }
        let fourth = LocalDay(number: Month.days(toYear: year, month: 1, day: 4))
        let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (number - 1))
        guard monday.adding(days: 3).year == year else { return nil }
        return monday...monday.adding(days: 6)
    }

    private static func week(of day: LocalDay) -> String {
        let thursday = day.adding(days: 4 - day.weekday)
        let first = Month.days(toYear: thursday.year, month: 1, day: 1)
        return "\(Month.padded(thursday.year, 4))-W\(Month.padded((thursday.number - first) / 7 + 1, 2))"
    }

    private static func range(_ text: String) -> ClosedRange<LocalDay>? {
        guard text.utf8.count == 22, text.dropFirst(10).hasPrefix(".."),
            let first = LocalDay(rawValue: String(text.prefix(10))),
            let last = LocalDay(rawValue: String(text.suffix(10))), first <= last,
            last.number - first.number < longest
        else { return nil }
        return first...last
    }

    private static func yearBefore(_ day: LocalDay) -> LocalDay {
        let lastOfMonth = Month.days(in: day.monthNumber, of: day.year - 1)
        return LocalDay(
            number: Month.days(toYear: day.year - 1, month: day.monthNumber, day: min(day.dayNumber, lastOfMonth)))
    }
}
