/// Keeps what was sent, for tests and previews.
package actor MemoryMailer: Mailer {
    package private(set) var sent: [MailMessage] = []
    private var failures: [MailFailure] = []
    private var standing: MailFailure?

    package init() {}

    package func send(_ message: MailMessage) async throws {
        if !failures.isEmpty { throw failures.removeFirst() }
        if let standing { throw standing }
        sent.append(message)
    }

    /// The next attempts fail so, in this order, whatever they send.
    package func failNext(_ failures: MailFailure...) { self.failures += failures }

    /// Every attempt fails so until told otherwise with nil.
    package func fail(_ failure: MailFailure?) { standing = failure }
}
