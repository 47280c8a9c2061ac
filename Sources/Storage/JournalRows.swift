import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func entries(after id: Int64, kinds: [Entry.Kind], limit: Int) throws -> [Entry] {
        let names = kinds.isEmpty ? "" : "AND kind IN (\(kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
        return try db.rows("SELECT * FROM entry WHERE id > ? \(names) ORDER BY id LIMIT ?", [id, limit])
            .map(Entry.init(row:))
    }

    func entry(id: Int64) throws -> Entry? {
        try db.row("SELECT * FROM entry WHERE id = ?", [id]).map(Entry.init(row:))
    }

    func entries(_ filter: EntryFilter, before: Int64?, limit: Int) throws -> [Entry] {
        var conditions: [String] = []
        var values: [(any DatabaseValueConvertible)?] = []
        func ask(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        ask("id < ?", before)
        ask("kind = ?", filter.kind?.rawValue)
        ask("actor = ?", filter.actor)
        ask("subject = ?", filter.subject)
        ask("at >= ?", filter.from?.start.milliseconds)
        ask("at < ?", filter.to?.adding(days: 1).start.milliseconds)
        let rule = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try db.rows(
            "SELECT * FROM entry \(rule) ORDER BY id DESC LIMIT ?", StatementArguments(values + [limit])
        ).map(Entry.init(row:))
    }

    func lastEntryID() throws -> Int64 { try db.number("SELECT MAX(id) FROM entry") ?? 0 }
}

extension SQLiteTransaction {
    func appendEntry(_ kind: Entry.Kind, subject: String, details: String) throws {
        let entry = Entry(
            id: group.tail.id + 1, at: now, actor: actor.label, kind: kind.rawValue, subject: subject,
            details: details, after: group.tail.hash)
        try db.run(
            "INSERT INTO entry (id, at, actor, kind, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                entry.id, entry.at.milliseconds, entry.actor, entry.kind, entry.subject, entry.details,
                entry.hash,
            ])
        group.tail = JournalTail(id: entry.id, hash: entry.hash)
    }
}

extension JournalTail {
    init(_ db: Database) throws {
        guard let row = try db.row("SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1") else { return }
        id = row["id"]
        hash = row.bytes("hash")
    }
}

extension Entry {
    init(row: Row) {
        self.init(
            id: row["id"], at: row.date("at"), actor: row["actor"], kind: row["kind"], subject: row["subject"],
            details: row["details"], hash: row.bytes("hash"))
    }
}
