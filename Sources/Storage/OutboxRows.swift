import Feedback
import Foundation
import GRDB

private let waiting = "sentAt IS NULL AND gaveUpAt IS NULL"

extension SQLiteReading {
    func mails(aboutAlert id: Int64) throws -> [OutboxMail] {
        try db.rows("SELECT * FROM mail WHERE id IN (SELECT mail FROM mailAlert WHERE alert = ?) ORDER BY id", [id])
            .map(OutboxMail.init(row:))
    }

    func outboxState() throws -> OutboxState {
        let row = try db.row(
            """
            SELECT COUNT(*) AS waiting, MIN(CASE WHEN attempts > 0 OR dueAt <= ? THEN createdAt END) AS oldest
            FROM mail WHERE \(waiting)
            """, [now.milliseconds])
        // Once somebody has taken the case on, whoever missed the mail knows of it.
        let gaveUp =
            try db.number(
                """
                SELECT COUNT(*) FROM mail WHERE gaveUpAt IS NOT NULL AND EXISTS (
                    SELECT 1 FROM mailAlert JOIN alert ON alert.id = mailAlert.alert
                    WHERE mailAlert.mail = mail.id AND alert.step = 'opened')
                """) ?? 0
        let last = try db.number("SELECT MAX(sentAt) FROM mail WHERE sentAt IS NOT NULL")
        let error = try db.row(
            "SELECT lastError FROM mail WHERE \(waiting) AND lastError IS NOT NULL ORDER BY id DESC LIMIT 1")
        return OutboxState(
            waiting: row?["waiting"] ?? 0, gaveUp: Int(gaveUp), oldestUnsent: row?.dateIfAny("oldest"),
            lastSent: last.map(Date.init(milliseconds:)), lastError: error?["lastError"])
    }

    func nextMailDue() throws -> Date? {
        guard let due = try db.number("SELECT MIN(dueAt) FROM mail WHERE \(waiting)") else { return nil }
        let pause = try db.number("SELECT endsAt FROM mailPause") ?? 0
        return Date(milliseconds: max(due, pause))
    }

    func mailCount(_ kind: OutboxMail.Kind, desk: ID<Desk>?, to address: String, since: Date) throws -> Int {
        Int(
            try db.number(
                "SELECT COUNT(*) FROM mail WHERE recipient = ? AND kind = ? AND desk IS ? AND createdAt > ?",
                [address, kind.word, desk?.rawValue, since.milliseconds]) ?? 0)
    }

    func openDigest(_ kind: OutboxMail.Kind, desk: ID<Desk>?, to address: String) throws -> Int64? {
        try db.number(
            """
            SELECT id FROM mail
            WHERE recipient = ? AND kind = ? AND desk IS ? AND isDigest = 1 AND attempts = 0 AND \(waiting) LIMIT 1
            """, [address, kind.word, desk?.rawValue])
    }

    func isWaiting(_ kind: OutboxMail.Kind, for address: String) throws -> Bool {
        let one = "SELECT 1 FROM mail WHERE recipient = ? AND kind = ? AND \(waiting) LIMIT 1"
        return try db.number(one, [address, kind.word]) != nil
    }
}

extension SQLiteTransaction {
    func insertMail(_ mail: OutboxMail) throws -> Int64 {
        try db.run(
            """
            INSERT INTO mail
                (kind, notice, about, recipientName, recipient, desk, createdAt, dueAt, attempts, messageID, isDigest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mail.kind.word, mail.kind.notice?.rawValue, mail.kind.about, mail.recipient.name,
                mail.recipient.address, mail.desk?.rawValue, mail.createdAt.milliseconds, mail.dueAt.milliseconds,
                mail.attempts, mail.messageID, mail.isDigest ? 1 : 0,
            ])
        return db.lastInsertedRowID
    }

    func attach(alert: Int64, toMail mail: Int64) throws {
        // A case may come to the same person by two ways while one digest waits.
        try db.run("INSERT INTO mailAlert (mail, alert) VALUES (?, ?) ON CONFLICT DO NOTHING", [mail, alert])
    }

    func claimMail(leaseEnds: Date) throws -> OutboxMail? {
        // The plus keeps the index on dueAt out of it: in the order of mailNext the first that is due is the one.
        try db.row(
            """
            UPDATE mail SET claimedUntil = ?1, dueAt = ?1, attempts = attempts + 1
            WHERE id = (SELECT id FROM mail WHERE \(waiting) AND +dueAt <= ?2 ORDER BY attempts, id DESC LIMIT 1)
                AND NOT EXISTS (SELECT 1 FROM mailPause WHERE endsAt > ?2)
            RETURNING *
            """, [leaseEnds.milliseconds, now.milliseconds]
        ).map(OutboxMail.init(row:))
    }

    func markSent(_ mail: Int64) throws {
        try db.run("UPDATE mail SET sentAt = ?, claimedUntil = NULL WHERE id = ?", [now.milliseconds, mail])
    }

    func postpone(_ mail: Int64, until: Date, because error: String) throws {
        try db.run(
            "UPDATE mail SET dueAt = ?, claimedUntil = NULL, lastError = ? WHERE id = ?",
            [until.milliseconds, error, mail])
        signal(.mail)
    }

    func pauseMail(until: Date) throws {
        try db.run(
            "INSERT INTO mailPause (id, endsAt) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET endsAt = excluded.endsAt",
            [until.milliseconds])
    }

    func giveUp(_ mail: Int64, because error: String) throws {
        try db.run(
            "UPDATE mail SET gaveUpAt = ?, claimedUntil = NULL, lastError = ? WHERE id = ?",
            [now.milliseconds, error, mail])
    }

    func releaseClaims() throws {
        try db.run(
            "UPDATE mail SET claimedUntil = NULL, dueAt = ? WHERE claimedUntil IS NOT NULL AND \(waiting)",
            [now.milliseconds])
        signal(.mail)
    }
}

extension OutboxMail {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"], recipient: MailAddress(name: row["recipientName"], address: row["recipient"]),
            desk: row.idIfAny("desk"), createdAt: row.date("createdAt"), dueAt: row.date("dueAt"),
            attempts: row["attempts"], messageID: row["messageID"], sentAt: row.dateIfAny("sentAt"),
            gaveUpAt: row.dateIfAny("gaveUpAt"), lastError: row["lastError"], isDigest: row["isDigest"] == 1,
            kind: try Kind(row: row))
    }
}

extension OutboxMail.Kind {
    fileprivate var word: String {
        switch self {
        case .alert: "alert"
        case .escalation: "escalation"
        case .daily: "daily"
        case .canary: "canary"
        case .notice: "notice"
        }
    }

    fileprivate var notice: Notice? {
        if case .notice(let notice, _) = self { notice } else { nil }
    }

    fileprivate var about: Int64? {
        if case .notice(_, let about) = self { about } else { nil }
    }

    fileprivate init(row: Row) throws {
        switch row["kind"] as String {
        case "alert": self = .alert
        case "escalation": self = .escalation
        case "daily": self = .daily
        case "canary": self = .canary
        case "notice": self = .notice(try row.choice("notice"), about: row["about"])
        default: throw BrokenRow(column: "kind")
        }
    }
}
