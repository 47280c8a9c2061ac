import Feedback
import GRDB

extension SQLiteReader {
    func tallies(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, by dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)] {
        try TallyQuery(days: days, scope: scope, cell: cell, dimension: dimension).fetch(db)
    }
}

extension SQLiteReading {
    func foldedThrough() throws -> LocalDay? { try db.foldedThrough() }
}

extension Database {
    func foldedThrough() throws -> LocalDay? { try row("SELECT through FROM folded")?.dayIfAny("through") }
}

extension SQLiteTransaction {
    func tallies(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, by dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)] {
        try writeTallies()
        return try TallyQuery(days: days, scope: scope, cell: cell, dimension: dimension).fetch(db)
    }

    func addToTally(
        _ place: TallyPlace, _ answers: [(criterion: ID<Criterion>, level: Level?)], overall: ID<Criterion>?,
        by count: Int
    ) throws {
        tallyChanges.append(TallyChange(place: place, answers: answers, overall: overall, count: count))
    }

    /// Writes what the group and this closure have gathered, so that the tables can be asked.
    private func writeTallies() throws {
        var all = group.tallies
        for change in tallyChanges { all.add(change) }
        try all.write(db, folded: group.folded)
        group.tallies.clear()
        tallyChanges = []
    }

    func foldTallies() throws -> Bool {
        try writeTallies()
        let yesterday = LocalDay(now).adding(days: -1)
        let folded = group.folded
        if let folded, folded >= yesterday { return false }
        let next = try db.row("SELECT MIN(localDay) AS day FROM tally WHERE localDay > ?", [folded?.rawValue ?? ""])
        var last = yesterday
        if let first = next?.dayIfAny("day"), first <= yesterday {
            last = min(first.month.lastDay, yesterday)
            let fold = try MonthFold(db)
            try fold.take(days: first...last)
            try fold.pour(first.month)
        }
        try db.run(
            "INSERT INTO folded (id, through) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET through = excluded.through",
            [last.rawValue])
        group.folded = last
        return last < yesterday
    }

    func rebuildTallies() throws -> Int {
        try writeTallies()
        let all = try TallyRecount(db).recount(folded: group.folded) + rebuildThemes()
        try log(.talliesRebuilt, about: "tally", "differing=\(all)")
        return all
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

    mutating func add(_ column: String, isIn values: [String]) {
        guard values.count != 1 else { return add("\(column) = ?", values[0]) }
        take(values, column)
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
