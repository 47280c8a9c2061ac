import Feedback
import Foundation
import GRDB

/// The state of a request is its steps. The rating is joined for the scope alone.
private let requestWithState = """
    SELECT q.*, r.unit AS unit, r.desk AS desk,
        (SELECT MIN(at) FROM dataRequestStep s WHERE s.request = q.id AND s.kind IN ('replied', 'answered', 'refused'))
            AS repliedAt,
        (SELECT dueBy FROM dataRequestStep s WHERE s.request = q.id AND s.kind = 'extended') AS extendedTo,
        (SELECT kind FROM dataRequestStep s WHERE s.request = q.id AND s.kind IN ('answered', 'refused')) AS outcome
    FROM dataRequest q JOIN rating r ON r.id = q.rating
    """

extension SQLiteReading {
    func dataRequest(code: RequestCode) throws -> DataRequest? {
        try fetchRequests(Condition("code = ?", code.rawValue), limit: 1).first
    }

    func dataRequest(_ id: Int64, scope: Scope) throws -> DataRequest? {
        var condition = Condition("id = ?", id)
        condition.take(scope)
        return try fetchRequests(condition, limit: 1).first
    }

    func dataRequests(scope: Scope, onlyOpen: Bool, limit: Int) throws -> [DataRequest] {
        var condition = Condition("1 = 1")
        condition.take(scope)
        if onlyOpen { condition.add("outcome IS NULL") }
        let found = try fetchRequests(condition, limit: limit)
        let open = found.filter(\.isOpen).sorted { ($0.nextDay, $0.id) < ($1.nextDay, $1.id) }
        return open + found.filter { !$0.isOpen }
    }

    func dataRequests(aboutRating id: Int64) throws -> [DataRequest] {
        try fetchRequests(Condition("rating = ?", id), limit: 1_000)
    }

    func dataRequestSteps(of request: Int64) throws -> [DataRequestStep] {
        try db.rows("SELECT * FROM dataRequestStep WHERE request = ? ORDER BY id", [request]).map { row in
            DataRequestStep(
                request: request, kind: try row.choice("kind"), at: row.date("at"), actor: row["actor"],
                text: row["text"], dueBy: row.dayIfAny("dueBy"))
        }
    }

    /// Newest first.
    private func fetchRequests(_ condition: Condition, limit: Int) throws -> [DataRequest] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM (\(requestWithState)) AS requests WHERE \(condition.sql)
                ORDER BY outcome IS NOT NULL, id DESC LIMIT \(limit)
                """, arguments: condition.arguments
        ).map(DataRequest.init(row:))
    }
}

extension SQLiteReading {
    func ratings(of tag: PhoneTag) throws -> [Rating] {
        try db.rows("SELECT * FROM rating WHERE phoneTag = ? ORDER BY id", [Data(tag.bytes)])
            .map { try Rating(row: $0, db) }
    }

    func ratings(replacedBy id: Int64) throws -> [Rating] {
        try db.rows(
            """
            WITH RECURSIVE replaced(id) AS (
                SELECT id FROM rating WHERE supersededBy = ? AND id <> supersededBy
                UNION SELECT r.id FROM rating r JOIN replaced p ON r.supersededBy = p.id
            ) SELECT * FROM rating WHERE id IN (SELECT id FROM replaced) ORDER BY id
            """, [id]
        ).map { try Rating(row: $0, db) }
    }

    func entries(from: Date, to: Date, kinds: [Entry.Kind], limit: Int) throws -> [Entry] {
        let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        // By id, which is the order of the lines: the clock may have been set back.
        return try db.rows(
            "SELECT * FROM entry WHERE at >= ? AND at < ? AND kind IN (\(names)) ORDER BY id LIMIT ?",
            [from.milliseconds, to.milliseconds, limit]
        ).map(Entry.init(row:))
    }

    func entries(about subjects: Set<String>) throws -> [Entry] {
        let marks = subjects.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            db, sql: "SELECT * FROM entry WHERE subject IN (\(marks)) ORDER BY id",
            arguments: StatementArguments(subjects.sorted())
        ).map(Entry.init(row:))
    }

    func schemaColumns() throws -> [SchemaColumn] {
        try db.rows(
            """
            SELECT m.name AS place, c.name AS name, c.type AS type FROM sqlite_schema m, pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid, c.cid
            """
        ).map { SchemaColumn(table: $0["place"], name: $0["name"], type: $0["type"]) }
    }
}

extension SQLiteTransaction {
    func insertDataRequest(_ request: DataRequest) throws -> Int64 {
        try db.run(
            "INSERT INTO dataRequest (code, rating, kind, wish, receivedAt, replyBy, dueBy) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                request.code.rawValue, request.rating, request.kind.rawValue, request.wish,
                request.receivedAt.milliseconds, request.replyBy.rawValue, request.dueBy.rawValue,
            ])
        return db.lastInsertedRowID
    }

    func insertDataRequestStep(_ step: DataRequestStep) throws {
        try db.run(
            "INSERT INTO dataRequestStep (request, kind, at, actor, text, dueBy) VALUES (?, ?, ?, ?, ?, ?)",
            [
                step.request, step.kind.rawValue, step.at.milliseconds, step.actor, step.text, step.dueBy?.rawValue,
            ])
    }

    // secure_delete is on (Hardening.swift): what an UPDATE leaves free is overwritten with zeros.

    func replaceComment(of rating: Int64, with comment: String?) throws {
        // The form that is searched goes by itself (CommentSchema); the new words get their own.
        try db.run("UPDATE rating SET comment = ? WHERE id = ?", [comment, rating])
        if let changed = try self.rating(id: rating) { try db.keepCommentText(of: changed, id: rating) }
    }

    func forgetPhone(of rating: Int64, digest: [UInt8]) throws {
        try db.run(
            """
            UPDATE rating SET phone = NULL, phoneMonth = NULL, phoneTag = NULL, mayCallBack = 0, contentDigest = ?
            WHERE id = ?
            """, [digest, rating])
    }

    func forbidCalling(aboutRating id: Int64) throws {
        try db.run("UPDATE rating SET mayCallBack = 0 WHERE id = ?", [id])
    }
}

extension DataRequest {
    fileprivate init(row: Row) throws {
        guard let code = RequestCode(rawValue: row["code"]), let replyBy = row.dayIfAny("replyBy"),
            let dueBy = row.dayIfAny("dueBy")
        else { throw BrokenRow(column: "code, replyBy, dueBy") }
        self.init(
            id: row["id"], code: code, rating: row["rating"], kind: try row.choice("kind"), wish: row["wish"],
            receivedAt: row.date("receivedAt"), replyBy: replyBy, dueBy: dueBy, repliedAt: row.dateIfAny("repliedAt"),
            extendedTo: row.dayIfAny("extendedTo"), outcome: row.choiceIfAny("outcome"))
    }
}
