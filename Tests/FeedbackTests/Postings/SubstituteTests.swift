import Feedback
import TestSupport
import Testing

@Suite("Standing in at a desk")
struct SubstituteTests {
    private static let today = LocalDay.on("2026-11-20")

    private func stand(
        _ fixture: Fixture, at desk: ID<Desk> = "q03", for absent: ID<Official>? = "minh",
        _ substitute: ID<Official>? = "thao", _ time: ShiftTime = ShiftTime(today), moving: Bool = false,
        scope: Scope = .whole
    ) async throws -> Int64 {
        let wish = Substitution(desk: desk, absent: absent, substitute: substitute, time: time)
        return try await fixture.store.write(as: .user(7)) { try $0.substitute(wish, moving: moving, scope: scope) }
    }

    private func names(_ fixture: Fixture, _ desk: ID<Desk>, _ day: LocalDay = today, _ half: DayHalf? = nil)
        -> [String]
    {
        fixture.directory.officials(at: desk, on: day, half).map(\.id.rawValue)
    }

    /// Khoa has no regular desk.
    private func fixture() async throws -> Fixture {
        var configuration = KioskConfiguration.longKhanh
        configuration.postings.removeAll { $0.official == "khoa" }
        return try await Fixture(configuration)
    }

    @Test("Somebody stands in for today: the page names them at once, and tomorrow the regular official again")
    func today() async throws {
        let fixture = try await fixture()
        let version = fixture.directory.version
        _ = try await stand(fixture, "khoa")
        #expect(names(fixture, "q03") == ["khoa"] && names(fixture, "q03", .on("2026-11-21")) == ["minh"])
        #expect(fixture.directory.version > version)
        let rating = try await fixture.rate()
        #expect(rating.official == "khoa" && rating.unit == "dat-dai")
        #expect(try await fixture.journal().contains { $0.kind == "shift.substituted" && $0.subject == "desk:q03" })
    }

    @Test("For an afternoon: the morning stays, and who opened the page before noon rates whom it named")
    func half() async throws {
        let fixture = try await fixture()
        _ = try await stand(fixture, "khoa", ShiftTime(Self.today, .afternoon))
        #expect(names(fixture, "q03", Self.today, .morning) == ["minh"])
        #expect(names(fixture, "q03", Self.today, .afternoon) == ["khoa"])
        #expect(names(fixture, "q03") == ["minh", "khoa"])
        #expect(try await fixture.rate(phone: Fixture.phone(1)).official == "minh")
        fixture.world.set(.inVietNam("2026-11-20", 12, 1))
        #expect(try await fixture.rate(phone: Fixture.phone(2), openedAgo: 300).official == "minh")
        #expect(try await fixture.rate(phone: Fixture.phone(3), openedAgo: 10).official == "khoa")
    }

    @Test("Nobody may be at two desks at once: the refusal names the other desk, and moving leaves it")
    func overlap() async throws {
        let fixture = try await Fixture()
        let refusal = await #expect(throws: Refusal.self) { _ = try await stand(fixture, "thao") }
        guard case .invalid(let problems) = refusal else { return #expect(Bool(false)) }
        #expect(problems.message(for: "move")?.contains("Quầy 7 – Đất đai buổi sáng 20/11/2026") == true)
        let change = try await stand(fixture, "thao", moving: true)
        #expect(names(fixture, "q03") == ["thao"] && names(fixture, "q07") == ["khoa"])
        #expect(names(fixture, "q07", .on("2026-11-21")) == ["thao", "khoa"])
        try await fixture.store.write(as: .user(7)) { try $0.undoShiftChange(change, scope: .whole) }
        #expect(names(fixture, "q03") == ["minh"] && names(fixture, "q07") == ["thao", "khoa"])
    }

    @Test("Half a day at one desk and half at another is no overlap")
    func halves() async throws {
        let fixture = try await fixture()
        _ = try await stand(fixture, "khoa", ShiftTime(Self.today, .morning))
        _ = try await stand(fixture, at: "q07", for: "thao", "khoa", ShiftTime(Self.today, .afternoon))
        await #expect(throws: Refusal.self) {
            _ = try await stand(fixture, at: "q09", for: nil, "khoa", ShiftTime(Self.today, .afternoon))
        }
    }

