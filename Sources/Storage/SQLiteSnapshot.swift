package import Feedback
import Foundation
import GRDB

/// A look at a database file that another process may be serving: it can neither write nor checkpoint,
/// so it does not disturb the one writer (Traps.md, 3).
package struct SQLiteSnapshot: Sendable {
    private let database: DatabaseQueue
    private let world: any World
    private let monthKeys: any MonthKeys

    /// - Throws: when there is no such file or it is no database.
    package init(path: String, world: any World = RealWorld()) throws {
        var configuration = SQLiteStore.configuration
        configuration.readonly = true
        database = try DatabaseQueue(path: path, configuration: configuration)
        self.world = world
        monthKeys = FolderMonthKeys(besideDatabase: path)
    }

    package func read<Value>(_ body: (any Reading) throws -> Value) throws -> Value {
        try database.read { db in
            try body(
                SQLiteReader(
                    db: db, now: world.now(), directory: try Directory(db, version: 1), vault: nil,
                    monthKeys: monthKeys))
        }
    }

    /// Copies the whole database into a fresh file, consistent as of now, beside a running server. The keys of months
    /// are no part of it: without them no phone number in the copy can be read.
    package func copy(to path: String) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }
}
