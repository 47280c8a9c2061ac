import Crypto
package import Foundation

/// A line of the journal: who did what to which thing, and when. Append-only and hash-chained, so that a changed line
/// betrays itself; audit log and memory of the live page in one.
package struct Entry: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case ratingReceived = "rating.received"
        case alertRaised = "alert.raised"
        case caseAcknowledged = "case.acknowledged"
        case caseAnswered = "case.answered"
        case mailSent = "mail.sent"
        case mailGivenUp = "mail.given-up"
        case phonesErased = "phones.erased"
        case codeRotated = "code.rotated"
        case codeRetired = "code.retired"
        case configurationApplied = "configuration.applied"
        case userInvited = "user.invited"
        case userWelcomed = "user.welcomed"
        case signedIn = "user.signed-in"
        case signedOut = "user.signed-out"
        case exported = "figures.exported"
        case talliesRebuilt = "tallies.rebuilt"
    }

    /// 1, 2, 3 … without gaps.
    package let id: Int64
    package let at: Date
    package let actor: String
    package let kind: String
    /// "rating:12", "alert:3". Never a phone, a name or a comment.
    package let subject: String
    package let details: String
    /// SHA-256 over the previous hash and every field of this line.
    package let hash: [UInt8]

    package init(
        id: Int64, at: Date, actor: String, kind: String, subject: String, details: String, hash: [UInt8]
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.kind = kind
        self.subject = subject
        self.details = details
        self.hash = hash
    }

    /// The next line of a chain whose last hash is `previous` (empty for the first).
    package init(
        id: Int64, at: Date, actor: String, kind: String, subject: String, details: String, after previous: [UInt8]
    ) {
        // Each field with its length: a character moved from one field into the next changes the hash too.
        // Milliseconds are rounded as the store rounds them, or a line read back would not follow.
        let milliseconds = Int64((at.timeIntervalSince1970 * 1_000).rounded())
        var line = previous
        line.reserveCapacity(256)
        for field in [String(id), String(milliseconds), actor, kind, subject, details] {
            line += String(field.utf8.count).utf8
            line.append(UInt8(ascii: ":"))
            line += field.utf8
        }
        self.init(
            id: id, at: at, actor: actor, kind: kind, subject: subject, details: details,
            hash: Array(SHA256.hash(data: line)))
    }

    package func follows(_ previous: [UInt8]) -> Bool {
        Entry(id: id, at: at, actor: actor, kind: kind, subject: subject, details: details, after: previous).hash
            == hash
    }
}

/// What a store says about the journal.
package protocol JournalReading {
    /// Entries with an id above `id`, oldest first.
    func entries(after id: Int64, kinds: [Entry.Kind], limit: Int) throws -> [Entry]
    func lastEntryID() throws -> Int64
}

/// What a store does for the journal.
package protocol JournalWriting {
    /// Appends a line; the store keeps the chain's last id and hash at hand.
    func appendEntry(_ kind: Entry.Kind, subject: String, details: String) throws
}

extension Writing {
    /// Every change of state leaves a line, in the same transaction.
    package func log(_ kind: Entry.Kind, about subject: String, _ details: String = "") throws {
        try appendEntry(kind, subject: subject, details: details)
        signal(.entry)
    }
}

/// Walks the chain.
package struct ChainCheck: Sendable {
    package private(set) var lines = 0
    package private(set) var broken: Int64?
    private var hash: [UInt8] = []
    private var id: Int64 = 0

    package init() {}

    /// - Returns: false at the first line that does not follow from the one before.
    package mutating func take(_ entry: Entry) -> Bool {
        guard entry.id == id + 1, entry.follows(hash) else {
            broken = entry.id
            return false
        }
        (id, hash, lines) = (entry.id, entry.hash, lines + 1)
        return true
    }
}
