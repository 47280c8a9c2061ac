import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The journal's end, month by month")
struct SealTests {
    private func log(_ fixture: Fixture, _ count: Int) async throws {
        for _ in 0..<count { try await fixture.store.write(as: .system) { try $0.log(.exported, about: "figures") } }
    }

    private func seal(_ fixture: Fixture, _ month: String) async throws -> JournalSeal? {
        let month = try #require(Month(rawValue: month))
        return try await fixture.store.read { try $0.lastHash(of: month) }
    }

    @Test("is the last line of the month, whatever came after, and nothing for a month without lines")
    func months() async throws {
        let fixture = try await Fixture(at: .inVietNam("2026-08-31", 23, 59, 59))
        try await log(fixture, 6)
        let august = try #require(try await seal(fixture, "2026-08"))
        let end = try await fixture.store.read { try $0.lastEntryID() }
        fixture.world.set(.inVietNam("2026-09-01", 0, 0))
        try await log(fixture, 1)
        fixture.world.set(.inVietNam("2026-11-30", 12, 0))
        try await log(fixture, 12)
        #expect(august.line == end)
        #expect(try await seal(fixture, "2026-08") == august)
        #expect(try await seal(fixture, "2026-09")?.line == end + 1)
        #expect(try await seal(fixture, "2026-11")?.line == end + 13)
        for empty in ["2026-07", "2026-10", "2026-12"] { #expect(try await seal(fixture, empty) == nil, "\(empty)") }
        let line = try #require(try await fixture.journal().first { $0.id == end })
        #expect(line.hash == august.hash && august.hex.count == 64)
        #expect(JournalSeal(line: 1, hash: [0, 255, 16]).hex == "00ff10")
    }

    @Test("is nothing in a journal without a line")
    func empty() async throws {
        let fixture = try await Fixture(nil)
        #expect(try await seal(fixture, "2026-11") == nil)
    }

    @Test("The walk reads some lines at a time and names the line that is missing, changed or out of its place")
    func walk() async throws {
        let fixture = try await Fixture()
        try await log(fixture, 30)
        let lines = try await fixture.journal()
        func check(_ lines: [Entry]) async throws -> ChainCheck {
            try await ChainCheck.walk { last in Array(lines.filter { $0.id > last }.prefix(7)) }
        }
        let whole = try await check(lines)
        #expect(whole.lines == lines.count && whole.broken == nil)
        #expect(whole.seal == JournalSeal(line: Int64(lines.count), hash: try #require(lines.last).hash))

        var removed = lines
        removed.remove(at: 9)
        #expect(try await check(removed).broken == 10)
        #expect(try await check(removed).seal?.line == 9)
        #expect(try await check([]).lines == 0)
        let first = Array(lines.dropFirst())
        #expect(try await check(first).broken == 1)
    }
}
