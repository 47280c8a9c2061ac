package import Foundation

/// When the office works: deadlines run only then.
package struct WorkingHours: Codable, Hashable, Sendable {
    /// Minutes since midnight, [from, to).
    package struct Span: Codable, Hashable, Sendable {
        package var from: Int
        package var to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    package var spans: [Span]
    /// 1 Monday … 7 Sunday.
    package var weekdays: [Int]
    /// Days off although they are weekdays: Tết and other holidays.
    package var holidays: [LocalDay]
    /// Days worked although they are not weekdays, to make up for a holiday.
    package var compensated: [LocalDay]

    /// 07:30-11:30 and 13:30-17:00, Monday to Friday.
    package init(
        spans: [Span] = [Span(from: 450, to: 690), Span(from: 810, to: 1_020)], weekdays: [Int] = [1, 2, 3, 4, 5],
        holidays: [LocalDay] = [], compensated: [LocalDay] = []
    ) {
        self.spans = spans
        self.weekdays = weekdays
        self.holidays = holidays
        self.compensated = compensated
    }

    package func works(on day: LocalDay) -> Bool {
        compensated.contains(day) || (weekdays.contains(day.weekday) && !holidays.contains(day))
    }

    package func isOpen(at moment: Date) -> Bool {
        let minute = Month.localMinute(moment)
        return spans.contains { $0.from <= minute && minute < $0.to } && works(on: LocalDay(moment))
    }

    /// Minutes of an ordinary working day: 450 with the usual hours.
    package var minutesOfDay: Int { spans.reduce(0) { $0 + $1.to - $1.from } }

    /// Whole working minutes between two moments; 0 when `end` is not after `start`. Looks two years ahead at most.
    package func minutes(from start: Date, to end: Date) -> Int {
        guard start < end else { return 0 }
        let (begin, finish) = (Month.localSeconds(start), Month.localSeconds(end))
        let first = begin / 86_400
        var seconds = 0
        for number in first...min(finish / 86_400, first + 730) where works(on: LocalDay(number: number)) {
            for span in spans {
                let from = max(number * 86_400 + span.from * 60, begin)
                seconds += max(0, min(number * 86_400 + span.to * 60, finish) - from)
            }
        }
        return seconds / 60
    }

    /// The moment when `minutes` working minutes after `start` have passed.
    /// Looks two years ahead at most; a calendar without any work gives that far day.
    package func deadline(after start: Date, minutes: Int) -> Date {
        var left = minutes
        var day = LocalDay(start)
        var from = Month.localMinute(start)
        for _ in 0..<730 {
            if works(on: day) {
                for span in spans where span.to > from {
                    let begin = max(span.from, from)
                    if left <= span.to - begin { return day.start.addingTimeInterval(Double(begin + left) * 60) }
                    left -= span.to - begin
                }
            }
            day = day.adding(days: 1)
            from = 0
        }
        return day.start
    }
}
