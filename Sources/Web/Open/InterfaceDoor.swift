import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// What a route for other programs knows. Only `InterfaceDoor` makes them: whoever has one came with a key that reads
/// what the route gives.
struct InterfaceContext: Sendable {
    let token: AccessToken
    /// What the key reads, as the tree is now.
    let scope: Scope
    let directory: Directory
    let now: Date
    let query: FormFields
}

/// Why a program is not let in; the rest is a `Refusal`.
enum InterfaceRefusal: Error, Hashable {
    /// No key was sent, or not in the way that it is sent.
    case keyMissing
    /// There is no such key, or it has ended: the same answer.
    case keyUnknown
    /// The key is good but does not read this.
    case beyondKey(TokenReach)
}

/// Lets programs in by their key (RFC 6750, in the header alone: addresses end up in logs).
struct InterfaceDoor: Sendable {
    let store: any Store
    let world: any World
    let limits: InterfaceLimits

    /// - Throws: `InterfaceRefusal`; `Refusal.slowDown`; `Refusal.malformed` for a broken query.
    func context(_ request: Request, reading reach: TokenReach) async throws -> InterfaceContext {
        guard let sent = Self.key(in: request.headers) else { throw InterfaceRefusal.keyMissing }
        guard let token = try await store.read({ try $0.admittedToken(sent) }) else {
            throw InterfaceRefusal.keyUnknown
        }
        let now = world.now()
        try limits.admit(token.id, now: now)
        if token.usedAt.map({ now.timeIntervalSince($0) >= AccessToken.useIsNotedEvery }) ?? true {
            try await store.write(as: .token(token.id)) { try $0.noteUse(of: token) }
        }
        guard token.reaches.contains(reach) else { throw InterfaceRefusal.beyondKey(reach) }
        let directory = store.directory
        return InterfaceContext(
            token: token, scope: token.scope(in: directory), directory: directory, now: now,
            query: try FormFields(urlEncoded: (request.uri.query ?? "").utf8))
    }

    /// "Bearer hl_…", once.
    private static func key(in headers: HTTPFields) -> String? {
        let sent = headers[values: .authorization]
        guard sent.count == 1, let words = sent.first?.split(separator: " "), words.count == 2,
            words[0].lowercased() == "bearer"
        else { return nil }
        return String(words[1])
    }
}
