import Feedback
import Foundation
import Hummingbird

/// Who sends a request: the session's cookie, the row behind it, and the user.
struct Sessions: Sendable {
    /// How often a session's last sight is written down. Every request would be a write for each click.
    static let touchEvery: TimeInterval = 60

    let store: any Store
    let world: any World
    let cookieName: String

    struct Known: Sendable {
        let user: User
        let session: Session
    }

    /// - Throws: `Refusal.signInRequired` without a session that is alive.
    func known(_ request: Request) async throws -> Known {
        guard let token = token(request) else { throw Refusal.signInRequired }
        return try await known(tokenHash: token.hash)
    }

    /// Also what an open live page asks now and then: it counts as somebody looking, so a screen on the wall stays
    /// signed in, until `Session.longest` at most.
    @discardableResult
    func known(tokenHash: [UInt8]) async throws -> Known {
        let now = world.now()
        let found = try await store.read { tx -> Known? in
            guard let session = try tx.session(tokenHash: tokenHash), session.isAlive(at: now),
                let user = try tx.user(id: session.user), user.closedAt == nil
            else { return nil }
            return Known(user: user, session: session)
        }
        guard let found else { throw Refusal.signInRequired }
        if now.timeIntervalSince(found.session.seenAt) > Self.touchEvery {
            try await store.write(as: .user(found.user.id)) { try $0.touchSession(tokenHash, at: now) }
        }
        return found
    }

    func token(_ request: Request) -> SecretToken? {
        request.cookies[cookieName].map { SecretToken(text: $0.value) }
    }

    /// Secure always, unread by scripts, not sent with foreign forms, and only to the office.
    func cookie(_ token: SecretToken) -> String {
        "\(cookieName)=\(token.text); Path=/office; HttpOnly; Secure; SameSite=Lax"
    }

    var spentCookie: String { "\(cookieName)=; Path=/office; Max-Age=0; HttpOnly; Secure; SameSite=Lax" }
}
