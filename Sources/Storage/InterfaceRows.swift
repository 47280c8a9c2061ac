import Feedback
import Foundation
import GRDB

private let openStates = CaseStep.Kind.open.map { "'\($0.rawValue)'" }.joined(separator: ", ")

extension SQLiteReading {
    func accessToken(hash: [UInt8]) throws -> AccessToken? {
        try db.row("SELECT * FROM accessToken WHERE tokenHash = ?", [Data(hash)]).map(token)
    }

    func accessTokens() throws -> [AccessToken] {
        let today = LocalDay(now)
        let all = try db.rows("SELECT * FROM accessToken ORDER BY id DESC").map(token)
        return all.filter { $0.isInForce(on: today) } + all.filter { !$0.isInForce(on: today) }
    }

    func ratingExports(limit: Int) throws -> [RatingExport] {
        try db.rows("SELECT * FROM ratingExport ORDER BY id DESC LIMIT ?", [limit]).map { row in
            guard let first = row.dayIfAny("firstDay"), let last = row.dayIfAny("lastDay") else {
                throw BrokenRow(column: "firstDay")
            }
            return RatingExport(
                id: row["id"], at: row.date("at"), user: row["user"], days: first...last, purpose: row["purpose"],
                withOfficials: row["officials"] == 1, withComments: row["comments"] == 1, lines: row["lines"])
        }
    }

    /// The deadline is the first one: an answer that was given back does not become one in time.
    func caseCounts(days: ClosedRange<LocalDay>, scope: Scope) throws -> [ID<Feedback.Unit>: CaseCounts] {
        var condition = Condition(
            "raisedAt >= ? AND raisedAt < ?", days.lowerBound.start.milliseconds,
            days.upperBound.adding(days: 1).start.milliseconds)
        condition.take(scope)
        if scope != .whole { condition.add("bypassesHead = 0") }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT unit, COUNT(*) AS raised, COUNT(answeredAt) AS answered,
                    COUNT(*) FILTER (WHERE answeredAt <= firstDue) AS onTime,
                    COUNT(*) FILTER (WHERE answeredAt IS NOT NULL OR firstDue < ?) AS due,
                    COUNT(*) FILTER (WHERE step IN (\(openStates))) AS open, SUM(wasReturned) AS returned
                FROM (
                    SELECT unit, step,
                        (SELECT MIN(at) FROM caseStep s WHERE s.alert = alert.id AND s.kind = 'answered') AS answeredAt,
                        COALESCE(
                            (SELECT MIN(s.dueAt) FROM caseStep s WHERE s.alert = alert.id AND s.kind = 'opened'), dueAt)
                            AS firstDue,
                        EXISTS (SELECT 1 FROM caseStep s WHERE s.alert = alert.id AND s.kind = 'returned') AS wasReturned
                    FROM alert WHERE \(condition.sql)) AS cases
                GROUP BY unit
                """, arguments: [now.milliseconds] + condition.arguments)
        return Dictionary(
            rows.map { row in
                (
                    row.id("unit"),
                    CaseCounts(
                        raised: row["raised"], answered: row["answered"], onTime: row["onTime"], due: row["due"],
                        open: row["open"], returned: row["returned"])
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    private func token(_ row: Row) throws -> AccessToken {
        let id: Int64 = row["id"]
        guard let lastDay = row.dayIfAny("lastDay") else { throw BrokenRow(column: "lastDay") }
        let reaches: [TokenReach] = try db.rows("SELECT reach FROM tokenReach WHERE token = ?", [id]).compactMap {
            $0.choiceIfAny("reach")
        }
        return AccessToken(
            id: id, name: row["name"], reaches: Set(reaches), unit: row.idIfAny("unit"), madeAt: row.date("madeAt"),
            madeBy: row["madeBy"], lastDay: lastDay, usedAt: row.dateIfAny("usedAt"),
            revokedAt: row.dateIfAny("revokedAt"))
    }
}

extension SQLiteTransaction {
    func insertAccessToken(_ token: AccessToken, hash: [UInt8]) throws -> Int64 {
        try db.run(
            "INSERT INTO accessToken (tokenHash, name, unit, madeAt, madeBy, lastDay) VALUES (?, ?, ?, ?, ?, ?)",
            [hash, token.name, token.unit?.rawValue, token.madeAt.milliseconds, token.madeBy, token.lastDay.rawValue])
        let id = db.lastInsertedRowID
        for reach in TokenReach.allCases where token.reaches.contains(reach) {
            try db.run("INSERT INTO tokenReach (token, reach) VALUES (?, ?)", [id, reach.rawValue])
        }
        return id
    }

    func setUsed(_ at: Date, ofToken id: Int64) throws {
        try db.run("UPDATE accessToken SET usedAt = ? WHERE id = ?", [at.milliseconds, id])
    }

    func setRevoked(_ at: Date, ofToken id: Int64) throws {
        try db.run("UPDATE accessToken SET revokedAt = ? WHERE id = ?", [at.milliseconds, id])
    }

    func insertRatingExport(_ export: RatingExport) throws -> Int64 {
        try db.run(
            """
            INSERT INTO ratingExport (at, user, firstDay, lastDay, purpose, officials, comments, lines)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                export.at.milliseconds, export.user, export.days.lowerBound.rawValue, export.days.upperBound.rawValue,
                export.purpose, export.withOfficials ? 1 : 0, export.withComments ? 1 : 0, export.lines,
            ])
        return db.lastInsertedRowID
    }
}
