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
        let gaveUp = try db.number("SELECT COUNT(*) FROM mail WHERE gaveUpAt IS NOT NULL") ?? 0
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

    func mailCount(desk: ID<Desk>, to address: String, since: Date) throws -> Int {
        Int(
            try db.number(
                "SELECT COUNT(*) FROM mail WHERE desk = ? AND recipient = ? AND createdAt > ?",
                [desk.rawValue, address, since.milliseconds]) ?? 0)
    }

    func openDigest(desk: ID<Desk>, to address: String) throws -> Int64? {
        try db.number(
            """
            SELECT id FROM mail
            WHERE desk = ? AND recipient = ? AND isDigest = 1 AND attempts = 0 AND \(waiting) LIMIT 1
            """, [desk.rawValue, address])
    }
}

extension SQLiteTransaction {
    func insertMail(_ mail: OutboxMail) throws -> Int64 {
        try db.run(
            """
            INSERT INTO mail (recipientName, recipient, desk, createdAt, dueAt, attempts, messageID, isDigest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mail.recipient.name, mail.recipient.address, mail.desk.rawValue, mail.createdAt.milliseconds,
                mail.dueAt.milliseconds, mail.attempts, mail.messageID, mail.isDigest ? 1 : 0,
            ])
        return db.lastInsertedRowID
    }

    func attach(alert: Int64, toMail mail: Int64) throws {
        try db.run("INSERT INTO mailAlert (mail, alert) VALUES (?, ?)", [mail, alert])
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
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], recipient: MailAddress(name: row["recipientName"], address: row["recipient"]),
            desk: row.id("desk"), createdAt: row.date("createdAt"), dueAt: row.date("dueAt"),
            attempts: row["attempts"], messageID: row["messageID"], sentAt: row.dateIfAny("sentAt"),
            gaveUpAt: row.dateIfAny("gaveUpAt"), lastError: row["lastError"], isDigest: row["isDigest"] == 1)
    }
}
