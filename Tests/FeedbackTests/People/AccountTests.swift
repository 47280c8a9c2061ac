import Feedback
import Foundation
import TestSupport
import Testing

@Suite("An account")
struct AccountTests {
    private let hash = PasswordHash(salt: [1], rounds: 2, blockSize: 1, parallelism: 1, hash: [2])

    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.store.write(as: .system) { [hash] tx in
            for (name, role) in [("Nam", Role.administrator), ("Phúc", .homeAffairs)] {
                let user = User(
                    id: 0, name: name, email: "\(role.rawValue.lowercased())@a.vn", password: hash,
                    grants: [Grant(role: role)])
                _ = try tx.insertUser(user)
            }
        }
        return fixture
    }

    @Test("can be closed: sessions and links end at once; and opened again as it was")
    func closed() async throws {
        let fixture = try await fixture()
        let signedIn = try await fixture.store.write(as: .user(2)) { try $0.signIn(2) }
        let link = try await fixture.store.write(as: .user(1)) { try $0.inviteAgain(2) }
        try await fixture.store.write(as: .user(1)) { try $0.closeAccount(2) }
        #expect(try await fixture.store.read { try $0.user(id: 2) }?.closedAt == fixture.now)
        #expect(try await fixture.store.read { try $0.session(tokenHash: signedIn.token.hash) } == nil)
        #expect(try await fixture.store.read { try $0.invitation(tokenHash: link.hash) }?.usedAt != nil)
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.inviteAgain(2) }
        }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.grant(Grant(role: .verifier), to: 2) }
        }
        try await fixture.store.write(as: .user(1)) { try $0.closeAccount(2) }
        try await fixture.store.write(as: .user(1)) { try $0.reopenAccount(2) }
        try await fixture.store.write(as: .user(1)) { try $0.reopenAccount(2) }
        let user = try #require(try await fixture.store.read { try $0.user(id: 2) })
        #expect(user.closedAt == nil && user.password == hash && user.grants == [Grant(role: .homeAffairs)])
        #expect(try await fixture.journal().map(\.kind).suffix(2) == ["user.closed", "user.reopened"])
    }

    @Test("is renamed, in one line, and the journal does not say how")
    func renamed() async throws {
        let fixture = try await fixture()
        try await fixture.store.write(as: .user(1)) { try $0.rename(2, to: "  Lê  Văn\nPhúc ") }
        #expect(try await fixture.store.read { try $0.user(id: 2) }?.name == "Lê Văn Phúc")
        let line = try #require(try await fixture.journal().last)
        #expect(line.kind == "user.renamed" && line.subject == "user:2" && line.details == "")
        for bad in ["", " \n ", String(repeating: "a", count: 81)] {
            await #expect(throws: Refusal.self) {
                try await fixture.store.write(as: .user(1)) { try $0.rename(2, to: bad) }
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.rename(7, to: "Ai") }
        }
    }

    @Test("with a new password has no other browser signed in, and no link that still opens")
    func changedPassword() async throws {
        let fixture = try await fixture()
        let here = try await fixture.store.write(as: .user(2)) { try $0.signIn(2, device: "Chrome trên Android") }
        let there = try await fixture.store.write(as: .user(2)) { try $0.signIn(2) }
        let link = try await fixture.store.write(as: .user(1)) { try $0.inviteAgain(2) }
        let other = PasswordHash(salt: [3], rounds: 2, blockSize: 1, parallelism: 1, hash: [4])
        try await fixture.store.write(as: .user(2)) {
            try $0.changePassword(other, of: 2, keeping: here.session.tokenHash)
        }
        let sessions = try await fixture.store.read { try $0.sessions(of: 2) }
        #expect(sessions == [here.session] && sessions.first?.device == "Chrome trên Android")
        #expect(try await fixture.store.read { try $0.session(tokenHash: there.token.hash) } == nil)
        #expect(try await fixture.store.read { try $0.invitation(tokenHash: link.hash) }?.usedAt != nil)
        #expect(try await fixture.store.read { try $0.user(id: 2) }?.password == other)
    }

    @Test("ends a browser of its own, or all but this, and nobody else's")
    func endSessions() async throws {
        let fixture = try await fixture()
        let open = try await fixture.store.write(as: .user(2)) { tx in try (0..<3).map { _ in try tx.signIn(2) } }
        let foreign = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(2)) { try $0.endSession(foreign.session.handle, of: 2) }
        }
        try await fixture.store.write(as: .user(2)) { try $0.endSession(open[1].session.handle, of: 2) }
        #expect(try await fixture.store.read { try $0.sessions(of: 2).count } == 2)
        try await fixture.store.write(as: .user(2)) {
            try $0.endOtherSessions(of: 2, keeping: open[0].session.tokenHash)
        }
        #expect(try await fixture.store.read { try $0.sessions(of: 2) } == [open[0].session])
        #expect(try await fixture.store.read { try $0.sessions(of: 1).count } == 1)
        #expect(try await fixture.journal().last?.details == "count=1")
    }

    @Test(
        "knows a browser by its own words, coarsely",
        arguments: [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
                "Chrome trên Android"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari trên iPhone"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
                "Edge trên Windows"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox trên Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/124.0 Chrome/118.0 Safari/537.36",
                "Cốc Cốc trên Windows"
            ),
            ("<script>alert(1)</script>", "Trình duyệt không rõ"), ("", "Trình duyệt không rõ"),
        ])
    func device(userAgent: String, words: String) {
        #expect(DeviceName(userAgent: userAgent).description == words)
    }
}
