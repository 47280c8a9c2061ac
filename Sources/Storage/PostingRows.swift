import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func shiftChange(_ id: Int64) throws -> ShiftChange? {
        try db.row("SELECT * FROM shiftChange WHERE id = ?", [id]).map { row in
            ShiftChange(
                id: id, at: row.date("at"), actor: row["actor"], added: try JSON.value(row["added"]),
                removed: try JSON.value(row["removed"]), undoneAt: row.dateIfAny("undoneAt"))
        }
    }

    func substitutions(ofChange id: Int64) throws -> [Substitution] {
        try db.rows("SELECT * FROM substitution WHERE change = ? ORDER BY id", [id]).map(Substitution.init(row:))
    }
}

extension SQLiteTransaction {
    func insertShiftChange(added: [Posting], removed: [Posting]) throws -> Int64 {
        try db.run(
            "INSERT INTO shiftChange (at, actor, added, removed) VALUES (?, ?, ?, ?)",
            [now.milliseconds, actor.label, try JSON.text(added), try JSON.text(removed)])
        return db.lastInsertedRowID
    }

    func insertSubstitution(_ substitution: Substitution) throws {
        let time = substitution.time
        try db.run(
            """
            INSERT INTO substitution (change, desk, absent, substitute, validFrom, validTo, half)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                substitution.change, substitution.desk.rawValue, substitution.absent?.rawValue,
                substitution.substitute?.rawValue, time.from.rawValue, time.to.rawValue, time.half?.rawValue,
            ])
    }

    func markUndone(change: Int64) throws {
        try db.run("UPDATE shiftChange SET undoneAt = ? WHERE id = ?", [now.milliseconds, change])
    }

    func insertPosting(_ posting: Posting) throws {
        try db.run(
            "INSERT INTO posting (desk, official, validFrom, validTo, weekdays) VALUES (?, ?, ?, ?, ?)",
            posting.values)
    }

    func deletePosting(_ posting: Posting) throws -> Bool {
        try db.run(
            """
            DELETE FROM posting WHERE id = (SELECT MIN(id) FROM posting
                WHERE desk = ? AND official = ? AND validFrom = ? AND validTo IS ? AND weekdays = ?)
            """, posting.values)
        return db.changesCount == 1
    }

    func reloadCalendar() throws { try reloadDirectory() }
}

extension Posting {
    /// As bound to the columns of its table.
    fileprivate var values: [(any Bindable)?] {
        [
            desk.rawValue, official.rawValue, from.rawValue, to?.rawValue,
            weekdays.map(String.init).joined(separator: ","),
        ]
    }
}

extension Substitution {
    /// Those that hold, in the order in which they were made.
    static func all(_ db: Database) throws -> [Substitution] {
        try db.rows(
            """
            SELECT substitution.* FROM substitution JOIN shiftChange ON shiftChange.id = change
            WHERE undoneAt IS NULL ORDER BY substitution.id
            """
        ).map(Substitution.init(row:))
    }

    fileprivate init(row: Row) throws {
        guard let from = row.dayIfAny("validFrom"), let to = row.dayIfAny("validTo") else {
            throw BrokenRow(column: "validFrom")
        }
        self.init(
            id: row["id"], change: row["change"], desk: row.id("desk"), absent: row.idIfAny("absent"),
            substitute: row.idIfAny("substitute"), time: ShiftTime(from: from, to: to, half: row.choiceIfAny("half")))
    }
}
