import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func savedView(_ id: Int64) throws -> SavedView? {
        try db.row("SELECT * FROM savedView WHERE id = ?", [id]).map(SavedView.init(row:))
    }

    func savedViews(of user: Int64) throws -> [SavedView] {
        try db.rows("SELECT * FROM savedView WHERE user = ? ORDER BY name", [user]).map(SavedView.init(row:))
    }
}

extension SQLiteTransaction {
    func insertSavedView(user: Int64, name: String, period: String, query: String) throws -> Int64 {
        try db.run(
            "INSERT INTO savedView (user, name, period, query, madeAt) VALUES (?, ?, ?, ?, ?)",
            [user, name, period, query, now.milliseconds])
        return db.lastInsertedRowID
    }

    func deleteSavedView(_ id: Int64) throws { try db.run("DELETE FROM savedView WHERE id = ?", [id]) }
}

extension SavedView {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"], user: row["user"], name: row["name"], period: try row.choice("period"), query: row["query"],
            madeAt: row.date("madeAt"))
    }
}
