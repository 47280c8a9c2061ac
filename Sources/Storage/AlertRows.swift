import Feedback
import Foundation
import GRDB

private let openStates = CaseStep.Kind.open.map { "'\($0.rawValue)'" }.joined(separator: ", ")

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
        if onlyOpen { condition.add("step IN (\(openStates))") }
        return try fetch(condition, "ORDER BY id DESC LIMIT \(limit)")
    }

    func cases(_ filter: CaseFilter, limit: Int, offset: Int) throws -> [Alert] {
        try fetch(filter.condition, "ORDER BY \(filter.order.sql) LIMIT \(limit) OFFSET \(offset)")
    }

    func caseCount(_ filter: CaseFilter) throws -> Int {
        let condition = filter.condition
        return try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM alert WHERE \(condition.sql)", arguments: condition.arguments) ?? 0
    }

    func openAlerts(scope: Scope) throws -> (open: Int, overdue: Int) {
        let load = try caseLoad(scope: scope, dueBefore: now)
        return (load.open, load.overdue)
    }

    func casesRaised(
        _ days: ClosedRange<LocalDay>, scope: Scope, units: Set<ID<Feedback.Unit>>?
    ) throws -> CasesRaised {
        var condition = Condition(
            "raisedAt >= ? AND raisedAt < ?", days.lowerBound.start.milliseconds,
            days.upperBound.adding(days: 1).start.milliseconds)
        condition.takeAlerts(of: scope)
        if let units { condition.take(.units(units)) }
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) AS raised, COUNT(*) FILTER (WHERE step IN (\(openStates))) AS open,
                    COUNT(*) FILTER (WHERE step IN (\(openStates)) AND dueAt < ?) AS overdue
                FROM alert WHERE \(condition.sql)
                """, arguments: [now.milliseconds] + condition.arguments)
        return CasesRaised(all: row?["raised"] ?? 0, open: row?["open"] ?? 0, overdue: row?["overdue"] ?? 0)
    }

    func caseLoad(scope: Scope, dueBefore: Date) throws -> CaseLoad {
        var condition = Condition("step IN (\(openStates))")
        condition.takeAlerts(of: scope)
        let marks: StatementArguments = [now.milliseconds, now.milliseconds, dueBefore.milliseconds]
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) AS open, COUNT(*) FILTER (WHERE step = 'opened') AS unacknowledged,
                    COUNT(*) FILTER (WHERE dueAt < ?) AS overdue,
                    COUNT(*) FILTER (WHERE dueAt >= ? AND dueAt < ?) AS dueToday,
                    COUNT(*) FILTER (WHERE step = 'returned') AS returned
                FROM alert WHERE \(condition.sql)
                """, arguments: marks + condition.arguments)
        return CaseLoad(
            open: row?["open"] ?? 0, unacknowledged: row?["unacknowledged"] ?? 0, overdue: row?["overdue"] ?? 0,
            dueToday: row?["dueToday"] ?? 0, returned: row?["returned"] ?? 0)
    }

    func silentCases(since: Date, limit: Int) throws -> [Alert] {
        let silent = Condition(
            """
            step = 'answered' AND (
                SELECT MAX(at) FROM caseStep WHERE caseStep.alert = alert.id AND kind IN ('answered', 'said')) < ?
            """, since.milliseconds)
        return try fetch(silent, "ORDER BY id LIMIT \(limit)")
    }

    fileprivate func fetch(_ condition: Condition, _ rest: String) throws -> [Alert] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM alert WHERE \(condition.sql) \(rest)", arguments: condition.arguments
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
}

extension CaseFilter {
    fileprivate var condition: Condition {
        var condition = Condition("1 = 1")
        condition.takeAlerts(of: scope)
        if let states {
            condition.add("step IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))")
        }
        if let unit { condition.add("unit = ?", unit.rawValue) }
        if let category { condition.add("category = ?", category.rawValue) }
        if let handler {
            condition.add(
                """
                (handler = ? OR handler IS NULL AND EXISTS (SELECT 1 FROM caseStep WHERE caseStep.alert = alert.id
                    AND actor = ? AND kind IN ('acknowledged', 'handling', 'answered')))
                """, handler, Actor.user(handler).label)
        }
        if let dueBefore { condition.add("step IN (\(openStates)) AND dueAt < ?", dueBefore.milliseconds) }
        if let raisedBefore { condition.add("raisedAt < ?", raisedBefore.milliseconds) }
        return condition
    }
}

extension CaseFilter.Order {
    fileprivate var sql: String {
        switch self {
        case .dueFirst: "step NOT IN (\(openStates)), CASE WHEN step IN (\(openStates)) THEN dueAt END, id DESC"
        case .oldestFirst: "id"
        case .newestFirst: "id DESC"
        }
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
            bypassesHead: row["bypassesHead"] == 1, headName: row["headName"], step: try row.choice("step"),
            handler: row["handler"])
    }
}
