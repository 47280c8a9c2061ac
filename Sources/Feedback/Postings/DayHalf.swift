package import Foundation

/// Buổi: the smallest time for which somebody can stand in for somebody else.
package enum DayHalf: String, Codable, Hashable, Sendable, CaseIterable {
    case morning, afternoon

    /// Noon in Viet Nam parts the day.
    package init(_ moment: Date) { self.init(hour: Month.localHour(moment)) }

    /// - Parameter hour: 0..23, on the wall.
    package init(hour: Int) { self = hour < 12 ? .morning : .afternoon }

    package var words: String { self == .morning ? "buổi sáng" : "buổi chiều" }
}

extension LocalDay {
    /// "21/11/2026", for sentences that say what to mend.
    var words: String { "\(Month.padded(dayNumber, 2))/\(Month.padded(monthNumber, 2))/\(year)" }
}
