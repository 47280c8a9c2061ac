import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func dossierCounts(_ months: ClosedRange<Month>) throws -> [DossierCount] {
        try db.rows(
            """
            SELECT month, desk, dossiers FROM dossierCount c WHERE month BETWEEN ? AND ? AND NOT EXISTS (
                SELECT 1 FROM dossierCount later
                WHERE later.month = c.month AND later.desk = c.desk AND later.id > c.id)
            ORDER BY month, desk
            """, [months.lowerBound.rawValue, months.upperBound.rawValue]
        ).map { DossierCount(month: try $0.choice("month"), desk: $0.id("desk"), count: $0["dossiers"]) }
    }
}

extension SQLiteTransaction {
    func insertDossierCount(_ count: DossierCount) throws {
        try db.run(
            "INSERT INTO dossierCount (month, desk, dossiers, at, actor) VALUES (?, ?, ?, ?, ?)",
            [count.month.rawValue, count.desk.rawValue, count.count, now.milliseconds, actor.label])
    }
}
