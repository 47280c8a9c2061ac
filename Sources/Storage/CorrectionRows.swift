import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func attributions(desk: ID<Desk>, day: LocalDay) throws -> [Attribution] {
        try db.rows(
            """
            SELECT rating.id, rating.official, rating.unit, localHour, supersededBy, alert.id AS alert
            FROM rating LEFT JOIN alert ON alert.rating = rating.id
            WHERE rating.desk = ? AND localDay = ? ORDER BY rating.id
            """, [desk.rawValue, day.rawValue]
        ).map { row in
            Attribution(
                rating: row["id"], official: row.idIfAny("official"), unit: row.id("unit"),
                half: DayHalf(hour: row["localHour"]), counts: (row["supersededBy"] as Int64?) == nil,
                hasAlert: (row["alert"] as Int64?) != nil)
        }
    }

    func correction(_ id: Int64) throws -> DutyCorrection? {
        try db.row("SELECT * FROM dutyCorrection WHERE id = ?", [id]).map(DutyCorrection.init(row:))
    }

    func correction(ofChange id: Int64) throws -> DutyCorrection? {
        try db.row("SELECT * FROM dutyCorrection WHERE change = ?", [id]).map(DutyCorrection.init(row:))
    }

    func corrections(desks: Set<ID<Desk>>, limit: Int) throws -> [DutyCorrection] {
        var found: [DutyCorrection] = []
        for row in try db.rows("SELECT * FROM dutyCorrection ORDER BY id DESC") where desks.contains(row.id("desk")) {
            found.append(try DutyCorrection(row: row))
            if found.count == limit { break }
        }
        return found
    }

    func correctedRatings(_ correction: Int64) throws -> [CorrectedRating] {
        try db.rows("SELECT * FROM correctedRating WHERE correction = ? ORDER BY rating", [correction]).map { row in
            CorrectedRating(rating: row["rating"], official: row.idIfAny("official"), unit: row.id("unit"))
        }
    }

    func lastCorrection(ofRating id: Int64) throws -> Int64? {
        try db.number(
            """
            SELECT MAX(dutyCorrection.id) FROM correctedRating JOIN dutyCorrection ON dutyCorrection.id = correction
            WHERE rating = ? AND undoneAt IS NULL
            """, [id])
    }
}

extension SQLiteTransaction {
    func insertCorrection(_ correction: DutyCorrection) throws -> Int64 {
        try db.run(
            """
            INSERT INTO dutyCorrection (desk, localDay, half, wasOfficial, isOfficial, reason, note, moved, change, at,
                actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                correction.desk.rawValue, correction.day.rawValue, correction.half?.rawValue,
                correction.was?.rawValue, correction.is?.rawValue, correction.reason.rawValue, correction.note,
                correction.moved, correction.change, now.milliseconds, actor.label,
            ])
        return db.lastInsertedRowID
    }

    func insertCorrectedRating(_ rating: CorrectedRating, correction: Int64) throws {
        try db.run(
            "INSERT INTO correctedRating (correction, rating, official, unit) VALUES (?, ?, ?, ?)",
            [correction, rating.rating, rating.official?.rawValue, rating.unit.rawValue])
    }

    func markUndone(correction: Int64) throws {
        try db.run("UPDATE dutyCorrection SET undoneAt = ? WHERE id = ?", [now.milliseconds, correction])
    }

    func attribute(rating: Int64, to official: ID<Official>?, unit: ID<Feedback.Unit>) throws {
        try db.run(
            "UPDATE rating SET official = ?, unit = ? WHERE id = ?", [official?.rawValue, unit.rawValue, rating])
    }
}

extension DutyCorrection {
    fileprivate init(row: Row) throws {
        guard let day = row.dayIfAny("localDay") else { throw BrokenRow(column: "localDay") }
        self.init(
            id: row["id"], desk: row.id("desk"), day: day, half: row.choiceIfAny("half"),
            was: row.idIfAny("wasOfficial"), is: row.idIfAny("isOfficial"), reason: try row.choice("reason"),
            note: row["note"], moved: row["moved"], change: row["change"], at: row.date("at"), actor: row["actor"],
            undoneAt: row.dateIfAny("undoneAt"))
    }
}
