import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func alarms(_ filter: AlarmFilter, limit: Int) throws -> [Alarm] {
        try fetch(filter.condition, limit: limit)
    }

    func alarm(_ id: Int64, scope: Scope) throws -> Alarm? {
        var condition = AlarmFilter(scope: scope).condition
        condition.add("id = ?", id)
        return try fetch(condition, limit: 1).first
    }

    private func fetch(_ condition: Condition, limit: Int) throws -> [Alarm] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM alarm WHERE \(condition.sql) ORDER BY lastDay DESC, id DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { row in
            var alarm = try Alarm(row: row)
            alarm.steps = try db.rows("SELECT * FROM alarmStep WHERE alarm = ? ORDER BY id", [alarm.id]).map { step in
                AlarmStep(
                    kind: try step.choice("kind"), at: step.date("at"), actor: step["actor"], note: step["note"])
            }
            return alarm
        }
    }
}

extension SQLiteTransaction {
    func insertAlarm(_ alarm: Alarm) throws -> Int64 {
        try db.run(
            """
            INSERT INTO alarm (desk, official, unit, raisedAt, firstRating, lastRating, firstDay, lastDay, n, negatives)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                alarm.subject.desk?.rawValue, alarm.subject.official?.rawValue, alarm.unit.rawValue,
                alarm.raisedAt.milliseconds,
                alarm.firstRating, alarm.lastRating, alarm.firstDay.rawValue, alarm.lastDay.rawValue, alarm.n,
                alarm.negatives,
            ])
        return db.lastInsertedRowID
    }

    func insertAlarmStep(_ step: AlarmStep, alarm: Int64) throws {
        try db.run(
            "INSERT INTO alarmStep (alarm, kind, at, actor, note) VALUES (?, ?, ?, ?, ?)",
            [alarm, step.kind.rawValue, step.at.milliseconds, step.actor, step.note])
    }
}

extension AlarmFilter {
    fileprivate var condition: Condition {
        var condition = Condition("1 = 1")
        // Over desks alone one sees no alarm about an official: it is about no desk in particular.
        condition.take(scope)
        if let desk = subject?.desk { condition.add("desk = ?", desk.rawValue) }
        if let official = subject?.official { condition.add("official = ?", official.rawValue) }
        if onlyOpen { condition.add("NOT EXISTS (SELECT 1 FROM alarmStep WHERE alarmStep.alarm = alarm.id)") }
        if let since { condition.add("lastDay >= ?", since.rawValue) }
        return condition
    }
}

extension Alarm {
    fileprivate init(row: Row) throws {
        guard let first = row.dayIfAny("firstDay"), let last = row.dayIfAny("lastDay") else {
            throw BrokenRow(column: "firstDay")
        }
        let subject = row.idIfAny("desk").map(Watched.desk) ?? row.idIfAny("official").map(Watched.official)
        guard let subject else { throw BrokenRow(column: "desk") }
        self.init(
            id: row["id"], subject: subject, unit: row.id("unit"), raisedAt: row.date("raisedAt"),
            firstRating: row["firstRating"], lastRating: row["lastRating"], firstDay: first, lastDay: last,
            n: row["n"], negatives: row["negatives"])
    }
}
