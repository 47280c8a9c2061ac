import Feedback
import Foundation
import GRDB

// How values of the field stand in columns. One place, so that no row type is written twice.

extension Date {
    /// Milliseconds since 1970, UTC.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1_000).rounded()) }
    /// The store's clock ticks in what its columns hold: a moment read back is the moment that was written,
    /// and the last half millisecond of a day is not rounded into the next.
    var cutToMilliseconds: Date { Date(milliseconds: Int64((timeIntervalSince1970 * 1_000).rounded(.down))) }
    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1_000) }
}

/// A column did not hold what the schema promises: a fault, not a mistake of a person.
struct BrokenRow: Error {
    let column: String
}

extension Row {
    func date(_ column: String) -> Date { Date(milliseconds: self[column]) }
    func dateIfAny(_ column: String) -> Date? { (self[column] as Int64?).map(Date.init(milliseconds:)) }
    func id<Subject>(_ column: String) -> ID<Subject> { ID(self[column] as String) }
    func idIfAny<Subject>(_ column: String) -> ID<Subject>? { (self[column] as String?).map(ID.init(_:)) }
    func bytes(_ column: String) -> [UInt8] { Array(self[column] as Data) }
    func bytesIfAny(_ column: String) -> [UInt8]? { (self[column] as Data?).map { Array($0) } }
    func dayIfAny(_ column: String) -> LocalDay? { (self[column] as String?).flatMap(LocalDay.init(rawValue:)) }

    func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let choice = Choice(rawValue: self[column]) else { throw BrokenRow(column: column) }
        return choice
    }

    func choiceIfAny<Choice: RawRepresentable<String>>(_ column: String) -> Choice? {
        (self[column] as String?).flatMap(Choice.init)
    }
}

extension Database {
    /// Runs a statement that is prepared once per connection. The number of marks and values is ours on both sides.
    func run(_ sql: String, _ values: [(any Bindable)?] = []) throws {
        try RawStatement(cachedStatement(sql: sql)).run(values)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func number(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Int64? {
        try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}
