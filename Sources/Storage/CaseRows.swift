import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func caseSteps(of alert: Int64) throws -> [CaseStep] {
        try db.rows("SELECT * FROM caseStep WHERE alert = ? ORDER BY id", [alert]).map { row in
            CaseStep(
                alert: alert, kind: try row.choice("kind"), at: row.date("at"), actor: row["actor"], text: row["text"],
                finding: row.choiceIfAny("finding"), measure: row["measure"], handler: row["handler"],
                dueAt: row.dateIfAny("dueAt"))
        }
    }

    func caseOpenings(of alert: Int64) throws -> [CaseOpening] {
        try db.rows("SELECT * FROM caseOpening WHERE alert = ? ORDER BY at, user", [alert])
            .map { CaseOpening(user: $0["user"], at: $0.date("at")) }
    }
}

extension SQLiteTransaction {
    func insertCaseStep(_ step: CaseStep) throws {
        try db.run(
            """
            INSERT INTO caseStep (alert, kind, at, actor, text, finding, measure, handler, dueAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                step.alert, step.kind.rawValue, step.at.milliseconds, step.actor, step.text, step.finding?.rawValue,
                step.measure, step.handler, step.dueAt?.milliseconds,
            ])
    }

    func insertCaseOpening(_ opening: CaseOpening, of alert: Int64) throws -> Bool {
        try db.run(
            "INSERT INTO caseOpening (alert, user, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [alert, opening.user, opening.at.milliseconds])
        return db.changesCount > 0
    }
}
