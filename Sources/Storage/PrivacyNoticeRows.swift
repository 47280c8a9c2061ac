import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func privacyNotices() throws -> [PrivacyNotice] { try PrivacyNotice.all(db) }
}

extension SQLiteTransaction {
    func insertPrivacyNotice(_ notice: PrivacyNotice) throws {
        try db.run(
            "INSERT INTO notice (id, since, actor, hash, body, source) VALUES (?, ?, ?, ?, ?, ?)",
            [
                notice.id, notice.since.milliseconds, notice.actor, notice.hash, try JSON.text(notice.text),
                try notice.source.map { try JSON.text($0) },
            ])
        try reloadDirectory()
    }
}

extension PrivacyNotice {
    /// Oldest first.
    static func all(_ db: Database) throws -> [PrivacyNotice] {
        try db.rows("SELECT * FROM notice ORDER BY id").map { row in
            PrivacyNotice(
                id: row["id"], since: row.date("since"), actor: row["actor"], text: try JSON.value(row["body"]),
                source: try (row["source"] as String?).map { try JSON.value($0) }, hash: row["hash"])
        }
    }
}
