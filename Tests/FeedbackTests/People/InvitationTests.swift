import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Chị Hạnh gets an account")
struct InvitationTests {
    /// Cheap on purpose: what is tested here is who may set it, not how it is hashed.
    private let password = PasswordHash(salt: [1], rounds: 2, blockSize: 1, parallelism: 1, hash: [2])

    private func invite(_ fixture: Fixture, email: String = "hanh@longkhanh.example") async throws -> SecretToken {
        try await fixture.store.write(as: .system) {
            try $0.invite(name: "Trần Thị Hạnh", email: email, grants: [Grant(role: .head, unit: "tu-phap")])
        }
    }

    private func welcome(_ fixture: Fixture, _ token: SecretToken) async throws {
        try await fixture.store.write(as: .system) { [password] in try $0.welcome(token, password: password) }
    }

    @Test("with a link that works once, within three days")
    func once() async throws {
        let fixture = try await Fixture()
        let token = try await invite(fixture)
        fixture.world.advance(hours: 72)
        try await welcome(fixture, token)
        await #expect(throws: Refusal.spentLink) { try await welcome(fixture, token) }
        let user = try #require(try await fixture.store.read { try $0.user(email: "HANH@longkhanh.example") })
        #expect(user.password == password && user.grants == [Grant(role: .head, unit: "tu-phap")])
        #expect(try await fixture.journal().suffix(2).map(\.kind) == ["user.invited", "user.welcomed"])

        let late = try await Fixture()
        let other = try await invite(late)
        late.world.advance(seconds: 72 * 3_600 + 1)
        await #expect(throws: Refusal.spentLink) { try await welcome(late, other) }
        await #expect(throws: Refusal.spentLink) { try await welcome(late, SecretToken(text: "")) }
    }

    @Test("A fresh link voids the one that was lost, and a password voids every link")
    func fresh() async throws {
        let fixture = try await Fixture()
        let lost = try await invite(fixture)
        let fresh = try await fixture.store.write(as: .user(1)) { try $0.inviteAgain(1) }
        await #expect(throws: Refusal.spentLink) { try await welcome(fixture, lost) }
        try await welcome(fixture, fresh)
        await #expect(throws: Refusal.spentLink) { try await welcome(fixture, lost) }
        #expect(try await fixture.journal().map(\.kind).suffix(3) == ["user.invited", "user.invited", "user.welcomed"])
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .system) { try $0.inviteAgain(99) }
        }
    }

    @Test(
        "An address that is none, or is taken, is sent back with a sentence",
        arguments: [
            "", "hanh", "hanh@", "@longkhanh.vn", "hanh@longkhanh", "hạnh@longkhanh.vn", "a b@c.vn", "a@b..vn",
            ".a@b.vn", "a.@b.vn", "a@-b.vn", "a@b-.vn", "a@b.vn\r\nRCPT TO:<evil@x.vn>", "a@b.vn>", "<a@b.vn>",
            "a@b@c.vn",
            "taken@longkhanh.example", " TAKEN@longkhanh.example ", String(repeating: "a", count: 65) + "@b.vn",
            "a@" + String(repeating: "b.", count: 130) + "vn", "a@b.vn\0",
        ])
    func badAddress(email: String) async throws {
        let fixture = try await Fixture()
        _ = try await invite(fixture, email: "Taken@longkhanh.example")
        let refusal = await #expect(throws: Refusal.self) { try await invite(fixture, email: email) }
        guard case .invalid(let problems) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problems.problems.map(\.field) == ["email"])
    }

    @Test("for a unit that exists")
    func unknownUnit() async throws {
        let fixture = try await Fixture()
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .system) {
                try $0.invite(name: " ", email: "a@b.vn", grants: [Grant(role: .head, unit: "nowhere")])
            }
        }
        #expect(try await fixture.store.read { try $0.users() }.isEmpty)
    }

    @Test("and her old sessions end when she sets a new password")
    func sessionsEnd() async throws {
        let fixture = try await Fixture()
        try await welcome(fixture, invite(fixture))
        let signedIn = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        let token = try await fixture.store.write(as: .system) { try $0.inviteAgain(1) }
        #expect(try await fixture.store.read { try $0.session(tokenHash: signedIn.token.hash) } != nil)
        try await welcome(fixture, token)
        #expect(try await fixture.store.read { try $0.session(tokenHash: signedIn.token.hash) } == nil)
    }
}
