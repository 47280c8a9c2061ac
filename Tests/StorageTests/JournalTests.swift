import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("The journal in the file")
struct JournalTests {
    @Test("The chain holds for a clock with any fraction of a second")
    func realClock() async throws {
        let store = try SQLiteStore(path: nil, secrets: Fixture.secrets)
        for index in 0..<300 { try await store.write(as: .user(1)) { try $0.log(.exported, about: "month:\(index)") } }
        var check = ChainCheck()
        for entry in try await store.read({ try $0.entries(after: 0, kinds: [], limit: 1_000) })
        where !check.take(entry) { break }
        #expect(check.broken == nil && check.lines == 300)
    }

    @Test("A line edited past the triggers is found")
    func edited() async throws {
        let fixture = try await Fixture()
        for index in 0..<5 { try await fixture.rate(phone: Fixture.phone(500 + index)) }
        try fixture.sqlite.statement("DROP TRIGGER entryIsNotChanged")
        try fixture.sqlite.statement("UPDATE entry SET subject = 'rating:99' WHERE id = 3")
        var check = ChainCheck()
        for entry in try await fixture.journal() where !check.take(entry) { break }
        #expect(check.broken == 3 && check.lines == 2)
    }

    @Test(
        "A line that was changed, removed or swapped past the triggers is named by its number",
        arguments: [
            ("UPDATE entry SET details = 'x' WHERE id = 4", 4), ("UPDATE entry SET at = at + 1 WHERE id = 2", 2),
            ("DELETE FROM entry WHERE id = 3", 3), ("DELETE FROM entry WHERE id = 1", 1),
            (
                "UPDATE entry SET id = CASE id WHEN 4 THEN -4 ELSE id END; UPDATE entry SET id = 4 WHERE id = 5; UPDATE entry SET id = 5 WHERE id = -4",
                4
            ),
            ("UPDATE entry SET hash = zeroblob(32) WHERE id = 6", 6),
            ("UPDATE entry SET id = 60 WHERE id = 6", 6),
        ])
    func brokenLine(sql: String, line: Int64) async throws {
        let fixture = try await Fixture()
        for index in 0..<5 { try await fixture.rate(phone: Fixture.phone(500 + index)) }
        try fixture.sqlite.statement("DROP TRIGGER entryIsNotChanged")
        try fixture.sqlite.statement("DROP TRIGGER entryIsNotDeleted")
        for part in sql.split(separator: ";") { try fixture.sqlite.statement(String(part)) }
        let check = try await ChainCheck.walk { last in
            try await fixture.store.read { try $0.entries(after: last, kinds: [], limit: 2) }
        }
        #expect(check.broken == line && check.lines == Int(line) - 1)
    }

    @Test("It is read newest first by kind, person, subject and day, and page by page")
    func filtered() async throws {
        let fixture = try await Fixture()
        // What happened before: the configuration, the notice.
        let old = try await fixture.store.read { try $0.lastEntryID() }
        try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(500))
        fixture.world.advance(days: 1)
        try await fixture.store.write(as: .user(7)) { try $0.log(.exported, about: "figures") }
        try await fixture.rate(phone: Fixture.phone(501))
        let read = { (filter: EntryFilter, before: Int64?, limit: Int) in
            try await fixture.store.read { try $0.entries(filter, before: before, limit: limit).map { $0.id - old } }
        }
        let all = try await read(EntryFilter(), nil, 100)
        #expect(all == all.sorted(by: >) && all.count == Int(old) + 4)
        #expect(try await read(EntryFilter(), nil, 2) == [4, 3])
        #expect(try await read(EntryFilter(), old + 3, 2) == [2, 1])
        #expect(try await read(EntryFilter(kind: .ratingReceived), nil, 9) == [4, 1])
        #expect(try await read(EntryFilter(actor: "user:7"), nil, 9) == [3])
        #expect(try await read(EntryFilter(subject: "alert:1"), nil, 9) == [2])
        #expect(try await read(EntryFilter(subject: "alert:1' OR 1=1 --"), nil, 9) == [])
        let friday = LocalDay.on("2026-11-20")
        #expect(try await read(EntryFilter(to: friday), nil, 2) == [2, 1])
        #expect(try await read(EntryFilter(from: friday.adding(days: 1)), nil, 9) == [4, 3])
        #expect(try await read(EntryFilter(kind: .ratingReceived, from: friday, to: friday), nil, 9) == [1])
    }

    @Test("It tells from a line onwards, by kind, oldest first")
    func read() async throws {
        let fixture = try await Fixture()
        let old = try await fixture.store.read { try $0.lastEntryID() }
        for index in 0..<3 { try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(500 + index)) }
        let read = { (id: Int64, kinds: [Entry.Kind], limit: Int) in
            try await fixture.store.read { try $0.entries(after: id, kinds: kinds, limit: limit).map(\.subject) }
        }
        #expect(try await read(0, [.alertRaised], 10) == ["alert:1", "alert:2", "alert:3"])
        #expect(try await read(old + 2, [.alertRaised], 10) == ["alert:2", "alert:3"])
        #expect(try await read(0, [.ratingReceived, .configurationApplied], 2) == ["kiosk-config", "rating:1"])
        #expect(try await fixture.store.read { try $0.lastEntryID() } == old + 6)
        #expect(try await read(old + 6, [], 10).isEmpty)
    }
}
