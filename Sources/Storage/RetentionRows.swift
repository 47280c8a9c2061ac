import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func retentionPeriods() throws -> [RetentionPeriod] {
        let rows = try db.rows(
            "SELECT * FROM retentionPeriod WHERE id IN (SELECT MAX(id) FROM retentionPeriod GROUP BY purpose)")
        let changed = Dictionary(rows.map { ($0["purpose"] as String, $0) }, uniquingKeysWith: { _, last in last })
        return RetentionPurpose.allCases.map { purpose in
            guard let row = changed[purpose.rawValue] else {
                return RetentionPeriod(purpose: purpose, days: purpose.usual)
            }
            return RetentionPeriod(
                purpose: purpose, days: row["days"], since: row.date("since"), actor: row["actor"])
        }
    }

    func retentionRuns(limit: Int) throws -> [RetentionRun] {
        try db.rows("SELECT * FROM retentionRun ORDER BY id DESC LIMIT ?", [limit]).map { run in
            let id: Int64 = run["id"]
            let lines = try db.rows("SELECT * FROM retentionLine WHERE run = ?", [id]).map { row in
                guard let before = row.dayIfAny("before") else { throw BrokenRow(column: "before") }
                return RetentionRun.Line(purpose: try row.choice("purpose"), before: before, count: row["count"])
            }
            let order = RetentionPurpose.allCases
            return RetentionRun(
                id: id, at: run.date("at"),
                lines: order.compactMap { purpose in lines.first { $0.purpose == purpose } })
        }
    }

    func readableMonths() throws -> [Month] { try monthKeys.months() }

    /// The data key of a month as it is kept, wrapped; nil when it was erased.
    func wrappedDataKey(of month: Month) throws -> [UInt8]? { try monthKeys.wrapped(month) }
}

extension SQLiteTransaction {
    func insertRetentionPeriod(_ period: RetentionPeriod) throws {
        try db.run(
            "INSERT INTO retentionPeriod (purpose, days, since, actor) VALUES (?, ?, ?, ?)",
            [period.purpose.rawValue, period.days, now.milliseconds, actor.label])
    }

    func insertRetentionRun(_ lines: [RetentionRun.Line]) throws -> Int64 {
        try db.run("INSERT INTO retentionRun (at) VALUES (?)", [now.milliseconds])
        let id = db.lastInsertedRowID
        for line in lines {
            try db.run(
                "INSERT INTO retentionLine (run, purpose, before, count) VALUES (?, ?, ?, ?)",
                [id, line.purpose.rawValue, line.before.rawValue, line.count])
        }
        return id
    }

    func erase(_ purpose: RetentionPurpose, before day: LocalDay) throws -> Int {
        let moment = day.start.milliseconds
        switch purpose {
        case .phone: return try erasePhones(before: day)
        case .closedCase:
            try db.run(
                """
                UPDATE rating SET phone = NULL, phoneMonth = NULL WHERE phone IS NOT NULL AND id IN (
                    SELECT a.rating FROM alert a JOIN caseStep s ON s.alert = a.id
                    WHERE a.step = 'closed' AND s.kind = 'closed' GROUP BY a.rating HAVING MAX(s.at) < ?)
                """, [moment])
        case .phoneTag:
            try db.run(
                "UPDATE rating SET phoneTag = NULL WHERE localDay < ? AND phoneTag IS NOT NULL", [day.rawValue])
        case .session: try db.run("DELETE FROM session WHERE createdAt < ?", [moment])
        case .mail:
            // The row stays: that a mail went out is part of a case's story.
            try db.run(
                """
                UPDATE mail SET recipientName = '', recipient = '', lastError = NULL
                WHERE (sentAt IS NOT NULL OR gaveUpAt IS NOT NULL) AND createdAt < ? AND recipient <> ''
                """, [moment])
        case .reveal:
            try db.run("DELETE FROM phoneCall WHERE at < ?", [moment])
            let calls = db.changesCount
            try db.run("DELETE FROM phoneReveal WHERE at < ?", [moment])
            return calls + db.changesCount
        }
        return db.changesCount
    }

    /// A month's key goes with the month's first day, so that no number of it is kept a day too long. The key is gone
    /// before this returns, whatever becomes of the transaction: what the report says was erased, was.
    private func erasePhones(before day: LocalDay) throws -> Int {
        let last = Month(day: day.adding(days: -1))
        _ = try keeper.erase(through: last)
        try db.run(
            "UPDATE rating SET phone = NULL, phoneMonth = NULL WHERE localDay <= ? AND phoneMonth <= ?",
            [last.lastDay.rawValue, last.rawValue])
        return db.changesCount
    }
}

extension DatabaseWriter {
    /// Older versions kept the wrapped keys in a table. They move out once; those whose time is over do not arrive.
    func moveDataKeys(to vault: PhoneVault, today: LocalDay) throws {
        let moved = try writeWithoutTransaction { db in
            let rows = try db.rows("SELECT month, wrapped FROM dataKey")
            let days = try db.number(
                "SELECT days FROM retentionPeriod WHERE purpose = ? ORDER BY id DESC LIMIT 1",
                [RetentionPurpose.phone.rawValue])
            let first = today.adding(days: -Int(days ?? Int64(RetentionPurpose.phone.usual)))
            for row in rows {
                guard let month: Month = row.choiceIfAny("month"), month.firstDay >= first else { continue }
                try vault.adopt(row.bytes("wrapped"), of: month)
            }
            try db.run("DELETE FROM dataKey")
            return !rows.isEmpty
        }
        // What was deleted stands in the log until it is written back and cut off.
        if moved { try writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") } }
    }
}
