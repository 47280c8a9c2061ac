import Feedback
import TestSupport
import Testing

@Suite("Regular postings")
struct ArrangePostingTests {
    private func arrange(
        _ fixture: Fixture, _ body: @escaping @Sendable (any Writing) throws -> Int64
    ) async throws -> Int64 { try await fixture.store.write(as: .user(7), body) }

    private func names(_ fixture: Fixture, _ desk: ID<Desk>, _ day: String) -> [String] {
        fixture.directory.officials(at: desk, on: .on(day)).map(\.id.rawValue)
    }

    @Test("A new one on certain weekdays, from a day on")
    func added() async throws {
        let fixture = try await Fixture()
        let posting = Posting(desk: "q09", official: "minh", from: .on("2026-12-01"), weekdays: [6])
        await #expect(throws: Refusal.self) { _ = try await arrange(fixture) { try $0.post(posting, scope: .whole) } }
        let id = try await arrange(fixture) { try $0.post(posting, moving: true, scope: .whole) }
        #expect(names(fixture, "q09", "2026-12-05") == ["minh"] && names(fixture, "q09", "2026-12-04") == [])
        // Saturdays left the other desk, from that day on.
        #expect(names(fixture, "q03", "2026-12-05") == [] && names(fixture, "q03", "2026-12-04") == ["minh"])
        #expect(names(fixture, "q03", "2026-11-28") == ["minh"])
        try await fixture.store.write(as: .user(7)) { try $0.undoShiftChange(id, scope: .whole) }
        #expect(fixture.directory.configuration.postings == KioskConfiguration.longKhanh.postings.sorted(fixture))
    }

    @Test("One ends; one that changes its weekdays keeps its past")
    func endedAndChanged() async throws {
        let fixture = try await Fixture()
        let minh = try #require(fixture.directory.postings(at: "q03").first)
        let change = try await arrange(fixture) {
            try $0.change(minh, from: .on("2026-11-23"), weekdays: [1, 2], scope: .whole)
        }
        #expect(names(fixture, "q03", "2026-11-20") == ["minh"] && names(fixture, "q03", "2026-11-24") == ["minh"])
        #expect(names(fixture, "q03", "2026-11-25") == [])
        await #expect(throws: Refusal.self) {
            _ = try await arrange(fixture) { try $0.end(minh, last: .on("2026-11-30"), scope: .whole) }
        }
        let later = try #require(fixture.directory.postings(at: "q03").last)
        _ = try await arrange(fixture) { try $0.end(later, last: .on("2026-11-23"), scope: .whole) }
        #expect(names(fixture, "q03", "2026-11-23") == ["minh"] && names(fixture, "q03", "2026-11-24") == [])
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(7)) { try $0.undoShiftChange(change, scope: .whole) }
        }
    }

    @Test("The past, the same desk twice, other people's desks and days that are none are refused")
    func refused() async throws {
        let fixture = try await Fixture()
        for posting in [
            Posting(desk: "q09", official: "minh", from: .on("2026-11-19")),
            Posting(desk: "q03", official: "minh", from: .on("2026-11-20")),
            Posting(desk: "q09", official: "minh", from: .on("2026-12-20"), to: .on("2026-12-19"), weekdays: [7]),
        ] {
            await #expect(throws: Refusal.self) {
                _ = try await arrange(fixture) { try $0.post(posting, moving: true, scope: .whole) }
            }
        }
        let foreign = Posting(desk: "q07", official: "minh", from: .on("2026-12-01"))
        await #expect(throws: Refusal.notFound) {
            _ = try await arrange(fixture) { try $0.post(foreign, moving: true, scope: Cast.scopeOfHanh) }
        }
        let minh = try #require(fixture.directory.postings(at: "q03").first)
        await #expect(throws: Refusal.self) {
            _ = try await arrange(fixture) { try $0.end(minh, last: .on("2026-11-01"), scope: .whole) }
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await arrange(fixture) { try $0.end(minh, last: .on("2026-12-01"), scope: Cast.scopeOfDung) }
        }
        #expect(fixture.directory.configuration.postings == KioskConfiguration.longKhanh.postings)
    }

    @Test("What is left of a posting without the days of another")
    func without() {
        let all = Posting(desk: "q03", official: "minh", from: .on("2026-01-01"))
        let part = Posting(
            desk: "q07", official: "minh", from: .on("2026-06-01"), to: .on("2026-06-30"), weekdays: [1, 3])
        let left = all.without(part)
        for number in LocalDay.on("2026-01-01").number...LocalDay.on("2026-12-31").number {
            let day = LocalDay(number: number)
            #expect(left.count { $0.covers(day) } == (part.covers(day) ? 0 : 1), "\(day)")
        }
        #expect(part.without(all) == [])
    }
}

extension [Posting] {
    /// What was put back stands last.
    fileprivate func sorted(_ fixture: Fixture) -> [Posting] {
        filter { $0.official != "minh" } + filter { $0.official == "minh" }
    }
}
