import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func comments(_ filter: CommentFilter, limit: Int, offset: Int) throws -> [Comment] {
        let condition = filter.condition(withKind: true)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT r.*, c.suggested AS suggestedKind FROM commentText c CROSS JOIN rating r
                WHERE r.id = c.rating AND \(condition.sql) ORDER BY c.localDay DESC, c.rating DESC LIMIT ? OFFSET ?
                """, arguments: condition.arguments + [limit, offset]
        ).map(comment(row:))
    }

    func commentCounts(_ filter: CommentFilter) throws -> [CommentKind: Int] {
        let condition = filter.condition(withKind: false)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.kind AS kind, COUNT(*) AS count FROM commentText c CROSS JOIN rating r
                WHERE r.id = c.rating AND \(condition.sql) GROUP BY c.kind
                """, arguments: condition.arguments)
        return try rows.reduce(into: [:]) { $0[try $1.choice("kind")] = $1["count"] }
    }

    func comment(ofRating id: Int64, scope: Scope) throws -> Comment? {
        var condition = Condition("c.rating = ? AND r.supersededBy IS NULL", id)
        condition.take(scope, prefix: "r.")
        condition.hideSerious(from: scope)
        return try Row.fetchOne(
            db,
            sql: """
                SELECT r.*, c.suggested AS suggestedKind FROM commentText c CROSS JOIN rating r
                WHERE r.id = c.rating AND \(condition.sql)
                """, arguments: condition.arguments
        ).map(comment(row:))
    }

    func kindChanges(ofRating id: Int64) throws -> [KindChange] {
        try db.rows("SELECT * FROM commentKind WHERE rating = ? ORDER BY id", [id]).map(KindChange.init(row:))
    }

    private func comment(row: Row) throws -> Comment {
        let rating = try Rating(row: row, db)
        let last = try db.row("SELECT * FROM commentKind WHERE rating = ? ORDER BY id DESC LIMIT 1", [rating.id])
        let change = last.map(KindChange.init(row:))
        return Comment(
            rating: rating, suggested: try row.choice("suggestedKind"), sorted: change?.kind == nil ? nil : change)
    }
}

extension SQLiteTransaction {
    func insertKindChange(_ change: KindChange) throws {
        try db.run(
            "INSERT INTO commentKind (rating, kind, at, actor) VALUES (?, ?, ?, ?)",
            [change.rating, change.kind?.rawValue, change.at.milliseconds, change.actor])
    }
}

extension Database {
    /// The searched form of a comment that just came. Nothing for ratings without one.
    func keepCommentText(of rating: Rating, id: Int64) throws {
        guard let comment = rating.comment else { return }
        try keepCommentText(
            comment, of: id, day: rating.localDay, lowest: rating.answers.lowest, reasons: rating.reasons)
    }

    /// For a database from before comments were searched.
    func keepAllCommentTexts() throws {
        let rows = try Row.fetchCursor(
            self,
            sql: """
                SELECT id, localDay, comment, (SELECT MIN(level) FROM answer WHERE rating = r.id) AS lowest,
                    (SELECT reason FROM ratingReason WHERE rating = r.id LIMIT 1) AS reason
                FROM rating r WHERE comment IS NOT NULL ORDER BY id
                """)
        while let row = try rows.next() {
            guard let day = row.dayIfAny("localDay") else { throw BrokenRow(column: "localDay") }
            let reason: Reason? = row.choiceIfAny("reason")
            try keepCommentText(
                row["comment"], of: row["id"], day: day, lowest: (row["lowest"] as Int?).flatMap(Level.init),
                reasons: reason.map { [$0] } ?? [])
        }
    }

    /// For a database from before phone and identity numbers in comments were masked. What readers made of the words
    /// stays, for they said it of these.
    func maskAllComments() throws {
        let rows = try Row.fetchCursor(self, sql: "SELECT id, comment FROM rating WHERE comment IS NOT NULL")
        var masked: [(id: Int64, comment: String)] = []
        while let row = try rows.next() {
            let comment: String = row["comment"]
            if comment.holdsNumber { masked.append((row["id"], comment.maskingNumbers)) }
        }
        try execute(sql: "DROP TRIGGER commentTextGoesWithTheComment")
        for (id, comment) in masked {
            let text = CommentText(comment)
            try run("UPDATE rating SET comment = ? WHERE id = ?", [comment, id])
            try run("UPDATE commentText SET typed = ?, plain = ? WHERE rating = ?", [text.typed, text.plain, id])
        }
        try execute(sql: Schema.commentTextGoes)
    }

    private func keepCommentText(
        _ comment: String, of id: Int64, day: LocalDay, lowest: Level?, reasons: [Reason]
    ) throws {
        let text = CommentText(comment)
        let kind = CommentKind.suggested(for: comment, lowest: lowest, reasons: reasons).rawValue
        try run(
            "INSERT INTO commentText (rating, localDay, typed, plain, suggested, kind) VALUES (?, ?, ?, ?, ?, ?)",
            [id, day.rawValue, text.typed, text.plain, kind, kind])
    }
}

extension Condition {
    /// Whoever is accused does not read the accusation (alerts.yaml: category without the head).
    mutating func hideSerious(from scope: Scope) {
        guard scope != .whole else { return }
        add("NOT EXISTS (SELECT 1 FROM alert a WHERE a.rating = r.id AND a.bypassesHead = 1)")
    }

    mutating func take(_ search: CommentSearch) {
        // Letters, digits and spaces only: nothing that LIKE would read as a sign.
        for part in search.parts { add("\(part.isPlain ? "c.plain" : "c.typed") LIKE ?", "%\(part.text)%") }
    }

    mutating func take(units: Set<ID<Feedback.Unit>>?, prefix: String = "") {
        guard let units else { return }
        take(.units(units), prefix: prefix)
    }
}

extension CommentFilter {
    fileprivate func condition(withKind: Bool) -> Condition {
        var condition = Condition(
            "c.localDay BETWEEN ? AND ? AND r.supersededBy IS NULL", days.lowerBound.rawValue,
            days.upperBound.rawValue)
        condition.take(scope, prefix: "r.")
        condition.take(units: units, prefix: "r.")
        condition.take(cell, prefix: "r.")
        condition.hideSerious(from: scope)
        if withKind, let kind { condition.add("c.kind = ?", kind.rawValue) }
        if !levels.isEmpty {
            let list = levels.map { String($0.rawValue) }.sorted().joined(separator: ", ")
            condition.add("(SELECT MIN(w.level) FROM answer w WHERE w.rating = r.id) IN (\(list))")
        }
        if let reason {
            condition.add(
                "EXISTS (SELECT 1 FROM ratingReason w WHERE w.rating = r.id AND w.reason = ?)", reason.rawValue)
        }
        condition.take(search)
        return condition
    }
}

extension KindChange {
    fileprivate init(row: Row) {
        self.init(rating: row["rating"], kind: row.choiceIfAny("kind"), at: row.date("at"), actor: row["actor"])
    }
}
