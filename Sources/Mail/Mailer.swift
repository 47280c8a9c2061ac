/// What hands a message over. Returning means: whoever comes next in the chain has it and answers for it.
package protocol Mailer: Sendable {
    /// - Throws: `MailFailure`.
    func send(_ message: MailMessage) async throws
}
