import AsyncAlgorithms
import Feedback
import Foundation
import Logging
import Mail
import Pages
import ServiceLifecycle

/// Takes mails from the queue and hands them to the mail server, one after the other.
/// Woken by the commit that queued one; looks by itself every few seconds for those that waited.
struct MailWorker: Service {
    let store: any Store
    let mailer: any Mailer
    let from: MailAddress
    let baseURL: String
    let world: any World
    let logger: Logger
    var onOutcome: @Sendable (Bool) -> Void = { _ in }

    func run() async throws {
        let wakes = merge(
            store.signals().filter { $0.contains(.mail) }.map { _ in () },
            AsyncTimerSequence(interval: .seconds(2), clock: .continuous).map { _ in () })
        for await _ in wakes.cancelOnGracefulShutdown() {
            do {
                while !Task.isShuttingDownGracefully, try await deliverNext() {}
            } catch {
                logger.error("the mail queue could not be read", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Sends the next mail that is due.
    /// - Returns: whether there was one.
    func deliverNext() async throws -> Bool {
        let now = world.now()
        guard let due = try await store.read({ try $0.nextMailDue() }), due <= now,
            let mail = try await store.write(as: .system, { try $0.claimNextMail() })
        else { return false }
        do {
            try await mailer.send(try await message(for: mail))
            try await store.write(as: .system) { try $0.mailAccepted(mail) }
            onOutcome(true)
        } catch let failure as MailFailure {
            try await fail(mail, failure)
        } catch let refusal as MailRefusal {
            try await fail(mail, .permanent("\(refusal)"))
        }
        return true
    }

    private func fail(_ mail: OutboxMail, _ failure: MailFailure) async throws {
        let reach: DeliveryFailure =
            switch failure {
            case .permanent: .final
            case .temporary: .thisTime
            case .unreachable: .serverAway
            }
        try await store.write(as: .system) { try $0.mailFailed(mail, reach, because: failure.description) }
        logger.warning(
            "a mail was not accepted",
            metadata: ["mail": "\(mail.id)", "attempt": "\(mail.attempts)", "reason": "\(failure)"])
        onOutcome(false)
    }

    private func message(for mail: OutboxMail) async throws -> MailMessage {
        let page = try await letter(for: mail)
        return try MailMessage(
            from: Mailbox(name: from.name, address: from.address),
            to: Mailbox(name: mail.recipient.name, address: mail.recipient.address), subject: page.subject,
            text: page.text, html: try page.html(), messageID: "\(mail.messageID)@\(from.domain)", date: world.now())
    }

    /// The words are those of the moment.
    private func letter(for mail: OutboxMail) async throws -> any Letter {
        let (directory, now) = (store.directory, world.now())
        switch mail.kind {
        case .alert, .escalation:
            let alerts = try await store.read { tx in
                try tx.alerts(inMail: mail.id).compactMap { alert in
                    try tx.rating(id: alert.rating).map { (alert, $0) }
                }
            }
            return try AlertMail(mail: mail, alerts: alerts, directory: directory, baseURL: baseURL, now: now)
        case .daily:
            let digest = try await store.read { try $0.dailyDigest(for: mail.recipient.address) }
            return try DailyMail(mail: mail, digest: digest, directory: directory, baseURL: baseURL, now: now)
        case .canary: return try PlainMail(canary: mail, directory: directory, baseURL: baseURL)
        case .notice(let notice, let about):
            return try PlainMail(notice, about: about, mail: mail, directory: directory, baseURL: baseURL)
        }
    }
}

extension MailAddress {
    /// What stands after the @.
    fileprivate var domain: String { address.split(separator: "@").last.map(String.init) ?? "localhost" }
}
