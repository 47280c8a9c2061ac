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
    /// Since when a code from their phone is asked for as well.
    package var secondStepSince: Date?
    /// Since when nobody signs in to this account any more.
    package var closedAt: Date?

    package init(
        id: Int64, name: String, email: String, password: PasswordHash? = nil, grants: [Grant],
        secondStepSince: Date? = nil, closedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.password = password
        self.grants = grants
        self.secondStepSince = secondStepSince
        self.closedAt = closedAt
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
    /// What kind of browser, in words: see `DeviceName`.
    package var device: String

    package init(
        tokenHash: [UInt8], user: Int64, formToken: String, createdAt: Date, seenAt: Date, device: String = ""
    ) {
        self.tokenHash = tokenHash
        self.user = user
        self.formToken = formToken
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.device = device
    }

    /// Names the session on a page. It is no secret and opens nothing: a part of a hash.
    package var handle: String { Base64URL.encode(Array(tokenHash.prefix(12))) }

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
    /// Also those that have ended, oldest first.
    func heldGrants(of user: Int64) throws -> [HeldGrant]
    func session(tokenHash: [UInt8]) throws -> Session?
    /// The last seen first; dead ones too.
    func sessions(of user: Int64) throws -> [Session]
    func secondStep(of user: Int64) throws -> SecondStep?
    /// How many recovery codes were not used yet.
    func recoveryCodesLeft(of user: Int64) throws -> Int
    func invitation(tokenHash: [UInt8]) throws -> Invitation?
}

/// What a store does for people.
package protocol PeopleWriting {
    /// - Returns: the id.
    func insertUser(_ user: User) throws -> Int64
    func setPassword(_ password: PasswordHash, of user: Int64) throws
    func setName(_ name: String, of user: Int64) throws
    func setClosed(_ at: Date?, of user: Int64) throws
    /// - Returns: the grant's id.
    func insertGrant(_ grant: Grant, of user: Int64) throws -> Int64
    func setLastDay(_ day: LocalDay?, ofGrant id: Int64) throws
    /// One for each user: the one before is forgotten.
    func saveSecondStep(_ step: SecondStep) throws
    func deleteSecondStep(of user: Int64) throws
    /// Those before are forgotten.
    func replaceRecoveryCodes(_ stamps: [[UInt8]], of user: Int64) throws
    /// - Returns: false for a code that is none of theirs, or was used.
    func spendRecoveryCode(_ stamp: [UInt8], of user: Int64, at: Date) throws -> Bool
    func insertSession(_ session: Session) throws
    func touchSession(_ tokenHash: [UInt8], at: Date) throws
    func deleteSession(_ tokenHash: [UInt8]) throws
    func deleteSessions(of user: Int64) throws
    func insertInvitation(_ invitation: Invitation) throws
    /// All that are open: a password was set, or a fresh link takes their place.
    func spendInvitations(of user: Int64, at: Date) throws
}
