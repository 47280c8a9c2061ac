import Documents
import Feedback
import Foundation

extension Cell {
    static func on(_ day: LocalDay) -> Cell { .day(Day(day)) }

    /// On the clock of Viet Nam; nothing for no moment.
    static func at(_ moment: Date?) -> Cell {
        guard let moment else { return .empty }
        let minute = Month.localMinute(moment)
        return .moment(Day(LocalDay(moment)), hour: minute / 60, minute: minute % 60)
    }
}

extension Cell.Day {
    init(_ day: LocalDay) { self.init(year: day.year, month: day.monthNumber, day: day.dayNumber) }
}

extension FigureText {
    /// In the column "Ghi chú" of a table: why its cells are empty, or that they are provisional.
    var remark: String { note ?? (share == nil ? "không hiện" : "") }
}
