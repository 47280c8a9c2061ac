package import Feedback
import Foundation
import GRDB

/// Ratings in bulk for measuring: made inside SQLite, past all verbs, a day at a time, with their tallies. They have no
/// phone, no alert and no journal line of their own, and the same number gives the same ratings.
package struct BenchFill: Sendable {
    /// Of all days together.
    package let ratings: Int
    /// Each day gets as many, at an even pace from half past seven to half past four.
    package let days: [LocalDay]
    package let questionnaire: Questionnaire
    /// Field and unit of a rating are those of its desk.
    package let desks: [Place]
    /// How many procedures each field has; their ids are the field's with "-1", "-2" …
    package let proceduresOfField: Int

    package struct Place: Sendable {
        package let desk: ID<Desk>
        package let unit: ID<Feedback.Unit>
        package let official: ID<Official>
        package let field: ID<Field>

        package init(desk: ID<Desk>, unit: ID<Feedback.Unit>, official: ID<Official>, field: ID<Field>) {
            self.desk = desk
            self.unit = unit
            self.official = official
            self.field = field
        }
    }

    package init(
        ratings: Int, days: [LocalDay], questionnaire: Questionnaire, desks: [Place], proceduresOfField: Int
    ) {
        self.ratings = ratings
        self.days = days
        self.questionnaire = questionnaire
        self.desks = desks
        self.proceduresOfField = proceduresOfField
    }
}

extension SQLiteStore {
    /// Into a database without a rating. While it runs a power cut would leave the file unreadable.
    /// - Parameter progress: the share that is done, 0...1.
    package func fill(_ bench: BenchFill, progress: (Double) -> Void) throws {
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000")
            try db.inTransaction {
                try bench.prepare(db)
                return .commit
            }
            var next = 1
            for (place, day) in bench.days.enumerated() {
                let last = bench.ratings * (place + 1) / bench.days.count
                if last >= next {
                    try db.inTransaction {
                        try bench.add(db, next...last, on: day)
                        try TallyRecount(db).countNewDay(day)
                        return .commit
                    }
                }
                next = last + 1
                progress(Double(place + 1) / Double(bench.days.count))
            }
            try db.inTransaction {
                try db.keepAllCommentTexts()
                // Made history is nothing to raise alarms about, nor to walk through beside what is measured.
                try db.keepWatchCursor(WatchCursor(through: Int64(bench.ratings)))
                return .commit
            }
            try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = -6000; PRAGMA synchronous = FULL")
        }
    }
}

extension BenchFill {
    fileprivate func prepare(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE benchDesk (place INTEGER PRIMARY KEY, desk, unit, official, field);
                CREATE TEMP TABLE benchCriterion (
                    criterion PRIMARY KEY, place INTEGER NOT NULL, mayBeBlank INTEGER NOT NULL) WITHOUT ROWID;
                """)
        for (place, desk) in desks.enumerated() {
            try db.run(
                "INSERT INTO temp.benchDesk VALUES (?, ?, ?, ?, ?)",
                [place, desk.desk.rawValue, desk.unit.rawValue, desk.official.rawValue, desk.field.rawValue])
        }
        for (place, criterion) in questionnaire.criteria.enumerated() {
            try db.run(
                "INSERT INTO temp.benchCriterion VALUES (?, ?, ?)",
                [criterion.id.rawValue, place, criterion.id == questionnaire.overall ? 0 : 1])
        }
    }

    /// Numbers that look thrown: two steps of a multiplicative generator (Park and Miller) from the rating's own number.
    private static let dice = "((i * 48271 % 2147483647) * 16807 % 2147483647)"

    fileprivate func add(_ db: Database, _ numbers: ClosedRange<Int>, on day: LocalDay) throws {
        let step = 9 * 3_600_000 / numbers.count
        let series = """
            WITH RECURSIVE series(i) AS (VALUES (?1) UNION ALL SELECT i + 1 FROM series WHERE i < ?2),
                thrown AS (SELECT i, \(Self.dice) AS die FROM series)
            """
        try db.run(
            """
            INSERT INTO rating (id, receipt, nonce, contentDigest, desk, unit, official, field, procedure, channel,
                evidence, questionnaire, stage, comment, mayCallBack, receivedAt, localDay, localHour)
            \(series)
            SELECT i, printf('%013d', i), CAST(printf('%016d', i) AS BLOB), CAST(printf('%016d', i) AS BLOB),
                d.desk, d.unit, d.official, d.field,
                CASE WHEN die % 3 = 0 THEN d.field || '-' || (die / 3 % ?5 + 1) END,
                CASE WHEN die / 7 % 20 < 16 THEN 'qr' WHEN die / 7 % 20 < 18 THEN 'screen'
                    WHEN die / 7 % 20 = 18 THEN 'slip' ELSE 'paper' END,
                CASE WHEN die / 7 % 20 < 18 THEN 'D' WHEN die / 7 % 20 = 18 THEN 'B' ELSE 'A' END,
                ?6, CASE WHEN die / 11 % 4 < 2 THEN 'received' WHEN die / 11 % 4 = 2 THEN 'submitted' END,
                CASE WHEN die / 13 % 100 < 3 THEN 'Góp ý thử số ' || i END,
                0, ?3 + (i - ?1) * ?4, ?7, 7 + (1800000 + (i - ?1) * ?4) / 3600000
            FROM thrown CROSS JOIN temp.benchDesk d WHERE d.place = die / 17 % ?8
            """,
            [
                numbers.lowerBound, numbers.upperBound, day.start.addingTimeInterval(7.5 * 3_600).milliseconds, step,
                proceduresOfField, questionnaire.versionID.rawValue, day.rawValue, desks.count,
            ])
        // Each desk has its own share of bad answers, 3 to 14 of a hundred.
        try db.run(
            """
            INSERT INTO answer (rating, criterion, level)
            \(series),
                asked AS (SELECT i, die, criterion, mayBeBlank, 3 + die / 17 % ?3 % 12 AS bad,
                    ((die + place * 7919) * 48271 % 2147483647) % 1000 AS lot
                    FROM thrown CROSS JOIN temp.benchCriterion)
            SELECT i, criterion, CASE WHEN lot < bad * 4 THEN 1 WHEN lot < bad * 10 THEN 2 WHEN lot < bad * 10 + 80 THEN 3
                WHEN lot < 600 THEN 4 ELSE 5 END
            FROM asked WHERE NOT (mayBeBlank AND lot >= 970)
            """, [numbers.lowerBound, numbers.upperBound, desks.count])
    }
}
