package import Foundation

/// One finished mail to exactly one recipient, so that no recipient learns of another and each is accounted for alone.
package struct MailMessage: Sendable, Hashable {
    package let from: Mailbox
    package let to: Mailbox
    package let subject: String
    package let text: String
    package let html: String
    /// Without angle brackets. The same at each attempt, so that a receiver can tell a repeated delivery (RFC 1047).
    package let messageID: String
    /// When the mail was written, not when it is sent: a repeated attempt has to be the same message.
    package let date: Date

    /// - Parameter messageID: `left@domain`; on the left letters, digits, `.`, `_`, `-`, at most 200 bytes in all.
    ///   Stricter than RFC 5322, because it also names a file.
    /// - Throws: `MailRefusal.messageID`.
    package init(
        from: Mailbox, to: Mailbox, subject: String, text: String, html: String, messageID: String, date: Date
    ) throws {
        guard MailMessage.isValid(messageID: messageID) else { throw MailRefusal.messageID }
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.messageID = messageID
        self.date = date
    }

    private static func isValid(messageID: String) -> Bool {
        messageID.utf8.count <= 200 && Mailbox.isValid(address: messageID)
            && messageID.utf8.allSatisfy { byte in Mailbox.isLetterOrDigit(byte) || "@._-".utf8.contains(byte) }
    }
}
