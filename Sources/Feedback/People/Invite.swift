import Crypto
import Foundation

/// A secret for a link or a cookie: 256 random bits. The store keeps only its hash.
package struct SecretToken: Sendable, Hashable {
    package let text: String

    package init(random: [UInt8]) { text = Base64URL.encode(random) }
    package init(text: String) { self.text = text }

    package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

extension Writing {
    /// Makes an account and a one-time link to set its password.
    /// - Throws: `Refusal.invalid` for an address that is taken or is none.
    package func invite(name: String, email: String, grants: [Grant]) throws -> SecretToken {
        let email = email.trimmingCharacters(in: .whitespaces).lowercased()
        var problems = FormProblems()
        if let problem = PersonName.problem(name) { problems.add("name", problem) }
        if !EmailAddress.isValid(email) { problems.add("email", "Địa chỉ thư chưa đúng. Ví dụ: lan@longkhanh.gov.vn") }
        if try user(email: email) != nil { problems.add("email", "Địa chỉ thư này đã có tài khoản.") }
        for grant in grants { problems.problems += grant.problems(in: directory).problems }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return try inviteAgain(
            insertUser(User(id: 0, name: PersonName.tidy(name), email: email, grants: grants)))
    }

    /// A fresh one-time link, for whoever lost the first or forgot the password. Links made before are void:
    /// the one that was lost may have been found.
    /// - Throws: `Refusal.notFound`, also for an account that is closed.
    package func inviteAgain(_ user: Int64) throws -> SecretToken {
        guard let known = try self.user(id: user), known.closedAt == nil else { throw Refusal.notFound }
        let token = SecretToken(random: random(32))
        try spendInvitations(of: user, at: now)
        try insertInvitation(Invitation(tokenHash: token.hash, user: user, createdAt: now))
        try log(.userInvited, about: "user:\(user)")
        return token
    }

    /// Spends a one-time link. Sessions that were open end.
    /// - Throws: `Refusal.spentLink`.
    package func welcome(_ token: SecretToken, password: PasswordHash) throws {
        guard let invitation = try invitation(tokenHash: token.hash), invitation.isOpen(at: now) else {
            throw Refusal.spentLink
        }
        try spendInvitations(of: invitation.user, at: now)
        try setPassword(password, of: invitation.user)
        try deleteSessions(of: invitation.user)
        try log(.userWelcomed, about: "user:\(invitation.user)")
    }
}

/// An e-mail address as the alert's envelope can carry it: strict ASCII, so that nothing typed into a form or a file
/// becomes a command on the wire (Traps.md, 8).
package enum EmailAddress {
    package static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 254 else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), isAtoms(parts[0], plus: "!#$%&'*+-/=?^_`{|}~")
        else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && isAtoms(parts[1], plus: "-")
            && labels.allSatisfy { !$0.hasPrefix("-") && !$0.hasSuffix("-") && $0.utf8.count <= 63 }
    }

    private static func isAtoms(_ text: Substring, plus marks: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.unicodeScalars.allSatisfy { scalar in
                    switch scalar {
                    case "a"..."z", "A"..."Z", "0"..."9": true
                    default: marks.unicodeScalars.contains(scalar)
                    }
                }
        }
    }
}
