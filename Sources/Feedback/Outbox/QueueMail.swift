import Foundation

extension Writing {
    /// Queues a mail about an alert. After a few mails about one desk in a short time, further alerts share one:
    /// a burst becomes a digest, never a flood (Traps.md, 11).
    func queueMail(about alert: Alert, to recipient: MailAddress, digest: AlertPolicy.Digest) throws {
        if let open = try openDigest(desk: alert.desk, to: recipient.address) {
            return try attach(alert: alert.id, toMail: open)
        }
        let window = TimeInterval(digest.minutes * 60)
        let recent = try mailCount(desk: alert.desk, to: recipient.address, since: now.addingTimeInterval(-window))
        let isDigest = recent >= digest.after
        let mail = OutboxMail(
            id: 0, recipient: recipient, desk: alert.desk, createdAt: now,
            dueAt: isDigest ? now.addingTimeInterval(window) : now, attempts: 0,
            messageID: Crockford.code(20, from: random(20)).lowercased(), isDigest: isDigest)
        try attach(alert: alert.id, toMail: insertMail(mail))
        signal(.mail)
    }
}
