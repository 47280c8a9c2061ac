import Foundation

/// A small SMTP server on 127.0.0.1 that keeps what it accepts and fails on request. A thread per connection, at most
/// 64 of them, each with a time limit; stops when the last reference goes.
package final class SMTPSink: Sendable {
    /// What goes wrong. `busy`, `unwelcome` and `cut` meet a connection, the others a message.
    package enum Fault: Sendable, Hashable {
        /// 421 instead of a greeting.
        case busy
        /// 554 instead of a greeting: the server wants nothing to do with us.
        case unwelcome
        /// The connection is reset instead of a greeting.
        case cut
        /// A reply instead of 250 to `MAIL FROM`; through `failNext` only.
        case refuseSender(String)
        /// A reply instead of 250 to `RCPT TO` or to the whole mail, such as `550 5.1.1 unknown`.
        case refuseRecipient(String)
        case refuseMail(String)
        /// The connection is reset amid the mail.
        case resetMidData
        /// The connection is reset after the final dot, before an answer; the mail is not kept.
        case resetAfterDot
        /// The same, but the mail is kept: the case of RFC 1047, in which the sender has to make a duplicate.
        case keepAndReset
        /// The answer to the final dot comes after so many seconds.
        case slowAnswer(Double)
    }

    /// Where a fault may be asked for; both count from 1.
    package enum Moment: Sendable, Hashable {
        case connection(Int)
        case message(Int, recipient: String)
    }

    package struct Received: Sendable {
        package let sender: String
        package let recipients: [String]
        /// As sent, without the final dot and without dot-stuffing.
        package let data: [UInt8]
        /// With its angle brackets; nil if the mail has none.
        package let messageID: String?
        /// Which connection brought it, from 1.
        package let connection: Int
        /// Who had logged in.
        package let user: String?
        package let at: ContinuousClock.Instant
    }

    package struct Login: Sendable, Hashable {
        let user: String
        let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// What it offers beside plain SMTP.
    package struct Offer: Sendable {
        /// Demands a login (PLAIN or LOGIN).
        package var login: Login?
        /// Says that it knows STARTTLS, and hangs up when asked for it.
        package var brokenTLS = false
        /// Seconds before the greeting.
        package var greetingDelay: Double = 0

        package init() {}
    }

    private let state: SMTPSinkState

    /// - Parameter port: 0 for a free one.
    package init(port: UInt16 = 0, offer: Offer = Offer()) throws {
        state = SMTPSinkState(port: port, offer: offer)
        try state.listen()
    }

    deinit { state.close() }

    package var port: UInt16 { state.read { $0.port } }
    package var url: String { "smtp://127.0.0.1:\(port)" }
    package var received: [Received] { state.read { $0.received } }
    package var messageIDs: [String] { received.map { $0.messageID ?? "" } }
    /// Connections accepted so far.
    package var connections: Int { state.read { $0.connections } }
    /// All command lines so far, in order; of logins the verb only.
    package var commands: [String] { state.read { $0.commands } }
    /// Refuse each recipient's first attempt with 451.
    package func greylist(_ on: Bool = true) { state.change { $0.greylists = on } }

    /// Asked for at each moment; replaces an earlier script. `failNext` goes first.
    package func script(_ script: @escaping @Sendable (Moment) -> Fault?) { state.change { $0.script = script } }

    /// The next connections or messages meet these, in this order.
    package func failNext(_ faults: Fault...) { state.change { $0.queued += faults } }

    /// The port refuses connections, open ones are cut.
    package func goDown() { state.close() }

    /// Listens on the same port again.
    package func comeUp() throws { try state.listen() }

    /// Waits until at least so many mails were accepted.
    /// - Returns: whether they came within `seconds`.
    package func wait(for count: Int, seconds: Double = 10) async throws -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while received.count < count {
            if ContinuousClock.now > end { return false }
            try await Task.sleep(for: .milliseconds(5))
        }
        return true
    }
}
