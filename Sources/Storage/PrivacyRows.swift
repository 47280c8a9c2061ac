import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func maskedPhone(of rating: Int64) throws -> String? { try opened(rating)?.masked }

    func reveals(_ filter: RevealFilter, scope: Scope, limit: Int) throws -> [RevealLine] {
        var condition = Condition("1 = 1")
        condition.take(scope, prefix: "r.")
        if scope != .whole { condition.add("COALESCE(a.bypassesHead, 0) = 0") }
        if let reason = filter.reason { condition.add("p.reason = ?", reason.rawValue) }
        if let user = filter.user { condition.add("p.user = ?", user) }
        if let rating = filter.rating { condition.add("p.rating = ?", rating) }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.*, u.name AS name, r.desk AS desk, r.unit AS unit, r.receivedAt AS ratedAt, a.id AS alert
                FROM phoneReveal p JOIN user u ON u.id = p.user JOIN rating r ON r.id = p.rating
                LEFT JOIN alert a ON a.rating = r.id
                WHERE \(condition.sql) ORDER BY p.id DESC LIMIT ?
                """, arguments: condition.arguments + [limit])
        return try rows.map { row in
            RevealLine(
                reveal: Reveal(
                    id: row["id"], rating: row["rating"], user: row["user"], at: row.date("at"),
                    reason: try row.choice("reason"), words: row["words"]),
                name: row["name"], desk: row.id("desk"), unit: row.id("unit"), ratedAt: row.date("ratedAt"),
                alert: row["alert"])
        }
    }

    func calls(about rating: Int64) throws -> [Call] {
        try db.rows("SELECT * FROM phoneCall WHERE rating = ? ORDER BY id", [rating]).map(Call.init(row:))
    }

    func calledPhone(_ call: Int64, by user: Int64) throws -> Phone? {
        guard let row = try db.row("SELECT * FROM phoneCall WHERE id = ?", [call]) else { return nil }
        let call = Call(row: row)
        return call.isOf(user, at: now) ? try opened(call.rating) : nil
    }

    fileprivate func opened(_ rating: Int64) throws -> Phone? {
        guard let row = try db.row("SELECT phone, phoneMonth FROM rating WHERE id = ?", [rating]),
            let month: Month = row.choiceIfAny("phoneMonth"), let bytes = row.bytesIfAny("phone")
        else { return nil }
        return try vault?.open(SealedPhone(month: month, bytes: bytes))
    }
}

extension SQLiteTransaction {
    func openPhone(of rating: Int64) throws -> Phone? { try opened(rating) }

    func insertReveal(_ reveal: Reveal) throws -> Int64 {
        try db.run(
            "INSERT INTO phoneReveal (rating, user, at, reason, words) VALUES (?, ?, ?, ?, ?)",
            [reveal.rating, reveal.user, reveal.at.milliseconds, reveal.reason.rawValue, reveal.words])
        return db.lastInsertedRowID
    }

    func insertCall(_ call: Call) throws -> Int64 {
        try db.run(
            "INSERT INTO phoneCall (rating, user, at, until, note) VALUES (?, ?, ?, ?, '')",
            [call.rating, call.user, call.at.milliseconds, call.until.milliseconds])
        return db.lastInsertedRowID
    }

    func endCall(_ call: Int64, _ outcome: Call.Outcome, note: String, at: Date) throws {
        try db.run(
            "UPDATE phoneCall SET endedAt = ?, outcome = ?, note = ? WHERE id = ?",
            [at.milliseconds, outcome.rawValue, note, call])
    }
}

extension Call {
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], rating: row["rating"], user: row["user"], at: row.date("at"),
            endedAt: row.dateIfAny("endedAt"), outcome: row.choiceIfAny("outcome"), note: row["note"])
        until = row.date("until")
    }
}
