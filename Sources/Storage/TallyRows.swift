import Feedback
import GRDB

/// Changes of tallies gathered during a commit: each cell is written once, however many ratings fall into it.
struct TallyChanges {
    private var places: [TallyPlace: [(criterion: ID<Criterion>, counts: Counts)]] = [:]

    mutating func add(_ change: TallyChange) {
        let count = change.count
        Self.add(change.answers, by: count, to: &places[change.place, default: []])
    }

    private static func add(
        _ answers: [(criterion: ID<Criterion>, level: Level?)], by count: Int,
        to cells: inout [(criterion: ID<Criterion>, counts: Counts)]
    ) {
        for answer in answers {
            if let index = cells.firstIndex(where: { $0.criterion == answer.criterion }) {
                cells[index].counts.add(answer.level, by: count)
            } else {
                var counts = Counts()
                counts.add(answer.level, by: count)
                cells.append((answer.criterion, counts))
            }
        }
    }

    /// One statement for all cells of a place.
    func write(_ db: Database) throws {
        for (place, cells) in places {
            var values: [(any Bindable)?] = [
                place.day.rawValue, place.unit.rawValue, place.desk.rawValue, place.official?.rawValue ?? "",
                place.field?.rawValue ?? "", place.procedure?.rawValue ?? "", place.channel.rawValue,
                place.evidence.rawValue, place.stage?.rawValue ?? "", place.questionnaire.rawValue,
            ]
            for cell in cells {
                values.append(cell.criterion.rawValue)
                for count in cell.counts.levels { values.append(count) }
                values.append(cell.counts.blank)
            }
            try db.run(Self.upsert(of: cells.count), values)
        }
    }

    mutating func clear() { places.removeAll(keepingCapacity: true) }

    /// The place's ten columns are bound once and shared by all rows.
    private static func upsert(of cells: Int) -> String {
        if cells < prepared.count { return prepared[cells] }
        return sql(of: cells)
    }

    private static let prepared = (0..<32).map(sql(of:))

    private static func sql(of cells: Int) -> String {
        let rows = (0..<cells).map { cell in
            let own = (0..<7).map { "?\(11 + cell * 7 + $0)" }.joined(separator: ", ")
            return "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, \(own))"
        }
        return """
            INSERT INTO tally (localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire,
                criterion, n1, n2, n3, n4, n5, blank)
            VALUES \(rows.joined(separator: ", "))
            ON CONFLICT (localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire,
                criterion) DO UPDATE SET n1 = tally.n1 + excluded.n1, n2 = tally.n2 + excluded.n2, n3 = tally.n3 + excluded.n3,
                n4 = tally.n4 + excluded.n4, n5 = tally.n5 + excluded.n5, blank = tally.blank + excluded.blank
            """
    }
}

/// What one rating adds to the tallies, or takes away.
struct TallyChange {
    let place: TallyPlace
    let answers: [(criterion: ID<Criterion>, level: Level?)]
    let count: Int
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
        try writeTallies()
        return try TallyQuery(days: days, scope: scope, cell: cell, dimension: dimension).fetch(db)
    }

    func addToTally(_ place: TallyPlace, _ answers: [(criterion: ID<Criterion>, level: Level?)], by count: Int) throws {
        tallyChanges.append(TallyChange(place: place, answers: answers, count: count))
    }

    /// Writes what the group and this closure have gathered, so that the table can be asked.
    private func writeTallies() throws {
        var all = group.tallies
        for change in tallyChanges { all.add(change) }
        try all.write(db)
        group.tallies.clear()
        tallyChanges = []
    }

    func rebuildTallies() throws -> Int {
        try writeTallies()
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM tally
                    WHERE n1 <> 0 OR n2 <> 0 OR n3 <> 0 OR n4 <> 0 OR n5 <> 0 OR blank <> 0;
                DELETE FROM tally;
                """)
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM rating WHERE supersededBy IS NULL ORDER BY id") {
            if let rating = try rating(id: id) { try tally(rating, by: 1) }
        }
        try writeTallies()
        // A cell whose counts changed stands in both differences; by its key it is one.
        let key =
            "localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire, criterion"
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
        case nil, .hour: "''"
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

    /// Only what the scope holds. Sorted, so that equal scopes make equal statements.
    mutating func take(_ scope: Scope, prefix: String = "") {
        switch scope {
        case .whole: return
        case .units(let units): take(units.map(\.rawValue), "\(prefix)unit")
        case .desks(let desks): take(desks.map(\.rawValue), "\(prefix)desk")
        }
    }

    private mutating func take(_ values: [String], _ column: String) {
        parts.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(values.sorted())
    }

    mutating func take(_ cell: CellFilter, prefix: String = "") {
        if let unit = cell.unit { add("\(prefix)unit = ?", unit.rawValue) }
        if let desk = cell.desk { add("\(prefix)desk = ?", desk.rawValue) }
        if let official = cell.official { add("\(prefix)official = ?", official.rawValue) }
        if let field = cell.field { add("\(prefix)field = ?", field.rawValue) }
        if let procedure = cell.procedure { add("\(prefix)procedure = ?", procedure.rawValue) }
        if let evidence = cell.evidence { add("\(prefix)evidence = ?", evidence.rawValue) }
        if let stage = cell.stage { add("\(prefix)stage = ?", stage.rawValue) }
        if let channel = cell.channel { add("\(prefix)channel = ?", channel.rawValue) }
        if let questionnaire = cell.questionnaire { add("\(prefix)questionnaire = ?", questionnaire.rawValue) }
        if prefix.isEmpty, let criterion = cell.criterion { add("criterion = ?", criterion.rawValue) }
    }
}
