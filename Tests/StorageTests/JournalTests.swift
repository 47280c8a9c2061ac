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

    @Test("It tells from a line onwards, by kind, oldest first")
    func read() async throws {
        let fixture = try await Fixture()
        for index in 0..<3 { try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(500 + index)) }
        let read = { (id: Int64, kinds: [Entry.Kind], limit: Int) in
            try await fixture.store.read { try $0.entries(after: id, kinds: kinds, limit: limit).map(\.subject) }
        }
        #expect(try await read(0, [.alertRaised], 10) == ["alert:1", "alert:2", "alert:3"])
        #expect(try await read(3, [.alertRaised], 10) == ["alert:2", "alert:3"])
        #expect(try await read(0, [.ratingReceived, .configurationApplied], 2) == ["kiosk-config", "rating:1"])
        #expect(try await fixture.store.read { try $0.lastEntryID() } == 7)
        #expect(try await read(7, [], 10).isEmpty)
    }
}
