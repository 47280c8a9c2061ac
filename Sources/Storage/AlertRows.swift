import Feedback
import Foundation
import GRDB

/// The state of a case is its last step.
private let alertWithStep = """
    SELECT alert.*, (SELECT kind FROM caseStep WHERE caseStep.alert = alert.id ORDER BY id DESC LIMIT 1) AS step
    FROM alert
    """

extension SQLiteReading {
    func alert(_ id: Int64, scope: Scope) throws -> Alert? {
        var condition = Condition("id = ?", id)
        condition.takeAlerts(of: scope)
        return try fetch(condition, "").first
    }

    func alert(ofRating id: Int64) throws -> Alert? { try fetch(Condition("rating = ?", id), "").first }

    func alerts(scope: Scope, onlyOpen: Bool, limit: Int) throws -> [Alert] {
        var condition = Condition("1 = 1")
        condition.takeAlerts(of: scope)
        if onlyOpen { condition.add("step IN ('opened', 'acknowledged')") }
        return try fetch(condition, "ORDER BY id DESC LIMIT \(limit)")
    }

    func openAlerts(scope: Scope) throws -> (open: Int, overdue: Int) {
        var condition = Condition("step IN ('opened', 'acknowledged')")
        condition.takeAlerts(of: scope)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) AS open, COUNT(*) FILTER (WHERE dueAt < ?) AS overdue
                FROM (\(alertWithStep)) AS alerts WHERE \(condition.sql)
                """, arguments: [now.milliseconds] + condition.arguments)
        return (row?["open"] ?? 0, row?["overdue"] ?? 0)
    }

    func caseSteps(of alert: Int64) throws -> [CaseStep] {
        try db.rows("SELECT * FROM caseStep WHERE alert = ? ORDER BY id", [alert]).map { row in
            CaseStep(
                alert: alert, kind: try row.choice("kind"), at: row.date("at"), actor: row["actor"], text: row["text"])
        }
    }

    fileprivate func fetch(_ condition: Condition, _ rest: String) throws -> [Alert] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM (\(alertWithStep)) AS alerts WHERE \(condition.sql) \(rest)",
            arguments: condition.arguments
        ).map(Alert.init(row:))
    }
}

extension SQLiteReading {
    func alerts(inMail id: Int64) throws -> [Alert] {
        try fetch(Condition("id IN (SELECT alert FROM mailAlert WHERE mail = ?)", id), "ORDER BY id")
    }
}

extension SQLiteTransaction {
    func insertAlert(_ alert: Alert) throws -> Int64 {
        try db.run(
            """
            INSERT INTO alert (rating, desk, unit, category, raisedAt, dueAt, bypassesHead, headName)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                alert.rating, alert.desk.rawValue, alert.unit.rawValue, alert.category.rawValue,
                alert.raisedAt.milliseconds, alert.dueAt.milliseconds, alert.bypassesHead ? 1 : 0, alert.headName,
            ])
        return db.lastInsertedRowID
    }

    func insertCaseStep(_ step: CaseStep) throws {
        try db.run(
            "INSERT INTO caseStep (alert, kind, at, actor, text) VALUES (?, ?, ?, ?, ?)",
            [step.alert, step.kind.rawValue, step.at.milliseconds, step.actor, step.text])
    }
}

extension Condition {
    /// A head sees the cases of the units in scope, except those that were raised past the head.
    fileprivate mutating func takeAlerts(of scope: Scope) {
        take(scope)
        if scope != .whole { add("bypassesHead = 0") }
    }
}

extension Alert {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"], rating: row["rating"], desk: row.id("desk"), unit: row.id("unit"),
            category: row.id("category"), raisedAt: row.date("raisedAt"), dueAt: row.date("dueAt"),
            bypassesHead: row["bypassesHead"] == 1, headName: row["headName"], step: try row.choice("step"))
    }
}
