import Feedback
import GRDB

/// Counts the tallies again from the ratings, a day at a time, and the sums of months from them.
struct TallyRecount {
    /// Where all answers together stand among the criteria of an hour.
    static let pooled: ID<Criterion> = ""

    private let db: Database

    /// Every rating has a line for each criterion of its questionnaire, answered or blank.
    init(_ db: Database) throws {
        self.db = db
        let counts = TallyColumns.counts
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.asked;
                DROP TABLE IF EXISTS temp.askedByHour;
                CREATE TEMP TABLE asked (questionnaire, criterion, PRIMARY KEY (questionnaire, criterion)) WITHOUT ROWID;
                CREATE TEMP TABLE askedByHour (
                    questionnaire, line, criterion, PRIMARY KEY (questionnaire, line, criterion)) WITHOUT ROWID;
                CREATE TEMP TABLE IF NOT EXISTS recountedDay (\(TallyColumns.place.joined(separator: ", ")), criterion,
                    \(counts));
                CREATE TEMP TABLE IF NOT EXISTS recountedHour (\(TallyColumns.hour.joined(separator: ", ")), criterion,
                    \(counts));
                CREATE TEMP TABLE IF NOT EXISTS recountedMonth (\(TallyColumns.month.joined(separator: ", ")), \(counts),
                    PRIMARY KEY (\(TallyColumns.month.joined(separator: ", ")))) WITHOUT ROWID;
                """)
        for row in try db.rows("SELECT body FROM questionnaire") { try ask(JSON.value(row["body"])) }
    }

    private func ask(_ questionnaire: Questionnaire) throws {
        let version = questionnaire.versionID.rawValue
        for (place, criterion) in questionnaire.criteria.enumerated() {
            let id = criterion.id.rawValue
            try db.run("INSERT INTO temp.asked VALUES (?, ?)", [version, id])
            var lines: [String] = []
            if let overall = questionnaire.overall {
                if criterion.id == overall { lines = [id] }
            } else {
                lines = place == 0 ? [Self.pooled.rawValue, id] : [Self.pooled.rawValue]
            }
            for line in lines { try db.run("INSERT INTO temp.askedByHour VALUES (?, ?, ?)", [version, line, id]) }
        }
    }

    /// - Parameter folded: the day through which months have their sums.
    /// - Returns: how many cells differed; they hold now what the ratings say.
    func recount(folded: LocalDay?) throws -> Int {
        var differing = 0
        for day in try days(of: ["rating", "tally", "hourTally"]) {
            try countDay(day)
            differing += try replace("tally", by: "recountedDay", where: "localDay", is: day, TallyColumns.place)
            differing += try replace("hourTally", by: "recountedHour", where: "localDay", is: day, TallyColumns.hour)
        }
        for month in try months(folded) {
            try db.run("DELETE FROM temp.recountedMonth")
            if let folded, let named = Month(rawValue: month), named.firstDay <= folded {
                let fold = try MonthFold(db, into: "recountedMonth")
                try fold.take(days: named.firstDay...min(named.lastDay, folded))
                try fold.pour(named)
            }
            let key = TallyColumns.month.filter { $0 != "criterion" }
            differing += try replace("monthTally", by: "recountedMonth", where: "month", is: month, key)
        }
        return differing
    }

    /// Of ratings that stood in the tables before hours were counted.
    func countHours() throws {
        for day in try days(of: ["rating"]) {
            try countHours(of: day)
            try db.run("INSERT INTO hourTally SELECT * FROM temp.recountedHour")
        }
    }

    /// Where nothing was counted yet: no comparison.
    func countNewDay(_ day: LocalDay) throws {
        try countDay(day.rawValue)
        try db.run("INSERT INTO tally SELECT * FROM temp.recountedDay")
        try db.run("INSERT INTO hourTally SELECT * FROM temp.recountedHour")
    }

    private func countDay(_ day: String) throws {
        try db.run("DELETE FROM temp.recountedDay")
        try db.run(
            """
            INSERT INTO temp.recountedDay
            SELECT r.localDay, r.unit, r.desk, coalesce(r.official, ''), coalesce(r.field, ''),
                coalesce(r.procedure, ''), r.channel, r.evidence, coalesce(r.stage, ''), r.questionnaire, c.criterion,
                \(Self.levels)
            FROM rating r CROSS JOIN temp.asked c LEFT JOIN answer a ON a.rating = r.id AND a.criterion = c.criterion
            WHERE r.localDay = ? AND r.supersededBy IS NULL AND c.questionnaire = r.questionnaire
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            """, [day])
        try countHours(of: day)
    }

    /// The weekday comes from the moment: seven hours ahead of UTC, and 1 January 1970 was a Thursday (`Month`).
    private func countHours(of day: String) throws {
        try db.run("DELETE FROM temp.recountedHour")
        try db.run(
            """
            INSERT INTO temp.recountedHour
            SELECT r.localDay, (((r.receivedAt + 25200000) / 86400000 + 3) % 7 + 1) || '-'
                    || (CASE WHEN r.localHour < 10 THEN '0' ELSE '' END) || r.localHour,
                r.unit, r.desk, r.questionnaire, c.line, \(Self.levels)
            FROM rating r CROSS JOIN temp.askedByHour c
                LEFT JOIN answer a ON a.rating = r.id AND a.criterion = c.criterion
            WHERE r.localDay = ? AND r.supersededBy IS NULL AND c.questionnaire = r.questionnaire
            GROUP BY 1, 2, 3, 4, 5, 6
            """, [day])
    }

    private static let levels =
        (1...5).map { "COUNT(*) FILTER (WHERE a.level = \($0))" }.joined(separator: ", ")
        + ", COUNT(*) FILTER (WHERE a.level IS NULL)"

    /// Cells without a count are those that were taken back: they say nothing and may stand.
    private func replace(
        _ table: String, by counted: String, where column: String, is value: String, _ place: [String]
    ) throws -> Int {
        let all = (place + ["criterion", TallyColumns.counts]).joined(separator: ", ")
        let key = (place + ["criterion"]).joined(separator: ", ")
        let kept =
            "SELECT \(all) FROM \(table) WHERE \(column) = ?1 AND (n1 OR n2 OR n3 OR n4 OR n5 OR blank)"
        let real = "SELECT \(all) FROM temp.\(counted) WHERE n1 OR n2 OR n3 OR n4 OR n5 OR blank"
        // A cell whose counts changed stands in both differences; by its key it is one.
        let differing = try db.number(
            """
            SELECT COUNT(*) FROM (SELECT \(key) FROM (\(kept) EXCEPT \(real))
                UNION SELECT \(key) FROM (\(real) EXCEPT \(kept)))
            """, [value])
        guard let differing, differing > 0 else { return 0 }
        try db.run("DELETE FROM \(table) WHERE \(column) = ?", [value])
        try db.run("INSERT INTO \(table) (\(all)) SELECT \(all) FROM temp.\(counted)")
        return Int(differing)
    }

    /// From one to the next by the index of each table: not every row is looked at.
    private func days(of tables: [String]) throws -> [String] {
        var found: Set<String> = []
        for table in tables {
            found.formUnion(
                try String.fetchAll(
                    db,
                    sql: """
                        WITH RECURSIVE found(day) AS (
                            SELECT MIN(localDay) FROM \(table)
                            UNION ALL
                            SELECT (SELECT MIN(localDay) FROM \(table) WHERE localDay > day) FROM found
                            WHERE day IS NOT NULL)
                        SELECT day FROM found WHERE day IS NOT NULL
                        """))
        }
        return found.sorted()
    }

    private func months(_ folded: LocalDay?) throws -> [String] {
        var found = Set(try String.fetchAll(db, sql: "SELECT DISTINCT month FROM monthTally"))
        if let folded {
            for day in try days(of: ["tally"]) where day <= folded.rawValue { found.insert(String(day.prefix(7))) }
        }
        return found.sorted()
    }
}
