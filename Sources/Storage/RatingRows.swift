import Crypto
import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func rating(receipt: Receipt) throws -> Rating? {
        try one("SELECT * FROM rating WHERE receipt = ?", [receipt.rawValue])
    }

    func rating(id: Int64) throws -> Rating? { try one("SELECT * FROM rating WHERE id = ?", [id]) }

    func rating(desk: ID<Desk>, day: LocalDay, tag: PhoneTag) throws -> Rating? {
        try one(
            "SELECT * FROM rating WHERE desk = ? AND localDay = ? AND phoneTag = ? AND supersededBy IS NULL",
            [desk.rawValue, day.rawValue, Data(tag.bytes)])
    }

    func replacesAnother(_ id: Int64) throws -> Bool {
        try db.number("SELECT 1 FROM rating WHERE supersededBy = ? LIMIT 1", [id]) != nil
    }

    func ratings(_ filter: RatingFilter, limit: Int, offset: Int) throws -> [Rating] {
        try fetch(filter, filter.condition, "ORDER BY \(filter.newestFirst) LIMIT \(limit) OFFSET \(offset)")
    }

    /// Day by day: the index on days then leads to few rows that are sorted, however long the period is.
    func ratings(_ filter: RatingFilter, after place: RatingPlace?, limit: Int) throws -> [Rating] {
        var found: [Rating] = []
        var day = max(place?.day ?? filter.days.lowerBound, filter.days.lowerBound)
        while day <= filter.days.upperBound, found.count < limit {
            var ofDay = filter
            ofDay.days = day...day
            var condition = ofDay.condition
            if let place, place.day == day { condition.add("r.id > ?", place.id) }
            found += try fetch(ofDay, condition, "ORDER BY r.id LIMIT \(limit - found.count)")
            day = day.adding(days: 1)
        }
        return found
    }

    private func fetch(_ filter: RatingFilter, _ condition: Condition, _ rest: String) throws -> [Rating] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.*\(filter.hidesSerious ? ", a.bypassesHead" : "") FROM \(filter.source)
                \(filter.hidesSerious ? "LEFT JOIN alert a ON a.rating = r.id" : "")
                WHERE \(condition.sql) \(rest)
                """, arguments: condition.arguments)
        return try rows.map { row in
            var rating = try Rating(row: row, db)
            // Whoever is accused does not read the accusation (alerts.yaml: category without the head).
            if filter.hidesSerious, (row["bypassesHead"] as Int?) == 1 { rating.withholdWords() }
            return rating
        }
    }

    func ratingCount(_ filter: RatingFilter) throws -> Int {
        let condition = filter.condition
        return try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM \(filter.source) WHERE \(condition.sql)", arguments: condition.arguments)
            ?? 0
    }

    private func one(_ sql: String, _ arguments: StatementArguments) throws -> Rating? {
        try db.row(sql, arguments).map { try Rating(row: $0, db) }
    }
}

extension SQLiteTransaction {
    func insertRating(_ rating: Rating) throws -> Int64 {
        do {
            try db.run(
                """
                INSERT INTO rating (receipt, nonce, contentDigest, desk, unit, official, field, channel, evidence,
                    questionnaire, stage, respondent, comment, phone, phoneMonth, phoneTag, mayCallBack, receivedAt,
                    localDay, localHour, notice, procedure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    rating.receipt.rawValue, rating.nonce, rating.contentDigest, rating.desk.rawValue,
                    rating.unit.rawValue, rating.official?.rawValue, rating.field?.rawValue, rating.channel.rawValue,
                    rating.evidence.rawValue, rating.questionnaire.rawValue, rating.stage?.rawValue,
                    rating.respondent?.rawValue, rating.comment, rating.phone?.bytes, rating.phone?.month.rawValue,
                    rating.phoneTag?.bytes, rating.mayCallBack ? 1 : 0,
                    rating.receivedAt.milliseconds, rating.localDay.rawValue, Month.localHour(rating.receivedAt),
                    rating.notice, rating.procedure?.rawValue,
                ])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw RatingConflict(error) ?? error
        }
        let id = db.lastInsertedRowID
        // Row by row: a statement for several rows keeps a journal of its own, to undo them together.
        for answer in rating.answers.all {
            try db.run(
                "INSERT INTO answer (rating, criterion, level) VALUES (?, ?, ?)",
                [id, answer.criterion.rawValue, answer.level.rawValue])
        }
        for reason in rating.reasons {
            try db.run("INSERT INTO ratingReason (rating, reason) VALUES (?, ?)", [id, reason.rawValue])
        }
        for flag in rating.flags {
            try db.run("INSERT INTO ratingFlag (rating, flag) VALUES (?, ?)", [id, flag.rawValue])
        }
        try db.keepCommentText(of: rating, id: id)
        return id
    }

    func supersede(_ old: Int64, by new: Int64) throws {
        try db.run("UPDATE rating SET supersededBy = ? WHERE id = ?", [new, old])
    }

    func dataKey(for month: Month) throws -> SymmetricKey { try keeper.key(for: month) { random(32) } }
}

