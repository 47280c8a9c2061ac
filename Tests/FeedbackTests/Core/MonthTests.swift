import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The calendar of Viet Nam")
struct MonthTests {
    @Test("agrees with Foundation's for two hundred years")
    func twoHundredYears() throws {
        // From 1976: the country has kept UTC+7 since June 1975.
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
        var dice = Dice()
        let first = LocalDay.on("1976-01-01").number
        for number in first..<(first + 73_050) {
            let day = LocalDay(number: number)
            let moment = day.start.addingTimeInterval(Double(dice.number(0...86_399)))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .weekday], from: moment)
            guard
                LocalDay(moment) == day, day.number == number, LocalDay(rawValue: day.rawValue) == day,
                day.year == parts.year, day.monthNumber == parts.month, day.dayNumber == parts.day,
                day.weekday % 7 + 1 == parts.weekday, Month.localHour(moment) == parts.hour,
                Month.localMinute(moment) % 60 == parts.minute, day.month == Month(moment)
            else {
                Issue.record("\(day) is \(parts)")
                return
            }
        }
    }

    @Test("Any four digits are a year with whole periods before, after and a year ago, or no year at all")
    func anyYear() throws {
        for year in 0...9_999 {
            let digits = String(String(10_000 + year).suffix(4))
            let forms =
                [
                    "", "-01", "-12", "-Q1", "-Q4", "-H1", "-H2", "-9M", "-W01", "-W52", "-W53", "-01-01", "-12-31",
                ].map { digits + $0 } + ["\(digits)-01-01..\(digits)-12-31"]
            for text in forms {
                guard let period = Period(rawValue: text) else {
                    #expect(!(LocalDay.years ~= year) || text.hasSuffix("-W53"), "\(text)")
                    continue
                }
                let around = [period.previous, period.next, period.sameLastYear]
                guard LocalDay.years ~= year, period.months.count == Set(period.months).count,
                    around[0].last < period.first, period.last < around[1].first, around[2].last < period.last
                else {
                    Issue.record("\(text): \(around)")
                    return
                }
            }
        }
    }

    @Test("A month begins and ends at midnight there, which is 17:00 UTC")
    func edges() {
        let midnight = Date.inVietNam("2026-12-01", 0, 0)
        #expect(midnight.timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400) == 17 * 3_600)
        for (offset, month) in [
            (-1.0, "2026-11"), (-0.001, "2026-11"), (-0.0001, "2026-11"), (0, "2026-12"), (0.001, "2026-12"),
        ] {
            #expect(Month(midnight + offset).rawValue == month, "\(offset)")
        }
        #expect(Month.localHour(midnight) == 0)
        #expect(Month.localHour(midnight - 1) == 23)
    }

    @Test("Months follow each other over the years")
    func neighbours() throws {
        var month = try #require(Month(rawValue: "1999-12"))
        for _ in 0..<2_400 {
            #expect(month.next.previous == month)
            #expect(month.next.firstDay == month.lastDay.adding(days: 1))
            #expect(month.firstDay.dayNumber == 1)
            #expect(month < month.next)
            month = month.next
        }
        #expect(month.rawValue == "2199-12")
    }

    @Test(
        "A day that is none is refused",
        arguments: [
            "", "2026-11-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
            "2026-+1-01", "+026-01-01", "12026-1-01", "2026/01/01", "2026-01-01 ", "20260101", "2026-01-0x",
            "２０２６-01-01", "--------", "2026-01-1\u{301}",
        ])
    func noDay(text: String) {
        #expect(LocalDay(rawValue: text) == nil)
    }

    @Test("A leap day is a day", arguments: ["2024-02-29", "2000-02-29", "2026-12-31"])
    func leapDay(text: String) {
        #expect(LocalDay(rawValue: text)?.rawValue == text)
    }

    @Test("A month that is none is refused", arguments: ["", "2026", "2026-13", "2026-1", "2026-+1", "2026-11-01"])
    func noMonth(text: String) {
        #expect(Month(rawValue: text) == nil)
    }
}
