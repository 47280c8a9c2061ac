import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func importDraft(_ id: Int64) throws -> ImportDraft? {
        try db.row("SELECT * FROM importDraft WHERE id = ?", [id]).map { row in
            ImportDraft(
                id: id, user: row["user"], createdAt: row.date("createdAt"), sheet: try JSON.value(row["body"]))
        }
    }
}

extension SQLiteTransaction {
    func insertImportDraft(_ sheet: ImportSheet, user: Int64) throws -> Int64 {
        try db.run(
            "INSERT INTO importDraft (user, createdAt, body) VALUES (?, ?, ?)",
            [user, now.milliseconds, try JSON.text(sheet)])
        return db.lastInsertedRowID
    }

    func deleteImportDraft(_ id: Int64) throws { try db.run("DELETE FROM importDraft WHERE id = ?", [id]) }

    func deleteImportDrafts(before: Date) throws {
        try db.run("DELETE FROM importDraft WHERE createdAt < ?", [before.milliseconds])
    }
}
