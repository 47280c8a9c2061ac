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
        case caseOpened = "case.opened"
        case caseHandled = "case.handled"
        case caseAssigned = "case.assigned"
        case caseClosed = "case.closed"
        case caseSaid = "case.said"
        case caseReturned = "case.returned"
        case mailSent = "mail.sent"
        case mailGivenUp = "mail.given-up"
        case caseEscalated = "case.escalated"
        case digestsQueued = "digests.queued"
        case canarySent = "canary.sent"
        case canaryArrived = "canary.arrived"
        case canaryLost = "canary.lost"
        case phonesErased = "phones.erased"
        case phoneRevealed = "phone.revealed"
        case callBegun = "call.begun"
        case callEnded = "call.ended"
        case dataErased = "data.erased"
        case retentionChanged = "retention.changed"
        case noticePublished = "notice.published"
        case codeRotated = "code.rotated"
        case codeRetired = "code.retired"
        case configurationApplied = "configuration.applied"
        case directoryChanged = "directory.changed"
        case directoryWithdrawn = "directory.withdrawn"
        case authorityChanged = "authority.changed"
        case userInvited = "user.invited"
        case userWelcomed = "user.welcomed"
        case signedIn = "user.signed-in"
        case signedOut = "user.signed-out"
        case userRenamed = "user.renamed"
        case userClosed = "user.closed"
        case userReopened = "user.reopened"
        case passwordChanged = "user.password-changed"
        case sessionEnded = "user.session-ended"
        case roleGranted = "role.granted"
        case roleEnded = "role.ended"
        case roleKept = "role.kept"
        case secondStepOn = "second-step.on"
        case secondStepOff = "second-step.off"
        case recoveryCodesMade = "second-step.codes-made"
        case recoveryCodeUsed = "second-step.code-used"
        case exported = "figures.exported"
        case talliesRebuilt = "tallies.rebuilt"
        case shiftSubstituted = "shift.substituted"
        case shiftArranged = "shift.arranged"
        case shiftUndone = "shift.undone"
        case dutyCorrected = "duty.corrected"
        case dutyCorrectionUndone = "duty.correction-undone"
        case caseRatingMoved = "case.rating-moved"
        case tableImported = "table.imported"
        case dataRequestReceived = "data-request.received"
        case dataRequestReplied = "data-request.replied"
        case dataRequestExtended = "data-request.extended"
        case dataRequestAnswered = "data-request.answered"
        case dataRequestRefused = "data-request.refused"
        case commentCorrected = "comment.corrected"
        case phoneForgotten = "phone.forgotten"
        case callingForbidden = "calling.forbidden"
        case incidentOpened = "incident.opened"
        case incidentChanged = "incident.changed"
        case incidentNotified = "incident.notified"
        case incidentClosed = "incident.closed"
        case accessLogExported = "access-log.exported"
        case publicationMade = "publication.made"
        case publicationCorrected = "publication.corrected"
        case publicationWithdrawn = "publication.withdrawn"
        case commentSorted = "comment.sorted"
        case reportWritten = "report.written"
        case reportFrozen = "report.frozen"
        case reportAmended = "report.amended"
        case reportReminded = "report.reminded"
        case viewSaved = "view.saved"
        case viewDeleted = "view.deleted"
        case tokenMade = "token.made"
        case tokenRevoked = "token.revoked"
        case ratingsExported = "ratings.exported"
        case reformIndexExported = "reform-index.exported"
        case alarmRaised = "alarm.raised"
        case alarmAcknowledged = "alarm.acknowledged"
        case alarmWithdrawn = "alarm.withdrawn"
        case dossiersCounted = "dossiers.counted"
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
    func entry(id: Int64) throws -> Entry?
    /// Newest first.
    /// - Parameter before: only lines with a lower id; nil: from the end.
    func entries(_ filter: EntryFilter, before: Int64?, limit: Int) throws -> [Entry]
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
