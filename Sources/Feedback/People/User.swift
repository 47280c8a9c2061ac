package import Foundation

/// Somebody of the staff who signs in.
package struct User: Sendable, Hashable {
    package var id: Int64
    package var name: String
    /// Also the sign-in name; lower case.
    package var email: String
    /// Nil until the one-time link was used.
    package var password: PasswordHash?
    package var grants: [Grant]

    package init(id: Int64, name: String, email: String, password: PasswordHash? = nil, grants: [Grant]) {
        self.id = id
        self.name = name
        self.email = email
        self.password = password
        self.grants = grants
    }
}

/// A scrypt hash with its parameters, so that they can grow.
package struct PasswordHash: Sendable, Hashable {
    package var salt: [UInt8]
    package var rounds: Int
    package var blockSize: Int
    package var parallelism: Int
    package var hash: [UInt8]

    package init(salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int, hash: [UInt8]) {
        self.salt = salt
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
        self.hash = hash
    }
}

/// A signed-in browser. Only the hash of its token is kept.
package struct Session: Sendable, Hashable {
    /// Ends after half an hour without a request, and after twelve hours in any case (OWASP ASVS 5.0, 7.3).
    package static let idle: TimeInterval = 30 * 60
    package static let longest: TimeInterval = 12 * 3_600

    package var tokenHash: [UInt8]
    package var user: Int64
    /// The token that every form of this session carries.
    package var formToken: String
    package var createdAt: Date
    package var seenAt: Date

    package init(tokenHash: [UInt8], user: Int64, formToken: String, createdAt: Date, seenAt: Date) {
        self.tokenHash = tokenHash
        self.user = user
        self.formToken = formToken
        self.createdAt = createdAt
        self.seenAt = seenAt
    }

    package func isAlive(at now: Date) -> Bool {
        now.timeIntervalSince(seenAt) <= Self.idle && now.timeIntervalSince(createdAt) <= Self.longest
    }
}

/// A one-time link by which somebody sets a password.
package struct Invitation: Sendable, Hashable {
    package static let lifetime: TimeInterval = 72 * 3_600

    package var tokenHash: [UInt8]
    package var user: Int64
    package var createdAt: Date
    package var usedAt: Date?

    package init(tokenHash: [UInt8], user: Int64, createdAt: Date, usedAt: Date? = nil) {
        self.tokenHash = tokenHash
        self.user = user
        self.createdAt = createdAt
        self.usedAt = usedAt
    }

    package func isOpen(at now: Date) -> Bool { usedAt == nil && now.timeIntervalSince(createdAt) <= Self.lifetime }
}

/// What a store says about people.
package protocol PeopleReading {
    func user(id: Int64) throws -> User?
    func user(email: String) throws -> User?
    func users() throws -> [User]
    func session(tokenHash: [UInt8]) throws -> Session?
    func invitation(tokenHash: [UInt8]) throws -> Invitation?
}

/// What a store does for people.
package protocol PeopleWriting {
    /// - Returns: the id.
    func insertUser(_ user: User) throws -> Int64
    func setPassword(_ password: PasswordHash, of user: Int64) throws
    func insertSession(_ session: Session) throws
    func touchSession(_ tokenHash: [UInt8], at: Date) throws
    func deleteSession(_ tokenHash: [UInt8]) throws
    func deleteSessions(of user: Int64) throws
    func insertInvitation(_ invitation: Invitation) throws
    /// All that are open: a password was set, or a fresh link takes their place.
    func spendInvitations(of user: Int64, at: Date) throws
}
