import Feedback
import GRDB

extension SQLiteReading {
    func themes(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, units: Set<ID<Unit>>?
    ) throws -> [Reason: Int] {
        var cell = cell
        cell.criterion = nil
        var condition = Condition("localDay BETWEEN ? AND ?", days.lowerBound.rawValue, days.upperBound.rawValue)
        condition.take(scope)
        condition.take(units: units)
        condition.take(cell)
        if scope != .whole { condition.add("bypassesHead = 0") }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT reason, SUM(count) AS count FROM reasonTally WHERE \(condition.sql)
                GROUP BY reason HAVING SUM(count) > 0
                """, arguments: condition.arguments)
        // A reason that is no longer asked about counts in no theme.
        return rows.reduce(into: [:]) { themes, row in
            if let reason: Reason = row.choiceIfAny("reason") { themes[reason] = row["count"] }
        }
    }
}

extension SQLiteTransaction {
    func addToThemes(_ place: TallyPlace, _ reasons: [Reason], bypassesHead: Bool, by count: Int) throws {
        for reason in reasons {
            try db.run(
                """
                INSERT INTO reasonTally (\(Database.themeKey), count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (\(Database.themeKey)) DO UPDATE SET count = reasonTally.count + excluded.count
                """,
                [
                    place.day.rawValue, place.unit.rawValue, place.desk.rawValue, place.official?.rawValue ?? "",
                    place.field?.rawValue ?? "", place.procedure?.rawValue ?? "", place.channel.rawValue,
                    place.evidence.rawValue, place.stage?.rawValue ?? "", place.questionnaire.rawValue,
                    bypassesHead ? 1 : 0, reason.rawValue, count,
                ])
        }
    }

    func rebuildThemes() throws -> Int {
        try db.execute(sql: "CREATE TEMP TABLE keptThemes AS SELECT * FROM reasonTally WHERE count <> 0")
        try db.execute(sql: "DELETE FROM reasonTally")
        try db.countThemes()
        let key = Database.themeKey
        let differing = try db.number(
            """
            SELECT COUNT(*) FROM (
                SELECT \(key) FROM (SELECT * FROM keptThemes EXCEPT SELECT * FROM reasonTally)
                UNION SELECT \(key) FROM (SELECT * FROM reasonTally EXCEPT SELECT * FROM keptThemes))
            """)
        try db.execute(sql: "DROP TABLE temp.keptThemes")
        return Int(differing ?? 0)
    }
}

extension Database {
    fileprivate static let themeKey = """
        localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire, bypassesHead, reason
        """

    /// Counts the reasons of all ratings that count, into an empty table.
    func countThemes() throws {
        try execute(
            sql: """
                INSERT INTO reasonTally (\(Self.themeKey), count)
                SELECT r.localDay, r.unit, r.desk, COALESCE(r.official, ''), COALESCE(r.field, ''),
                    COALESCE(r.procedure, ''), r.channel, r.evidence, COALESCE(r.stage, ''), r.questionnaire,
                    COALESCE(a.bypassesHead, 0), w.reason, COUNT(*)
                FROM ratingReason w JOIN rating r ON r.id = w.rating LEFT JOIN alert a ON a.rating = r.id
                WHERE r.supersededBy IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
                """)
    }
}
