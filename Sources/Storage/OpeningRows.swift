import Feedback
import GRDB

extension SQLiteReading {
    func openings(days: ClosedRange<LocalDay>, scope: Scope) throws -> [ID<Desk>: Int] {
        let rows = try db.rows(
            "SELECT desk, SUM(count) AS count FROM opening WHERE localDay BETWEEN ? AND ? GROUP BY desk",
            [days.lowerBound.rawValue, days.upperBound.rawValue])
        return rows.reduce(into: [:]) { openings, row in
            let id: ID<Desk> = row.id("desk")
            if let desk = directory.desk(id), scope.contains(desk) { openings[id] = row["count"] }
        }
    }
}

extension SQLiteTransaction {
    func addOpenings(_ openings: [Opening]) throws {
        for opening in openings where opening.count > 0 {
            try db.run(
                """
                INSERT INTO opening (localDay, desk, count) VALUES (?, ?, ?)
                ON CONFLICT (localDay, desk) DO UPDATE SET count = opening.count + excluded.count
                """, [opening.day.rawValue, opening.desk.rawValue, opening.count])
        }
    }
}
