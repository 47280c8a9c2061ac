import Foundation

extension Writing {
    /// A new password for oneself, checked and hashed outside the transaction. Every other browser is signed out, and
    /// links that were not used are void: whoever changes a password may have a reason.
    /// - Parameter keeping: the hash of the session that stays.
    package func changePassword(_ password: PasswordHash, of user: Int64, keeping session: [UInt8]) throws {
        try setPassword(password, of: user)
        try spendInvitations(of: user, at: now)
        try dropSessions(of: user, keeping: session)
        try log(.passwordChanged, about: "user:\(user)")
        try tell(user, .passwordChanged)
    }

    /// A mail to the owner of an account: whoever did not do it themselves learns of it.
    func tell(_ user: Int64, _ notice: Notice) throws {
        guard let user = try self.user(id: user), EmailAddress.isValid(user.email) else { return }
        try queueNotice(notice, to: MailAddress(name: user.name, address: user.email))
    }

    /// Signs another browser of one's own out.
    /// - Throws: `Refusal.notFound`.
    package func endSession(_ handle: String, of user: Int64) throws {
        guard let session = try sessions(of: user).first(where: { $0.handle == handle }) else {
            throw Refusal.notFound
        }
        try deleteSession(session.tokenHash)
        try log(.sessionEnded, about: "user:\(user)", "count=1")
    }

    /// Signs every other browser out.
    package func endOtherSessions(of user: Int64, keeping session: [UInt8]) throws {
        let ended = try dropSessions(of: user, keeping: session)
        if ended > 0 { try log(.sessionEnded, about: "user:\(user)", "count=\(ended)") }
    }

    @discardableResult
    private func dropSessions(of user: Int64, keeping kept: [UInt8]) throws -> Int {
        let others = try sessions(of: user).filter { $0.tokenHash != kept }
        for session in others { try deleteSession(session.tokenHash) }
        return others.count
    }
}
