/// One value of a table, with what it is, so that a spreadsheet shows it as that.
package enum Cell: Sendable, Equatable {
    case empty
    /// Free text, from anybody.
    case text(String)
    case integer(Int)
    /// A measured value. `decimals`: 0...9 digits after the mark. Not a number and infinite are written as nothing.
    case number(Double, decimals: Int)
    /// Digits that are a name and not a quantity: a phone, a desk's code, a dossier number.
    ///
    /// Written with a TAB in front: Excel and LibreOffice then keep it as text, so "0901234567" keeps its zero,
    /// "12E5" its letters and "3-4" does not become a date, and nothing of it is seen. The usual `="0901234567"` is a
    /// formula, which this file must not have; an apostrophe would be shown. A program that reads the file trims it.
    case code(String)

    var isText: Bool {
        switch self {
        case .text, .code: true
        case .empty, .integer, .number: false
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
        case .code(let code):
            let safe = FormulaGuard.safe(code)
            return safe.isEmpty || safe != code ? safe : "\t" + safe
        }
    }
}
