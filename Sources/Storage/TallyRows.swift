import Feedback
import GRDB

/// Changes of tallies gathered during a commit.
struct TallyChanges {
    private(set) var cells: [TallyCell: Counts] = [:]

    var isEmpty: Bool { cells.isEmpty }

    mutating func add(_ cell: TallyCell, _ level: Level?, by count: Int) {
        cells[cell, default: Counts()].add(level, by: count)
    }

    /// Writes every cell once.
    mutating func flush(_ db: Database) throws {
        guard !cells.isEmpty else { return }
        let statement = try db.cachedStatement(sql: Self.sql)
        for (cell, counts) in cells {
            try statement.execute(arguments: [
                cell.day.rawValue, cell.unit.rawValue, cell.desk.rawValue, cell.official?.rawValue ?? "",
                cell.field?.rawValue ?? "", cell.channel.rawValue, cell.evidence.rawValue,
                cell.questionnaire.rawValue, cell.criterion.rawValue, counts.n1, counts.n2, counts.n3, counts.n4,
                counts.n5, counts.blank,
            ])
        }
        cells.removeAll(keepingCapacity: true)
    }

    private static let sql = """
        INSERT INTO tally (localDay, unit, desk, official, field, channel, evidence, questionnaire, criterion,
            n1, n2, n3, n4, n5, blank)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (localDay, unit, desk, official, field, channel, evidence, questionnaire, criterion)
        DO UPDATE SET n1 = tally.n1 + excluded.n1, n2 = tally.n2 + excluded.n2, n3 = tally.n3 + excluded.n3,
            n4 = tally.n4 + excluded.n4, n5 = tally.n5 + excluded.n5, blank = tally.blank + excluded.blank
        """
}

extension SQLiteReader {
    func tallies(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, by dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)] {
        try TallyQuery(days: days, scope: scope, cell: cell, dimension: dimension).fetch(db)
    }
}

extension SQLiteTransaction {
    func tallies(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, by dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)] {
        try group.tallies.flush(db)
        return try TallyQuery(days: days, scope: scope, cell: cell, dimension: dimension).fetch(db)
    }

    func addToTally(_ cell: TallyCell, _ level: Level?, by count: Int) throws {
        group.tallies.add(cell, level, by: count)
    }

    func rebuildTallies() throws -> Int {
        try group.tallies.flush(db)
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM tally
                    WHERE n1 <> 0 OR n2 <> 0 OR n3 <> 0 OR n4 <> 0 OR n5 <> 0 OR blank <> 0;
                DELETE FROM tally;
                """)
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM rating WHERE supersededBy IS NULL ORDER BY id") {
            if let rating = try rating(id: id) { try tally(rating, by: 1) }
        }
        try group.tallies.flush(db)
        // A cell whose counts changed stands in both differences; by its key it is one.
        let key = "localDay, unit, desk, official, field, channel, evidence, questionnaire, criterion"
        let differing = try db.number(
            """
            SELECT COUNT(*) FROM (
                SELECT \(key) FROM (SELECT * FROM kept EXCEPT SELECT * FROM tally)
                UNION SELECT \(key) FROM (SELECT * FROM tally EXCEPT SELECT * FROM kept))
            """)
        try db.execute(sql: "DROP TABLE temp.kept")
        try log(.talliesRebuilt, about: "tally", "differing=\(differing ?? 0)")
        return Int(differing ?? 0)
    }
}

/// Sums of tallies, split by one side.
struct TallyQuery {
    let days: ClosedRange<LocalDay>
    let scope: Scope
    let cell: CellFilter
    let dimension: Dimension?

    func fetch(_ db: Database) throws -> [(key: String, counts: Counts)] {
        var condition = Condition("localDay BETWEEN ? AND ?", days.lowerBound.rawValue, days.upperBound.rawValue)
        condition.take(scope)
        condition.take(cell)
        let key = Self.column(dimension)
        let sql = """
            SELECT \(key) AS key, SUM(n1) AS n1, SUM(n2) AS n2, SUM(n3) AS n3, SUM(n4) AS n4, SUM(n5) AS n5,
                SUM(blank) AS blank
            FROM tally WHERE \(condition.sql) GROUP BY 1 ORDER BY 1
            """
        return try Row.fetchAll(db, sql: sql, arguments: condition.arguments).map { row in
            (
                row["key"],
                Counts(n1: row["n1"], n2: row["n2"], n3: row["n3"], n4: row["n4"], n5: row["n5"], blank: row["blank"])
            )
        }
    }

    private static func column(_ dimension: Dimension?) -> String {
        switch dimension {
        case nil: "''"
        case .month: "substr(localDay, 1, 7)"
        case .day: "localDay"
        case .some(let other): other.rawValue
        }
    }
}

/// Conditions of a query that grow one by one; values are always bound, never written into the text.
struct Condition {
    private var parts: [String]
    private(set) var arguments: StatementArguments

    var sql: String { parts.joined(separator: " AND ") }

    init(_ sql: String, _ values: any DatabaseValueConvertible...) {
        parts = [sql]
        arguments = StatementArguments(values)
    }

    mutating func add(_ sql: String, _ values: any DatabaseValueConvertible...) {
        parts.append(sql)
        arguments += StatementArguments(values)
    }

    /// Only units of the scope. Sorted, so that equal scopes make equal statements.
    mutating func take(_ scope: Scope, column: String = "unit") {
        guard case .units(let units) = scope else { return }
        let sorted = units.map(\.rawValue).sorted()
        parts.append("\(column) IN (\(sorted.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(sorted)
    }

    mutating func take(_ cell: CellFilter, prefix: String = "") {
        if let unit = cell.unit { add("\(prefix)unit = ?", unit.rawValue) }
        if let desk = cell.desk { add("\(prefix)desk = ?", desk.rawValue) }
        if let official = cell.official { add("\(prefix)official = ?", official.rawValue) }
        if let field = cell.field { add("\(prefix)field = ?", field.rawValue) }
        if let channel = cell.channel { add("\(prefix)channel = ?", channel.rawValue) }
        if let questionnaire = cell.questionnaire { add("\(prefix)questionnaire = ?", questionnaire.rawValue) }
        if prefix.isEmpty, let criterion = cell.criterion { add("criterion = ?", criterion.rawValue) }
    }
}
