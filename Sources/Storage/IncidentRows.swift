import Feedback
import Foundation
import GRDB

/// The state of an incident is its steps, what is known of it the newest row of facts.
private let incidentWithState = """
    SELECT i.id, i.detectedAt, f.what, f.foundBy, f.data, f.people, f.consequences, f.measures,
        (SELECT MIN(happenedAt) FROM incidentStep s WHERE s.incident = i.id AND s.kind = 'notifiedAuthority')
            AS notifiedAt,
        EXISTS (SELECT 1 FROM incidentStep s WHERE s.incident = i.id AND s.kind = 'noNotice') AS needsNoNotice,
        (SELECT at FROM incidentStep s WHERE s.incident = i.id AND s.kind = 'closed') AS closedAt
    FROM incident i
    JOIN incidentFacts f ON f.id = (SELECT MAX(id) FROM incidentFacts WHERE incident = i.id)
    """

extension SQLiteReading {
    func incident(_ id: Int64) throws -> Incident? {
        try db.row("\(incidentWithState) WHERE i.id = ?", [id]).map(Incident.init(row:))
    }

    func incidents() throws -> [Incident] {
        let all = try db.rows("\(incidentWithState) ORDER BY i.detectedAt, i.id").map(Incident.init(row:))
        return all.filter(\.isOpen) + all.filter { !$0.isOpen }.reversed()
    }

    func incidentSteps(of incident: Int64) throws -> [IncidentStep] {
        try db.rows("SELECT * FROM incidentStep WHERE incident = ? ORDER BY id", [incident]).map { row in
            IncidentStep(
                incident: incident, kind: try row.choice("kind"), at: row.date("at"),
                happenedAt: row.date("happenedAt"), actor: row["actor"], text: row["text"])
        }
    }
}

extension SQLiteTransaction {
    func insertIncident(detectedAt: Date) throws -> Int64 {
        try db.run("INSERT INTO incident (detectedAt) VALUES (?)", [detectedAt.milliseconds])
        return db.lastInsertedRowID
    }

    func insertIncidentFacts(_ facts: IncidentFacts, of incident: Int64, at: Date, actor: String) throws {
        try db.run(
            """
            INSERT INTO incidentFacts (incident, at, actor, what, foundBy, data, people, consequences, measures)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                incident, at.milliseconds, actor, facts.what, facts.foundBy, facts.data, facts.people,
                facts.consequences, facts.measures,
            ])
    }

    func insertIncidentStep(_ step: IncidentStep) throws {
        try db.run(
            "INSERT INTO incidentStep (incident, kind, at, happenedAt, actor, text) VALUES (?, ?, ?, ?, ?, ?)",
            [
                step.incident, step.kind.rawValue, step.at.milliseconds, step.happenedAt.milliseconds, step.actor,
                step.text,
            ])
    }
}

extension Incident {
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], detectedAt: row.date("detectedAt"),
            facts: IncidentFacts(
                what: row["what"], foundBy: row["foundBy"], data: row["data"], people: row["people"],
                consequences: row["consequences"], measures: row["measures"]),
            notifiedAt: row.dateIfAny("notifiedAt"), needsNoNotice: row["needsNoNotice"] == 1,
            closedAt: row.dateIfAny("closedAt"))
    }
}
