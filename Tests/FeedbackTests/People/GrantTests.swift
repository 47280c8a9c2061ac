import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Roles are given for a time")
struct GrantTests {
    private let hash = PasswordHash(salt: [1], rounds: 2, blockSize: 1, parallelism: 1, hash: [2])

    /// A city with one administrator, number 1, who can sign in, and Hạnh, number 2.
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.store.write(as: .system) { [hash] tx in
            let nam = User(id: 0, name: "Nam", email: "nam@a.vn", password: hash, grants: [Grant(role: .administrator)])
            _ = try tx.insertUser(nam)
            _ = try tx.insertUser(User(id: 0, name: "Hạnh", email: "hanh@a.vn", password: hash, grants: []))
        }
        return fixture
    }

    private func rights(_ fixture: Fixture, of user: Int64 = 2) async throws -> Rights {
        let found = try #require(try await fixture.store.read { try $0.user(id: user) })
        return Rights(of: found, in: fixture.directory, on: fixture.today)
    }

    private func grant(_ fixture: Fixture, _ grant: Grant, to user: Int64 = 2) async throws -> Int64 {
        try await fixture.store.write(as: .user(1)) { try $0.grant(grant, to: user).id }
    }

    private func end(_ fixture: Fixture, _ id: Int64, of user: Int64 = 2, day: LocalDay) async throws {
        try await fixture.store.write(as: .user(1)) { try $0.endGrant(id, of: user, lastDay: day) }
    }

    private func fields(_ body: () async throws -> Void) async -> [String] {
        do {
            try await body()
        } catch Refusal.invalid(let problems) {
            return problems.problems.map(\.field)
        } catch {
            return ["\(error)"]
        }
        return []
    }

    @Test("One person may hold several, each with its part of the tree, and the rights add up")
    func several() async throws {
        let fixture = try await fixture()
        _ = try await grant(fixture, Grant(role: .head, unit: "tu-phap"))
        _ = try await grant(fixture, Grant(role: .oneStopLead, unit: "mot-cua"))
        _ = try await grant(fixture, Grant(role: .supervisor))
        let rights = try await rights(fixture)
        #expect(rights.roles == [.head, .oneStopLead, .supervisor])
        #expect(rights.scope(of: .answerCases) == Cast.scopeOfHanh)
        #expect(rights.scope(of: .changeCodes) == .desks(["q03", "q07"]))
        #expect(rights.scope(of: .seeFigures) == .whole)
        let journal = try await fixture.journal().suffix(3)
        #expect(journal.map(\.kind) == Array(repeating: "role.granted", count: 3))
        #expect(journal.first?.details.hasSuffix("role=head unit=tu-phap") == true)
    }

    @Test("A role begins on its first day and is over after its last")
    func dated() async throws {
        let fixture = try await fixture()
        let grant = Grant(role: .homeAffairs, from: .on("2026-11-23"), to: .on("2026-11-24"))
        _ = try await self.grant(fixture, grant)
        var held: [Bool] = []
        for _ in 0..<6 {
            held.append(try await rights(fixture).may(.seeCases))
            fixture.world.advance(days: 1)
        }
        // Friday, Saturday, Sunday, then Monday and Tuesday.
        #expect(held == [false, false, false, true, true, false])
    }

    @Test(
        "What makes no sense is sent back, field by field",
        arguments: [
            (Grant(role: .head), ["unit"]), (Grant(role: .oneStopLead), ["unit"]),
            (Grant(role: .official), ["official"]),
            (Grant(role: .administrator, unit: "tu-phap"), ["unit"]), (Grant(role: .head, unit: "nowhere"), ["unit"]),
            (Grant(role: .official, official: "nobody"), ["official"]),
            (Grant(role: .verifier, official: "minh"), ["official"]),
            (Grant(role: .verifier, from: .on("2026-12-02"), to: .on("2026-12-01")), ["to"]),
            (Grant(role: .verifier, to: .on("2026-11-19")), ["to"]),
        ])
    func refused(grant: Grant, expected: [String]) async throws {
        let fixture = try await fixture()
        #expect(await fields { _ = try await self.grant(fixture, grant) } == expected)
        #expect(try await fixture.store.read { try $0.heldGrants(of: 2) }.isEmpty)
    }

    @Test("An official's unit is where the directory has them")
    func official() async throws {
        let fixture = try await fixture()
        _ = try await grant(fixture, Grant(role: .official, official: "minh"))
        let rights = try await rights(fixture)
        #expect(rights.officials == ["minh"] && rights.scope(of: .seeOwnFigures) == Cast.scopeOfHanh)
    }

    @Test("The same role twice at a time is refused; after it ended it may be given again")
    func twice() async throws {
        let fixture = try await fixture()
        let id = try await grant(fixture, Grant(role: .verifier))
        #expect(await fields { _ = try await grant(fixture, Grant(role: .verifier)) } == ["role"])
        try await end(fixture, id, day: .on("2026-11-30"))
        #expect(await fields { _ = try await grant(fixture, Grant(role: .verifier)) } == ["role"])
        _ = try await grant(fixture, Grant(role: .verifier, from: .on("2026-12-01")))
    }

    @Test("An end holds from the next day, or at once; it is taken back as long as it has not gone by")
    func ended() async throws {
        let fixture = try await fixture()
        let id = try await grant(fixture, Grant(role: .homeAffairs))
        try await end(fixture, id, day: fixture.today)
        #expect(try await rights(fixture).may(.seeCases))
        fixture.world.advance(days: 1)
        #expect(!(try await rights(fixture).may(.seeCases)))
        try await fixture.store.write(as: .user(1)) { try $0.keepGrant(id, of: 2) }
        #expect(try await rights(fixture).may(.seeCases))

        try await end(fixture, id, day: fixture.today.adding(days: -1))
        #expect(!(try await rights(fixture).may(.seeCases)))
        fixture.world.advance(days: 1)
        #expect(
            await fields { try await fixture.store.write(as: .user(1)) { try $0.keepGrant(id, of: 2) } } == ["role"])
        #expect(
            try await fixture.journal().map(\.kind).suffix(3) == ["role.ended", "role.kept", "role.ended"])
    }

    @Test("The past stays as it was: nothing ends before yesterday, and what is over does not end again")
    func past() async throws {
        let fixture = try await fixture()
        let id = try await grant(fixture, Grant(role: .verifier))
        #expect(await fields { try await end(fixture, id, day: .on("2026-11-18")) } == ["lastDay"])
        try await end(fixture, id, day: .on("2026-11-19"))
        fixture.world.advance(days: 7)
        #expect(await fields { try await end(fixture, id, day: .on("2026-12-31")) } == ["lastDay"])
    }

    @Test("A role that has not begun can be withdrawn, and was never in force")
    func withdrawn() async throws {
        let fixture = try await fixture()
        let id = try await grant(fixture, Grant(role: .homeAffairs, from: .on("2026-12-01")))
        try await end(fixture, id, day: .on("2026-11-19"))
        fixture.world.advance(days: 20)
        #expect(!(try await rights(fixture).may(.seeCases)))
    }

    @Test("Somebody else's grant is not found, nor anybody who is not there")
    func notFound() async throws {
        let fixture = try await fixture()
        let id = try await grant(fixture, Grant(role: .verifier))
        await #expect(throws: Refusal.notFound) { try await end(fixture, id, of: 1, day: fixture.today) }
        await #expect(throws: Refusal.notFound) { _ = try await grant(fixture, Grant(role: .verifier), to: 9) }
    }

    @Test("The last administrator stays: the role does not end and the account is not closed")
    func lastAdministrator() async throws {
        let fixture = try await fixture()
        #expect(await fields { try await end(fixture, 1, of: 1, day: .on("2027-01-01")) } == ["lastDay"])
        let close = { (id: Int64) in try await fixture.store.write(as: .user(1)) { try $0.closeAccount(id) } }
        #expect(await fields { try await close(1) } == ["account"])

        // One whose role ends sooner is none who could take over.
        let second = try await grant(fixture, Grant(role: .administrator, to: .on("2026-12-31")))
        #expect(await fields { try await end(fixture, 1, of: 1, day: .on("2027-01-01")) } == ["lastDay"])
        try await end(fixture, 1, of: 1, day: .on("2026-11-30"))
        #expect(await fields { try await end(fixture, second, day: .on("2026-11-19")) } == [])
        #expect(await fields { try await close(1) } == ["account"])
    }

    @Test("Whoever was only invited does not count as an administrator yet")
    func invitedAdministrator() async throws {
        let fixture = try await fixture()
        try await fixture.store.write(as: .user(1)) {
            _ = try $0.invite(name: "Mới", email: "moi@a.vn", grants: [Grant(role: .administrator)])
        }
        #expect(await fields { try await end(fixture, 1, of: 1, day: fixture.today) } == ["lastDay"])
    }
}
