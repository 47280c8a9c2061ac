import Feedback
import GRDB

/// What the connection must be before anybody is served.
package struct UnsafeDatabase: Error, CustomStringConvertible {
    package let pragma: String
    package let found: String

    package var description: String { "Cơ sở dữ liệu không an toàn: \(pragma) là \(found). Máy chủ không khởi động." }
}

extension SQLiteStore {
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // Foreign content in the schema is not trusted, deleted text is overwritten, and pages are not mapped:
            // mmap turns an I/O error into a crash (Traps.md, 4).
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;
                    PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -6000;
                    """)
        }
        return configuration
    }
}

extension DatabaseWriter {
    /// GRDB sets synchronous to NORMAL when it turns the write-ahead log on, whatever was asked before
    /// (Traps.md, 1). So FULL is set afterwards, outside a transaction, and read back.
    func harden(_ durability: SQLiteStore.Durability, onDisk: Bool) throws {
        try writeWithoutTransaction { db in
            // Copying the log back into the file costs two more syncs; 16 MB of log make that rare and are read
            // again in a blink after a crash.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            try db.execute(sql: "PRAGMA synchronous = \(durability == .full ? "FULL" : "NORMAL")")
        }
        try checkIsSafe(durability, onDisk: onDisk)
    }

    /// - Throws: `UnsafeDatabase` naming the first pragma of the writer's connection that is not what we promise.
    func checkIsSafe(_ durability: SQLiteStore.Durability, onDisk: Bool) throws {
        var expected = [("foreign_keys", "1"), ("synchronous", durability == .full ? "2" : "1")]
        if onDisk { expected += [("journal_mode", "wal"), ("busy_timeout", "5000"), ("mmap_size", "0")] }
        try writeWithoutTransaction { db in
            for (pragma, value) in expected {
                let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)") ?? ""
                guard found == value else { throw UnsafeDatabase(pragma: pragma, found: found) }
            }
        }
    }
}
