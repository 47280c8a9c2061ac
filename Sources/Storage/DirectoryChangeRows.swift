import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func directoryChange(_ id: Int64) throws -> DirectoryChange? {
        try db.row("SELECT * FROM directoryChange WHERE id = ?", [id]).map(DirectoryChange.init(row:))
    }

    func directoryChanges(of thing: Thing?, limit: Int) throws -> [DirectoryChange] {
        guard let thing else {
            return try db.rows("SELECT * FROM directoryChange ORDER BY id DESC LIMIT ?", [limit])
                .map(DirectoryChange.init(row:))
        }
        return try db.rows(
            """
            SELECT directoryChange.* FROM directoryChangeThing JOIN directoryChange ON directoryChange.id = change
            WHERE directoryChangeThing.kind = ? AND thing = ? ORDER BY id DESC LIMIT ?
            """, [thing.kind, thing.id, limit]
        ).map(DirectoryChange.init(row:))
    }

    func lastRatedDay(of edit: DirectoryEdit, from day: LocalDay, since: Date?) throws -> LocalDay? {
        let columns = [
            ("unit", edit.units.map(\.id.rawValue)), ("desk", edit.desks.map(\.id.rawValue)),
            ("official", edit.officials.map(\.id.rawValue)), ("field", edit.fields.map(\.id.rawValue)),
        ].filter { !$0.1.isEmpty }
        guard !columns.isEmpty else { return nil }
        let touches = columns.map { "\($0) IN (\($1.map { _ in "?" }.joined(separator: ", ")))" }
        return try Row.fetchOne(
            db,
            sql: """
                SELECT MAX(localDay) AS day FROM rating
                WHERE localDay >= ? AND receivedAt > ? AND (\(touches.joined(separator: " OR ")))
                """,
            arguments: [day.rawValue, since?.milliseconds ?? 0] + StatementArguments(columns.flatMap(\.1))
        )?.dayIfAny("day")
    }
}

extension SQLiteTransaction {
    func insertDirectoryChange(_ change: DirectoryChange) throws -> Int64 {
        try db.run(
            """
            INSERT INTO directoryChange (kind, day, note, madeAt, actor, stateBefore, stateAfter, endedPostings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                change.kind.rawValue, change.day.rawValue, change.note, change.madeAt.milliseconds, change.actor,
                try JSON.text(change.before), try JSON.text(change.after), try JSON.text(change.endedPostings),
            ])
        let id = db.lastInsertedRowID
        for thing in change.after.things {
            try db.run(
                "INSERT INTO directoryChangeThing (kind, thing, change) VALUES (?, ?, ?)", [thing.kind, thing.id, id])
        }
        return id
    }

    func withdrawDirectoryChange(_ id: Int64, at: Date) throws {
        try db.run("UPDATE directoryChange SET withdrawnAt = ? WHERE id = ?", [at.milliseconds, id])
    }
}

extension DirectoryChange {
    fileprivate init(row: Row) throws {
        guard let day = row.dayIfAny("day") else { throw BrokenRow(column: "day") }
        self.init(
            id: row["id"], kind: try row.choice("kind"), day: day, note: row["note"], madeAt: row.date("madeAt"),
            actor: row["actor"], before: try JSON.value(row["stateBefore"]), after: try JSON.value(row["stateAfter"]),
            endedPostings: try JSON.value(row["endedPostings"]), withdrawnAt: row.dateIfAny("withdrawnAt"))
    }
}
