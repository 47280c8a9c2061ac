import Foundation

extension Writing {
    /// Queues a mail about an alert. After a few mails in a short time, further alerts share one:
    /// a burst becomes a digest, never a flood (Traps.md, 11).
    func queueMail(_ kind: OutboxMail.Kind, about alert: Alert, to recipient: MailAddress) throws {
        // Alerts are counted desk by desk; what goes up comes from all desks to a few people.
        let desk = kind == .alert ? alert.desk : nil
        if let open = try openDigest(kind, desk: desk, to: recipient.address) {
            return try attach(alert: alert.id, toMail: open)
        }
        let digest = directory.configuration.alerts.digest
        let window = TimeInterval(digest.minutes * 60)
        let recent = try mailCount(kind, desk: desk, to: recipient.address, since: now.addingTimeInterval(-window))
        let isDigest = recent >= digest.after
        let mail = try enqueue(kind, to: recipient, desk: desk, after: isDigest ? window : 0, isDigest: isDigest)
        try attach(alert: alert.id, toMail: mail.id)
    }

    /// The one way into the queue.
    /// - Parameter after: seconds until it may go.
    @discardableResult
    func enqueue(
        _ kind: OutboxMail.Kind, to recipient: MailAddress, desk: ID<Desk>? = nil, after: TimeInterval = 0,
        isDigest: Bool = false
    ) throws -> OutboxMail {
        var mail = OutboxMail(
            id: 0, recipient: recipient, desk: desk, createdAt: now, dueAt: now.addingTimeInterval(after), attempts: 0,
            messageID: Crockford.code(20, from: random(20)).lowercased(), isDigest: isDigest, kind: kind)
        mail.id = try insertMail(mail)
        signal(.mail)
        return mail
    }
}
