import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func watchCursor() throws -> WatchCursor {
        try db.row("SELECT through, turn FROM watchCursor").map {
            WatchCursor(through: $0["through"], turn: $0["turn"])
        } ?? WatchCursor()
    }

    func watchStates() throws -> [Watched: WatchState] {
        var states: [Watched: WatchState] = [:]
        for row in try db.rows("SELECT * FROM watchState") {
            states[try Watched(row: row)] = WatchState(
                sum: row["sum"], firstRating: row["firstRating"], firstDay: row.dayIfAny("firstDay"), n: row["n"],
                negatives: row["negatives"], restartFrom: row["restartFrom"])
        }
        return states
    }

    func observations(after: Int64, through: Int64?, of subject: Watched?, limit: Int) throws -> [Observation] {
        var condition = Condition("id > ? AND supersededBy IS NULL", after)
        if let through { condition.add("id <= ?", through) }
        switch subject {
        case nil: break
        case .desk(let desk): condition.add("desk = ?", desk.rawValue)
        case .official(let official): condition.add("official = ?", official.rawValue)
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, localDay, desk, official, questionnaire FROM rating WHERE \(condition.sql)
                ORDER BY id LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map(observation)
    }

    func replacedObservations(through: Int64, by last: Int64) throws -> [Observation] {
        try db.rows(
            """
            SELECT id, localDay, desk, official, questionnaire FROM rating
            WHERE supersededBy > ? AND supersededBy <= ? AND id <= ?
            """, [through, last, through]
        ).map(observation)
    }

    private func observation(_ row: Row) throws -> Observation {
        guard let day = row.dayIfAny("localDay") else { throw BrokenRow(column: "localDay") }
        return Observation(
            rating: row["id"], day: day, desk: row.id("desk"), official: row.idIfAny("official"),
            isNegative: try lowest(of: row["id"], row.id("questionnaire")).map { $0 <= 2 })
    }

    /// The level on the question that makes the headline; without such a question, the lowest level given.
    private func lowest(of rating: Int64, _ version: QuestionnaireVersion) throws -> Int64? {
        guard let overall = directory.questionnaire(version)?.overall else {
            return try db.number("SELECT MIN(level) FROM answer WHERE rating = ?", [rating])
        }
        return try db.number(
            "SELECT level FROM answer WHERE rating = ? AND criterion = ?", [rating, overall.rawValue])
    }
}

extension Database {
    func keepWatchCursor(_ cursor: WatchCursor) throws {
        try run(
            """
            INSERT INTO watchCursor (id, through, turn) VALUES (1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET through = excluded.through, turn = excluded.turn
            """, [cursor.through, cursor.turn])
    }
}

extension SQLiteTransaction {
    func keepWatchCursor(_ cursor: WatchCursor) throws { try db.keepWatchCursor(cursor) }

    func keepWatchState(_ state: WatchState, of subject: Watched) throws {
        try db.run(
            """
            INSERT INTO watchState (kind, subject, sum, firstRating, firstDay, n, negatives, restartFrom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, subject) DO UPDATE SET sum = excluded.sum, firstRating = excluded.firstRating,
                firstDay = excluded.firstDay, n = excluded.n, negatives = excluded.negatives,
                restartFrom = excluded.restartFrom
            """,
            [
                subject.kind, subject.id, state.sum, state.firstRating, state.firstDay?.rawValue, state.n,
                state.negatives, state.restartFrom,
            ])
    }
}

extension Watched {
    init(row: Row) throws {
        guard let subject = Watched(kind: row["kind"], id: row["subject"]) else { throw BrokenRow(column: "kind") }
        self = subject
    }
}
