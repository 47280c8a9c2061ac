import Foundation

/// A browser that has just signed in: what goes into its cookie.
package struct SignedIn: Sendable {
    package let token: SecretToken
    package let session: Session
}

extension Writing {
    /// Opens a session for somebody whose password was checked outside the transaction (it takes too long for here).
    /// - Parameter device: what kind of browser, in words.
    package func signIn(_ user: Int64, device: String = "") throws -> SignedIn {
        let token = SecretToken(random: random(32))
        let session = Session(
            tokenHash: token.hash, user: user, formToken: SecretToken(random: random(16)).text, createdAt: now,
            seenAt: now, device: device)
        try insertSession(session)
        try log(.signedIn, about: "user:\(user)")
        return SignedIn(token: token, session: session)
    }

    package func signOut(_ tokenHash: [UInt8], user: Int64) throws {
        try deleteSession(tokenHash)
        try log(.signedOut, about: "user:\(user)")
    }
}
