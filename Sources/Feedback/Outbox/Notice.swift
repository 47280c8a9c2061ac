/// What a plain mail may say. A catalogue: what somebody typed, a name or a number of a phone never gets into one.
package enum Notice: String, Sendable, CaseIterable {
    /// The daily canary did not reach the mail server in time.
    case canaryLost = "canary-lost"
    case passwordChanged = "password-changed"
    case secondStepChanged = "second-step-changed"
    case recoveryCodeUsed = "recovery-code-used"
    /// Many wrong passwords were tried.
    case signInSlowed = "sign-in-slowed"
    case rolesChanged = "roles-changed"
    /// A citizen's phone was shown to somebody, for a reason that is in the journal.
    case phoneRevealed = "phone-revealed"
    case dataRequestReceived = "data-request-received"
    case dataRequestDue = "data-request-due"
    case incidentOpened = "incident-opened"
    /// The draft of the report of the month that ended waits.
    case reportDue = "report-due"
}

extension Writing {
    /// Queues a plain mail. Its words are in the house's catalogue and are made when it is sent.
    /// - Parameter about: the number of what it is about: of a case, a request, an incident, a
    ///   month; the notice says which.
    package func queueNotice(_ notice: Notice, to recipient: MailAddress, about: Int64? = nil) throws {
        try enqueue(.notice(notice, about: about), to: recipient)
    }
}
