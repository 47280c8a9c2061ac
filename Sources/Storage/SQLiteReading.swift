import Feedback
import Foundation
import GRDB

/// What both a look and a change can ask of SQLite. The queries stand in one extension per topic.
protocol SQLiteReading: Reading {
    var db: Database { get }
    /// Nil where the master key is not at hand.
    var vault: PhoneVault? { get }
    var monthKeys: any MonthKeys { get }
}

/// One consistent look at the state.
struct SQLiteReader: SQLiteReading {
    let db: Database
    let now: Date
    let directory: Directory
    let vault: PhoneVault?
    let monthKeys: any MonthKeys
}
