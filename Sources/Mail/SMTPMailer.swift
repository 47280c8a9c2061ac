import Foundation

/// Hands mails to an SMTP server, one after another over one connection, on a thread of its own.
///
/// The server's certificate and name are always verified and TLS is required, except towards this machine itself:
/// a password or a citizen's words never cross a network in the open.
package final class SMTPMailer: Mailer {
    private let thread: SMTPThread

    /// - Parameters:
    ///   - url: `smtp://host:587` (STARTTLS) or `smtps://host:465`, with `user:password@` before the host when the
    ///     server wants a login; reserved characters percent-encoded. The port may be left out.
    ///   - helo: the host name to greet with; this machine's name if nil.
    ///   - authorities: a PEM file of certificate authorities to trust instead of the system's.
    ///   - mayStayPlain: hosts that `smtp` speaks to without TLS.
    /// - Throws: `MailURLFault`.
    package init(
        url: String, helo: String? = nil, authorities: String? = nil, patience: SMTPPatience = SMTPPatience(),
        mayStayPlain: (_ host: String) -> Bool = SMTPMailer.isLoopback
    ) throws {
        let server = try SMTPServer(url: url, mayStayPlain: mayStayPlain)
        if let helo, !Mailbox.isHostName(helo.utf8) { throw MailURLFault.helo }
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) {
            throw MailURLFault.authorities
        }
        thread = SMTPThread(
            route: SMTPRoute(
                server: server, helo: helo ?? SMTPMailer.machineName, authorities: authorities, patience: patience))
    }

    deinit { thread.close() }

    /// Returns once the server has answered 250 to the whole mail. Several callers wait in line. Does not react to
    /// cancellation: what the server does with a mail under way has to be learnt.
    /// - Throws: `MailFailure`; after one the connection is dropped and the next mail gets a fresh one.
    package func send(_ message: MailMessage) async throws {
        try await thread.send(message)
    }

    /// Ends the thread after the mail that is under way; those in line, and later ones, fail as temporary.
    package func close() { thread.close() }

    /// `localhost`, `127.0.0.0/8`, `::1`.
    package static func isLoopback(host: String) -> Bool { SMTPServer.isLoopback(host: host) }

    private static var machineName: String {
        let name = ProcessInfo.processInfo.hostName
        return Mailbox.isHostName(name.utf8) ? name : "localhost"
    }
}

/// Everything a connection is made from.
struct SMTPRoute: Sendable {
    let server: SMTPServer
    let helo: String
    let authorities: String?
    let patience: SMTPPatience
}