extension RatingConflict {
    /// SQLite names the columns of the index that said no.
    fileprivate init?(_ error: DatabaseError) {
        let columns = error.message ?? ""
        if columns.contains("rating.receipt") {
            self = .sameVisit
        } else if columns.contains("rating.phoneTag") {
            self = .samePhone
        } else {
            return nil
        }
    }
}

extension Rating {
    init(row: Row, _ db: Database) throws {
        let id: Int64 = row["id"]
        let month: Month? = row.choiceIfAny("phoneMonth")
        guard let receipt = Receipt(rawValue: row["receipt"]) else { throw BrokenRow(column: "receipt") }
        self.init(
            id: id, receipt: receipt, nonce: row.bytes("nonce"), contentDigest: row.bytes("contentDigest"),
            desk: row.id("desk"), unit: row.id("unit"), official: row.idIfAny("official"),
            field: row.idIfAny("field"), channel: try row.choice("channel"), evidence: try row.choice("evidence"),
            questionnaire: row.id("questionnaire"), answers: try Answers(ofRating: id, db),
            reasons: try db.rows("SELECT reason FROM ratingReason WHERE rating = ?", [id]).compactMap {
                $0.choiceIfAny("reason")
            },
            flags: try db.rows("SELECT flag FROM ratingFlag WHERE rating = ?", [id]).compactMap {
                $0.choiceIfAny("flag")
            },
            stage: row.choiceIfAny("stage"), respondent: row.choiceIfAny("respondent"), comment: row["comment"],
            phone: month.flatMap { month in
                row.bytesIfAny("phone").map { SealedPhone(month: month, bytes: $0) }
            },
            phoneTag: row.bytesIfAny("phoneTag").map(PhoneTag.init(bytes:)), mayCallBack: row["mayCallBack"] == 1,
            receivedAt: row.date("receivedAt"), supersededBy: row["supersededBy"],
            notice: row["notice"], procedure: row.idIfAny("procedure"))
    }
}

extension Answers {
    fileprivate init(ofRating id: Int64, _ db: Database) throws {
        self.init(
            try db.rows("SELECT criterion, level FROM answer WHERE rating = ? ORDER BY criterion", [id]).map { row in
                guard let level = Level(rawValue: row["level"]) else { throw BrokenRow(column: "level") }
                return Answer(criterion: row.id("criterion"), level: level)
            })
    }
}

extension RatingFilter {
    fileprivate var hidesSerious: Bool { scope != .whole }

    /// Those with words are few: they are found through the words, day by day, not by looking at every rating.
    fileprivate var source: String { withComment ? "commentText c CROSS JOIN rating r" : "rating r" }
    fileprivate var newestFirst: String { withComment ? "c.localDay DESC, c.rating DESC" : "r.id DESC" }

    fileprivate var condition: Condition {
        var condition = Condition(
            "r.supersededBy IS NULL AND r.localDay BETWEEN ? AND ?",
            days.lowerBound.rawValue, days.upperBound.rawValue)
        condition.take(scope, prefix: "r.")
        condition.take(units: units, prefix: "r.")
        condition.take(cell, prefix: "r.")
        if withComment {
            condition.add(
                "r.id = c.rating AND c.localDay BETWEEN ? AND ?", days.lowerBound.rawValue, days.upperBound.rawValue)
        }
        if !levels.isEmpty || cell.criterion != nil {
            let wanted = levels.isEmpty ? Level.allCases : Array(levels)
            let list = wanted.map { String($0.rawValue) }.sorted().joined(separator: ", ")
            let exists = "EXISTS (SELECT 1 FROM answer w WHERE w.rating = r.id AND w.level IN (\(list))"
            if let criterion = cell.criterion {
                condition.add(exists + " AND w.criterion = ?)", criterion.rawValue)
            } else {
                condition.add(exists + ")")
            }
        }
        return condition
    }
}
