package import Foundation

/// A moment of the wall clock in Viet Nam as a `datetime-local` field writes it: "2026-11-20T09:15".
package enum IncidentMoment {
    package static func typed(_ moment: Date) -> String {
        let minute = Month.localMinute(moment)
        return "\(LocalDay(moment))T\(Month.padded(minute / 60, 2)):\(Month.padded(minute % 60, 2))"
    }

    /// Also "20/11/2026 09:15", for browsers that show a plain field. Nil for anything else.
    package static func moment(_ typed: String?) -> Date? {
        guard let typed else { return nil }
        let parts = typed.trimmingCharacters(in: .whitespaces).split { $0 == "T" || $0 == " " }
        guard parts.count == 2, let day = day(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count >= 2, let hour = clock[0], let minute = clock[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return day.start.addingTimeInterval(Double(hour * 3_600 + minute * 60))
    }

    private static func day(_ text: Substring) -> LocalDay? {
        let parts = text.split(separator: "/")
        guard parts.count == 3 else { return LocalDay(rawValue: String(text)) }
        let padded = parts[0...1].map { Month.padded(Int($0) ?? 0, 2) }
        return LocalDay(rawValue: "\(parts[2])-\(padded[1])-\(padded[0])")
    }
}
