/// One value of a table, with what it is, so that a spreadsheet shows it as that.
package enum Cell: Sendable, Equatable {
    case empty
    /// Free text, from anybody.
    case text(String)
    case integer(Int)
    /// A measured value. `decimals`: 0...9 digits after the mark. Not a number and infinite are written as nothing.
    case number(Double, decimals: Int)
    /// A true date in a workbook, shown as 30/10/2026; in CSV 2026-10-30, which spreadsheets of every region read as a
    /// day.
    case day(Day)
    /// A day and a time on the clock of the place, to the minute: 30/10/2026 09:15; in CSV 2026-10-30 09:15.
    case moment(Day, hour: Int, minute: Int)
    /// A name and not a quantity, even of digits: a phone, a desk's code, a dossier number.
    ///
    /// In CSV one that a spreadsheet would read as something else (`CodeGuard`) has a TAB in front: Excel and LibreOffice
    /// then keep it as text, so "0901234567" keeps its zero, "12E5" its letters and "3-4" does not become a date, and
    /// nothing of it is seen. The usual `="0901234567"` is a formula, which this file must not have; an apostrophe would
    /// be shown. A program that reads the file trims it. Others go without: a TAB would keep them from being looked up.
    case code(String)

    /// A day of the Gregorian calendar.
    package struct Day: Sendable, Equatable {
        package let year: Int
        package let month: Int
        package let day: Int

        package init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    var isText: Bool {
        switch self {
        case .text, .code: true
        case .empty, .integer, .number, .day, .moment: false
        }
    }

    func written(in dialect: CSV.Dialect) -> String {
        switch self {
        case .empty:
            return ""
        case .text(let text):
            return FormulaGuard.safe(text)
        case .integer(let value):
            return String(value)
        case .number(let value, let decimals):
            return Decimal.written(value, decimals: decimals, mark: dialect.decimalMark)
        case .day(let day):
            return day.written
        case .moment(let day, let hour, let minute):
            return "\(day.written) \(Day.padded(hour, 2)):\(Day.padded(minute, 2))"
        case .code(let code):
            let safe = FormulaGuard.safe(code)
            return safe == code && CodeGuard.isReread(code) ? "\t" + safe : safe
        }
    }
}

extension Cell.Day {
    /// Of ISO 8601: "2026-10-30".
    fileprivate var written: String {
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    fileprivate static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
