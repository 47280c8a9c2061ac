import Feedback
import Foundation
import GRDB

private let publicationWithEnd = """
    SELECT p.*, e.kind AS endKind, e.at AS endAt, e.actor AS endActor, e.reason AS endReason
    FROM publication p LEFT JOIN publicationEnd e ON e.publication = p.id
    """

extension SQLiteReading {
    func publicationStamp() throws -> PublicationStamp {
        PublicationStamp(
            publications: try db.number("SELECT COUNT(*) FROM publication") ?? 0,
            ends: try db.number("SELECT COUNT(*) FROM publicationEnd") ?? 0)
    }

    func publications() throws -> [Publication] {
        try db.rows("\(publicationWithEnd) ORDER BY p.id").map(Publication.init(row:))
    }

    func publications(of period: Period) throws -> [Publication] {
        try db.rows("\(publicationWithEnd) WHERE p.period = ? ORDER BY p.version", [period.rawValue])
            .map(Publication.init(row:))
    }

    func publishedCases(_ days: ClosedRange<LocalDay>) throws -> [ID<Feedback.Unit>: PublishedCases] {
        let end = days.upperBound.adding(days: 1)
        let rows = try db.rows(
            """
            SELECT unit, COUNT(*) AS raised, COUNT(*) FILTER (WHERE step IN ('answered', 'closed')) AS answered
            FROM alert WHERE raisedAt >= ? AND raisedAt < ? GROUP BY unit
            """, [days.lowerBound.start.milliseconds, end.start.milliseconds])
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row.id("unit"), PublishedCases(raised: row["raised"], answered: row["answered"]))
            })
    }
}

extension SQLiteTransaction {
    func insertPublication(_ publication: Publication) throws -> Int64 {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let figures = String(decoding: try encoder.encode(publication.figures), as: UTF8.self)
        try db.run(
            "INSERT INTO publication (period, version, at, actor, note, figures) VALUES (?, ?, ?, ?, ?, ?)",
            [
                publication.period.rawValue, publication.version, publication.at.milliseconds, publication.actor,
                publication.note, figures,
            ])
        return db.lastInsertedRowID
    }

    func insertPublicationEnd(_ end: Publication.End, of publication: Int64) throws {
        try db.run(
            "INSERT INTO publicationEnd (publication, kind, at, actor, reason) VALUES (?, ?, ?, ?, ?)",
            [publication, end.kind.rawValue, end.at.milliseconds, end.actor, end.reason])
    }
}

extension Publication {
    fileprivate init(row: Row) throws {
        guard let period = Period(rawValue: row["period"]) else { throw BrokenRow(column: "period") }
        let figures = try JSONDecoder().decode(PublishedFigures.self, from: Data((row["figures"] as String).utf8))
        self.init(
            id: row["id"], period: period, version: row["version"], at: row.date("at"), actor: row["actor"],
            note: row["note"], figures: figures,
            end: try row["endKind"] == nil
                ? nil
                : End(
                    kind: row.choice("endKind"), at: row.date("endAt"), actor: row["endActor"],
                    reason: row["endReason"]))
    }
}
