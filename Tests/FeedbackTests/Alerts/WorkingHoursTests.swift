import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Deadlines run in working hours")
struct WorkingHoursTests {
    // Friday is 20/11/2026; Wednesday 2/9 is a holiday; Saturday 22/8 makes up for another day.
    private let hours = AlertPolicy.usual.hours

    @Test(
        "An answer is due after so many working hours",
        arguments: [
            ("2026-11-20 09:00", 0, "2026-11-20 09:00"), ("2026-11-20 09:00", 60, "2026-11-20 10:00"),
            ("2026-11-20 07:30", 240, "2026-11-20 11:30"), ("2026-11-20 09:00", 150, "2026-11-20 11:30"),
            ("2026-11-20 09:00", 151, "2026-11-20 13:31"), ("2026-11-20 11:30", 1, "2026-11-20 13:31"),
            ("2026-11-20 12:15", 30, "2026-11-20 14:00"), ("2026-11-20 09:00", 480, "2026-11-23 09:30"),
            ("2026-11-20 16:59", 2, "2026-11-23 07:31"), ("2026-11-20 17:00", 60, "2026-11-23 08:30"),
            ("2026-11-20 23:59", 60, "2026-11-23 08:30"), ("2026-11-20 00:00", 60, "2026-11-20 08:30"),
            ("2026-11-21 10:00", 60, "2026-11-23 08:30"), ("2026-11-22 23:00", 450, "2026-11-23 17:00"),
            ("2026-09-01 16:00", 120, "2026-09-03 08:30"), ("2026-09-02 10:00", 60, "2026-09-03 08:30"),
            ("2026-08-21 16:00", 120, "2026-08-22 08:30"), ("2026-08-22 16:30", 60, "2026-08-24 08:00"),
            ("2026-11-20 09:00", 960, "2026-11-24 10:00"), ("2026-12-31 16:30", 60, "2027-01-01 08:00"),
        ])
    func deadline(start: String, minutes: Int, due: String) {
        #expect(hours.deadline(after: Self.moment(start), minutes: minutes) == Self.moment(due))
    }

    @Test(
        "The office is open on the minute it opens and shut on the minute it closes",
        arguments: [
            ("2026-11-20 07:29", false), ("2026-11-20 07:30", true), ("2026-11-20 11:29", true),
            ("2026-11-20 11:30", false), ("2026-11-20 13:29", false), ("2026-11-20 13:30", true),
            ("2026-11-20 16:59", true), ("2026-11-20 17:00", false), ("2026-11-21 09:00", false),
            ("2026-09-02 09:00", false), ("2026-08-22 09:00", true), ("2026-08-29 09:00", false),
        ])
    func isOpen(moment: String, isOpen: Bool) {
        #expect(hours.isOpen(at: Self.moment(moment)) == isOpen)
    }

    @Test(
        "Between two moments lie so many working minutes",
        arguments: [
            ("2026-11-20 09:00", "2026-11-20 09:00", 0), ("2026-11-20 10:00", "2026-11-20 09:00", 0),
            ("2026-11-20 09:00", "2026-11-20 11:00", 120), ("2026-11-20 11:00", "2026-11-20 14:00", 60),
            ("2026-11-20 11:45", "2026-11-20 13:15", 0), ("2026-11-20 00:00", "2026-11-21 00:00", 450),
            ("2026-11-20 16:00", "2026-11-23 08:00", 90), ("2026-11-21 08:00", "2026-11-22 18:00", 0),
            ("2026-09-01 16:00", "2026-09-03 08:30", 120), ("2026-08-21 16:00", "2026-08-24 08:00", 540),
        ])
    func minutes(start: String, end: String, minutes: Int) {
        #expect(hours.minutes(from: Self.moment(start), to: Self.moment(end)) == minutes)
    }

    @Test("Half a minute is no minute, and a working day has seven and a half hours")
    func small() {
        let start = Date.fridayMorning
        #expect(hours.minutes(from: start, to: start.addingTimeInterval(59.9)) == 0)
        #expect(hours.minutes(from: start.addingTimeInterval(30), to: start.addingTimeInterval(90)) == 1)
        #expect(hours.minutesOfDay == 450)
    }

    @Test("The minutes until a deadline are those it was made of, for a hundred starts")
    func thereAndBack() {
        var dice = Dice()
        for _ in 0..<100 {
            let start = Date.inVietNam("2026-08-17", 0, 0).addingTimeInterval(Double(dice.number(0...40_000)) * 60)
            let minutes = dice.number(1...900)
            #expect(hours.minutes(from: start, to: hours.deadline(after: start, minutes: minutes)) == minutes)
        }
    }

    @Test("A calendar without any work gives a far day instead of looking for ever")
    func neverOpen() {
        let start = Date.fridayMorning
        let due = WorkingHours(weekdays: []).deadline(after: start, minutes: 60)
        #expect(due > start.addingTimeInterval(700 * 86_400))
        #expect(WorkingHours(spans: []).deadline(after: start, minutes: 1) > start)
    }

    @Test("What counts by the minute gives the same deadline, for a hundred starts")
    func byTheMinute() {
        var dice = Dice()
        for _ in 0..<100 {
            let start = Date.inVietNam("2026-08-17", 0, 0).addingTimeInterval(Double(dice.number(0...40_000)) * 60)
            let minutes = dice.number(1...900)
            var moment = start
            var left = minutes
            while left > 0 {
                if hours.isOpen(at: moment) { left -= 1 }
                moment += 60
            }
            #expect(hours.deadline(after: start, minutes: minutes) == moment)
        }
    }

    private static func moment(_ text: String) -> Date {
        let parts = text.split(separator: " ")
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        return .inVietNam(String(parts[0]), clock[0], clock[1])
    }
}
