import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A signed-in browser")
struct SessionTests {
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        _ = try await fixture.store.write(as: .system) { try $0.invite(name: "Phúc", email: "phuc@a.vn", grants: []) }
        return fixture
    }

    @Test("is forgotten after half an hour without a request, and after twelve hours in any case")
    func ends() throws {
        let start = Date.fridayMorning
        var session = Session(tokenHash: [], user: 1, formToken: "", createdAt: start, seenAt: start)
        #expect(session.isAlive(at: start + 1_800) && !session.isAlive(at: start + 1_801))
        session.seenAt = start + 12 * 3_600 - 60
        #expect(session.isAlive(at: start + 12 * 3_600) && !session.isAlive(at: start + 12 * 3_600 + 1))
    }

    @Test("has a secret that the database does not know, and every sign-in a new one")
    func secret() async throws {
        let fixture = try await fixture()
        let first = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        let second = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        #expect(first.token != second.token && first.session.formToken != second.session.formToken)
        #expect(first.token.text.utf8.count == 43 && first.session.tokenHash.count == 32)
        let kept = try #require(try await fixture.store.read { try $0.session(tokenHash: first.token.hash) })
        #expect(kept == first.session)
        #expect(try await fixture.store.read { try $0.session(tokenHash: Array(first.token.text.utf8)) } == nil)
    }

    @Test("lives on with each request, until it signs out")
    func touched() async throws {
        let fixture = try await fixture()
        let signedIn = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        fixture.world.advance(minutes: 20)
        let now = fixture.now
        try await fixture.store.write(as: .user(1)) { try $0.touchSession(signedIn.token.hash, at: now) }
        #expect(try await fixture.store.read { try $0.session(tokenHash: signedIn.token.hash) }?.seenAt == now)
        try await fixture.store.write(as: .user(1)) { try $0.signOut(signedIn.token.hash, user: 1) }
        #expect(try await fixture.store.read { try $0.session(tokenHash: signedIn.token.hash) } == nil)
        #expect(try await fixture.journal().suffix(2).map(\.kind) == ["user.signed-in", "user.signed-out"])
    }

    @Test("of yesterday is swept away by the next sign-in")
    func swept() async throws {
        let fixture = try await fixture()
        let old = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        fixture.world.advance(hours: 13)
        _ = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        #expect(try await fixture.store.read { try $0.session(tokenHash: old.token.hash) } == nil)
    }
}
