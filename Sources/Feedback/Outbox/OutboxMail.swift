package import Foundation

/// Whom a mail goes to. Checked when it is configured and again before it is sent.
package struct MailAddress: Hashable, Sendable, Codable {
    package var name: String
    package var address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }
}

/// A mail waiting in the database. It says what it is about; its words are made when it is sent,
/// so a mail that waited tells the state of now, and a digest everything that came meanwhile.
package struct OutboxMail: Sendable, Hashable {
    /// What it is about; its words follow from that.
    package enum Kind: Sendable, Hashable {
        /// A bad rating, or a burst of them at one desk.
        case alert
        /// Cases that nobody took on in time.
        case escalation
        /// The morning's list of one person.
        case daily
        /// Proves that mails go.
        case canary
        case notice(Notice, about: Int64?)
    }

    package var id: Int64
    package var recipient: MailAddress
    /// The desk an alert is about; nil for other kinds.
    package var desk: ID<Desk>?
    package var createdAt: Date
    /// Not before this.
    package var dueAt: Date
    package var attempts: Int
    /// Stays the same over all attempts, so that the receiving side can drop a second copy (RFC 5322, 3.6.4).
    package var messageID: String
    package var sentAt: Date?
    package var gaveUpAt: Date?
    package var lastError: String?
    /// Whether it gathers a burst.
    package var isDigest: Bool
    package var kind: Kind

    package init(
        id: Int64, recipient: MailAddress, desk: ID<Desk>?, createdAt: Date, dueAt: Date, attempts: Int,
        messageID: String, sentAt: Date? = nil, gaveUpAt: Date? = nil, lastError: String? = nil, isDigest: Bool,
        kind: Kind = .alert
    ) {
        self.id = id
        self.recipient = recipient
        self.desk = desk
        self.createdAt = createdAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.messageID = messageID
        self.sentAt = sentAt
        self.gaveUpAt = gaveUpAt
        self.lastError = lastError
        self.isDigest = isDigest
        self.kind = kind
    }
}

/// What a store says about mail.
package protocol OutboxReading: EscalationReading, DailyReading, CanaryReading {
    /// Alerts in a mail, oldest first.
    func alerts(inMail id: Int64) throws -> [Alert]
    /// Mails about an alert, oldest first.
    func mails(aboutAlert id: Int64) throws -> [OutboxMail]
    func outboxState() throws -> OutboxState
    /// When the next mail that is waiting is due; nil when none waits.
    func nextMailDue() throws -> Date?
    /// How many mails of a kind went or wait for a recipient since a moment.
    /// - Parameter desk: nil for kinds that are about no single desk.
    func mailCount(_ kind: OutboxMail.Kind, desk: ID<Desk>?, to address: String, since: Date) throws -> Int
    /// A digest that is still waiting for its time.
    func openDigest(_ kind: OutboxMail.Kind, desk: ID<Desk>?, to address: String) throws -> Int64?
    /// Whether a mail of this kind has not gone yet.
    func isWaiting(_ kind: OutboxMail.Kind, for address: String) throws -> Bool
}

/// What a store does for mail.
package protocol OutboxWriting: EscalationWriting, DailyWriting, CanaryWriting {
    /// - Returns: the id.
    func insertMail(_ mail: OutboxMail) throws -> Int64
    func attach(alert: Int64, toMail mail: Int64) throws
    /// Takes the next mail that is due, newest first so that fresh alerts do not wait behind a backlog,
    /// and holds it until `leaseEnds`. Counts as an attempt.
    func claimMail(leaseEnds: Date) throws -> OutboxMail?
    func markSent(_ mail: Int64) throws
    func postpone(_ mail: Int64, until: Date, because error: String) throws
    /// Nothing is claimed before this.
    func pauseMail(until: Date) throws
    func giveUp(_ mail: Int64, because error: String) throws
    /// Lets go of everything claimed by a process that is no more.
    func releaseClaims() throws
}

/// What the office pages and /healthz say about mail.
package struct OutboxState: Hashable, Sendable {
    package var waiting: Int
    /// Mails that will never go, about cases that nobody has taken on.
    package var gaveUp: Int
    /// The oldest mail that was due and has not gone.
    package var oldestUnsent: Date?
    package var lastSent: Date?
    package var lastError: String?

    package init(
        waiting: Int = 0, gaveUp: Int = 0, oldestUnsent: Date? = nil, lastSent: Date? = nil, lastError: String? = nil
    ) {
        self.waiting = waiting
        self.gaveUp = gaveUp
        self.oldestUnsent = oldestUnsent
        self.lastSent = lastSent
        self.lastError = lastError
    }
}
