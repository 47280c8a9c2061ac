import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func reportTexts(of subject: ReportSubject) throws -> [ReportText] {
        try db.rows(
            "SELECT * FROM reportText WHERE period = ? AND COALESCE(unit, '') = COALESCE(?, '') ORDER BY id",
            subject.key
        ).map { row in
            ReportText(
                section: try row.choice("section"), at: row.date("at"), actor: row["actor"], body: row["body"])
        }
    }

    func reportEditions(of subject: ReportSubject) throws -> [ReportEdition] {
        try db.rows(
            "SELECT * FROM reportEdition WHERE period = ? AND COALESCE(unit, '') = COALESCE(?, '') ORDER BY number",
            subject.key
        ).map { row in
            ReportEdition(
                id: row["id"], subject: subject, number: row["number"], at: row.date("at"), actor: row["actor"],
                snapshot: row["snapshot"], figures: try JSON.value(row["figures"]),
                form: try (row["form"] as String?).map { try JSON.value($0) }, reason: row["reason"],
                seal: JournalSeal(line: row["line"], hash: row.bytes("hash")))
        }
    }

    func reportStates(of periods: [String]) throws -> [ReportState] {
        let marks = periods.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            db,
            sql: """
                SELECT period, unit, SUM(texts) AS texts, SUM(editions) AS editions, MAX(at) AS at FROM (
                    SELECT period, unit, 1 AS texts, 0 AS editions, NULL AS at FROM reportText
                    WHERE period IN (\(marks))
                    UNION ALL SELECT period, unit, 0, 1, at FROM reportEdition WHERE period IN (\(marks)))
                GROUP BY period, unit
                """, arguments: StatementArguments(periods + periods)
        ).map { row in
            guard let period = Period(rawValue: row["period"]) else { throw BrokenRow(column: "period") }
            return ReportState(
                subject: try ReportSubject(period: period, unit: row.idIfAny("unit")),
                hasTexts: (row["texts"] as Int) > 0, editions: row["editions"], lastFrozen: row.dateIfAny("at"))
        }
    }

    func publicity(of periods: [Period]) throws -> [Period: Publicity] {
        let marks = periods.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.period, COUNT(*) FILTER (WHERE e.publication IS NULL) AS open
                FROM publication p LEFT JOIN publicationEnd e ON e.publication = p.id
                WHERE p.period IN (\(marks)) GROUP BY p.period
                """, arguments: StatementArguments(periods.map(\.rawValue)))
        return try rows.reduce(into: [:]) { found, row in
            guard let period = Period(rawValue: row["period"]) else { throw BrokenRow(column: "period") }
            found[period] = (row["open"] as Int) > 0 ? .inForce : .withdrawn
        }
    }

    /// The first answer and the first deadline count; a citizen's return moves the deadline of the case, not of these.
    func caseOutcomes(days: ClosedRange<LocalDay>, scope: Scope, asOf: Date) throws -> [CaseOutcome] {
        var condition = Condition(
            "raisedAt >= ? AND raisedAt < ?", days.lowerBound.start.milliseconds,
            days.upperBound.adding(days: 1).start.milliseconds)
        condition.take(scope)
        if scope != .whole { condition.add("bypassesHead = 0") }
        let until = asOf.milliseconds
        let steps = "FROM caseStep s WHERE s.alert = a.id AND s.at <= \(until)"
        return try Row.fetchAll(
            db,
            sql: """
                SELECT unit, category, COUNT(*) AS raised,
                    COUNT(*) FILTER (WHERE answeredAt <= due) AS inTime,
                    COUNT(*) FILTER (WHERE answeredAt > due) AS late,
                    COUNT(*) FILTER (WHERE answeredAt IS NULL) AS waiting,
                    COUNT(*) FILTER (WHERE answeredAt IS NULL AND due < \(until)) AS overdue,
                    COUNT(*) FILTER (WHERE finding = 'confirmed') AS confirmed,
                    COUNT(*) FILTER (WHERE finding = 'unfounded') AS unfounded,
                    COUNT(*) FILTER (WHERE finding = 'unclear') AS unclear,
                    COUNT(*) FILTER (WHERE measures > 0) AS measures,
                    COUNT(*) FILTER (WHERE returned > 0) AS returned
                FROM (
                    SELECT a.unit, a.category,
                        (SELECT MIN(s.at) \(steps) AND s.kind = 'answered') AS answeredAt,
                        COALESCE(
                            (SELECT s.dueAt \(steps) AND s.kind = 'opened' ORDER BY s.id LIMIT 1), a.dueAt) AS due,
                        (SELECT s.finding \(steps) AND s.kind = 'answered' ORDER BY s.id DESC LIMIT 1) AS finding,
                        (SELECT COUNT(s.measure) \(steps)) AS measures,
                        (SELECT COUNT(*) \(steps) AND s.kind = 'returned') AS returned
                    FROM alert a WHERE \(condition.sql))
                GROUP BY unit, category ORDER BY unit, category
                """, arguments: condition.arguments
        ).map(CaseOutcome.init(row:))
    }

    func lastReportReminder() throws -> Month? {
        try db.row("SELECT MAX(month) AS month FROM reportReminder").flatMap { row in
            (row["month"] as String?).flatMap(Month.init(rawValue:))
        }
    }
}

extension SQLiteTransaction {
    func insertReportText(_ text: ReportText, into subject: ReportSubject) throws {
        try db.run(
            "INSERT INTO reportText (period, unit, section, at, actor, body) VALUES (?, ?, ?, ?, ?, ?)",
            [
                subject.period.rawValue, subject.unit?.rawValue, text.section.rawValue, text.at.milliseconds,
                text.actor, text.body,
            ])
    }

    func insertReportEdition(_ edition: ReportEdition) throws -> Int64 {
        try db.run(
            """
            INSERT INTO reportEdition (period, unit, number, at, actor, snapshot, figures, form, reason, line, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                edition.subject.period.rawValue, edition.subject.unit?.rawValue, edition.number,
                edition.at.milliseconds, edition.actor, edition.snapshot, try edition.figures.canonical,
                try edition.form.map { try JSON.text($0) }, edition.reason, edition.seal.line, edition.seal.hash,
            ])
        return db.lastInsertedRowID
    }

    func insertReportReminder(of month: Month, mails: Int) throws {
        try db.run(
            "INSERT INTO reportReminder (month, at, mails) VALUES (?, ?, ?)",
            [month.rawValue, now.milliseconds, mails])
    }
}

extension ReportSubject {
    fileprivate var key: StatementArguments { [period.rawValue, unit?.rawValue] }
}

extension CaseOutcome {
    fileprivate init(row: Row) {
        self.init(unit: row["unit"], category: row["category"])
        raised = row["raised"]
        inTime = row["inTime"]
        late = row["late"]
        waiting = row["waiting"]
        overdue = row["overdue"]
        confirmed = row["confirmed"]
        unfounded = row["unfounded"]
        unclear = row["unclear"]
        measures = row["measures"]
        returned = row["returned"]
    }
}
