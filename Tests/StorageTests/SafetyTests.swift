import Feedback
import TestSupport
import Testing

@testable import Storage

@Suite("The database file is as safe as we promise")
struct SafetyTests {
    @Test("On disk every commit is synced to a write-ahead log, and keys are checked")
    func pragmas() async throws {
        let folder = try ScratchFolder()
        let store = try await Fixture(path: folder.database).sqlite
        let expected = [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("busy_timeout", "5000"),
            ("mmap_size", "0"), ("secure_delete", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
        ]
        for (pragma, value) in expected { #expect(try store.statement("PRAGMA \(pragma)") == [[value]], "\(pragma)") }
        #expect(try store.statement("PRAGMA integrity_check") == [["ok"]])
        #expect(try store.statement("PRAGMA foreign_key_check").isEmpty)
    }

    @Test(
        "A connection that is anything less is refused by name",
        arguments: [("synchronous", "NORMAL", "1"), ("foreign_keys", "OFF", "0"), ("busy_timeout", "0", "0")])
    func refused(pragma: String, value: String, found: String) async throws {
        let folder = try ScratchFolder()
        let store = try await Fixture(path: folder.database).sqlite
        try store.checkIsSafe(onDisk: true)
        try store.statement("PRAGMA \(pragma) = \(value)")
        let fault = #expect(throws: UnsafeDatabase.self) { try store.checkIsSafe(onDisk: true) }
        #expect(fault?.pragma == pragma && fault?.found == found)
    }

    @Test("A database in memory is no database on disk")
    func inMemory() async throws {
        let store = try await Fixture().sqlite
        try store.checkIsSafe(onDisk: false)
        #expect(throws: UnsafeDatabase.self) { try store.checkIsSafe(onDisk: true) }
    }

    @Test("The unsafe way to commit, kept for the power-cut test, is told apart")
    func unsafeNormal() throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.database, secrets: Fixture.secrets, durability: .unsafeNormal)
        #expect(try store.statement("PRAGMA synchronous") == [["1"]])
        #expect(throws: UnsafeDatabase.self) { try store.checkIsSafe(.full, onDisk: true) }
    }
}