    @Test("What was done is undone once, and not when something was built on it")
    func undo() async throws {
        let fixture = try await fixture()
        let first = try await stand(fixture, "khoa")
        let second = try await stand(fixture, for: "khoa", "thao", moving: true)
        let undo = { (id: Int64) in
            try await fixture.store.write(as: .user(7)) { try $0.undoShiftChange(id, scope: .whole) }
        }
        await #expect(throws: Refusal.self) { try await undo(first) }
        try await undo(second)
        #expect(names(fixture, "q03") == ["khoa"])
        try await undo(first)
        #expect(names(fixture, "q03") == ["minh"])
        await #expect(throws: Refusal.notFound) { try await undo(first) }
    }

    @Test("A place may stay empty, and a desk without anybody may get somebody")
    func empty() async throws {
        let fixture = try await fixture()
        _ = try await stand(fixture, for: "minh", nil)
        #expect(names(fixture, "q03") == [])
        _ = try await stand(fixture, at: "q09", for: nil, "minh")
        #expect(names(fixture, "q09") == ["minh"])
        #expect(try await fixture.rate().flags.contains(.nobodyOnDuty))
    }

    @Test("Days that are over, too many days, an absence of somebody who is not there, and nobody at all are refused")
    func refused() async throws {
        let fixture = try await fixture()
        for time in [
            ShiftTime(.on("2026-11-19")), ShiftTime(from: .on("2026-11-25"), to: .on("2026-11-24")),
            ShiftTime(from: .on("2026-11-25"), to: .on("2027-03-25")),
        ] {
            await #expect(throws: Refusal.self) { _ = try await stand(fixture, "khoa", time) }
        }
        await #expect(throws: Refusal.self) { _ = try await stand(fixture, for: "thao", "khoa") }
        await #expect(throws: Refusal.self) { _ = try await stand(fixture, for: nil, nil) }
        await #expect(throws: Refusal.notFound) { _ = try await stand(fixture, at: "q99", "khoa") }
        #expect(names(fixture, "q03") == ["minh"])
    }

    @Test(
        "A lead arranges the own hall: foreign desks are not found, strangers are not sent, a foreign desk is not left")
    func scope() async throws {
        let fixture = try await Fixture()
        let lead = Scope.desks(["q03", "q07"])
        await #expect(throws: Refusal.notFound) {
            _ = try await stand(fixture, at: "q09", for: nil, "thao", moving: true, scope: lead)
        }
        _ = try await stand(fixture, "thao", moving: true, scope: lead)
        let hanh = try await #require(throws: Refusal.self) {
            _ = try await stand(fixture, for: "thao", "khoa", moving: true, scope: Cast.scopeOfHanh)
        }
        guard case .invalid(let problems) = hanh else { return #expect(Bool(false)) }
        #expect(problems.message(for: "official")?.contains("không thuộc phạm vi") == true)
    }

    @Test("Suggested first is who is free and has sat there; who sits elsewhere says where; nobody is suggested twice")
    func candidates() async throws {
        let fixture = try await fixture()
        let desk = try #require(fixture.directory.desk("q03"))
        let found = fixture.directory.candidates(for: desk, during: ShiftTime(Self.today), absent: "minh")
        #expect(found.map(\.official.id) == ["thao"])
        #expect(found.first?.busy?.desk.id == "q07")
        _ = try await stand(fixture, "khoa")
        let later = fixture.directory.candidates(
            for: desk, during: ShiftTime(.on("2026-11-23")), absent: "minh")
        #expect(later.map(\.official.id) == ["khoa", "thao"])
        #expect(later.first?.busy == nil && later.first?.isUsual == true)
    }
}
