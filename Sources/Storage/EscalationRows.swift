import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func escalations(ofAlert id: Int64) throws -> [Escalation] {
        try db.rows("SELECT * FROM escalation WHERE alert = ? ORDER BY at", [id]).map { row in
            Escalation(alert: row["alert"], level: try row.choice("level"), at: row.date("at"))
        }
    }

    func nextEscalationDue() throws -> Date? {
        try db.number("SELECT MIN(dueAt) FROM escalationWatch").map(Date.init(milliseconds:))
    }
}

extension SQLiteTransaction {
    func setWatch(_ watch: EscalationWatch) throws {
        try db.run(
            """
            INSERT INTO escalationWatch (alert, dueAt) VALUES (?, ?)
            ON CONFLICT (alert) DO UPDATE SET dueAt = excluded.dueAt
            """, [watch.alert, watch.dueAt.milliseconds])
    }

    func endWatch(ofAlert id: Int64) throws { try db.run("DELETE FROM escalationWatch WHERE alert = ?", [id]) }

    func watchesDue(limit: Int) throws -> [EscalationWatch] {
        try db.rows(
            "SELECT * FROM escalationWatch WHERE dueAt <= ? ORDER BY dueAt, alert LIMIT ?", [now.milliseconds, limit]
        ).map { EscalationWatch(alert: $0["alert"], dueAt: $0.date("dueAt")) }
    }

    func insertEscalation(_ escalation: Escalation) throws {
        try db.run(
            "INSERT INTO escalation (alert, level, at) VALUES (?, ?, ?)",
            [escalation.alert, escalation.level.rawValue, escalation.at.milliseconds])
    }
}
