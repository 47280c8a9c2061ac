import Feedback
import GRDB

/// Sums of tallies, split by one side: whole months from their sums, the days around them from the days.
struct TallyQuery {
    let days: ClosedRange<LocalDay>
    let scope: Scope
    let cell: CellFilter
    let dimension: Dimension?

    func fetch(_ db: Database) throws -> [(key: String, counts: Counts)] {
        let choice = CellChoice(scope: scope, cell: cell)
        guard !choice.isEmpty else { return [] }
        var sums = TallySums()
        var rest = [days]
        if let months = MonthQuery(choice, by: dimension, cell), let folded = try FoldedMonths(db, in: days) {
            for month in folded.months { try months.fetch(db, month, into: &sums) }
            rest = folded.rest
        }
        if dimension == .hour {
            guard choice.columns.isSubset(of: ["unit", "desk"]) else { return [] }
            for days in rest { try fetchHours(db, days, choice, into: &sums) }
        } else {
            for days in rest { try fetchDays(db, days, choice, into: &sums) }
        }
        return sums.rows
    }

    private func fetchDays(
        _ db: Database, _ days: ClosedRange<LocalDay>, _ choice: CellChoice, into sums: inout TallySums
    ) throws {
        let key =
            switch dimension {
            case nil: "''"
            case .month: "substr(localDay, 1, 7)"
            case .day: "localDay"
            case .some(let other): other.rawValue
            }
        var condition = Condition("localDay BETWEEN ? AND ?", days.lowerBound.rawValue, days.upperBound.rawValue)
        condition.take(choice) { $0 }
        if let questionnaire = cell.questionnaire { condition.add("questionnaire = ?", questionnaire.rawValue) }
        if let criterion = cell.criterion { condition.add("criterion = ?", criterion.rawValue) }
        try sums.add(db, "SELECT \(key), \(TallyColumns.sums) FROM tally", condition)
    }

    private func fetchHours(
        _ db: Database, _ days: ClosedRange<LocalDay>, _ choice: CellChoice, into sums: inout TallySums
    ) throws {
        var condition = Condition("localDay BETWEEN ? AND ?", days.lowerBound.rawValue, days.upperBound.rawValue)
        condition.take(choice) { $0 }
        if let questionnaire = cell.questionnaire { condition.add("questionnaire = ?", questionnaire.rawValue) }
        condition.add("criterion = ?", (cell.criterion ?? TallyRecount.pooled).rawValue)
        try sums.add(db, "SELECT slot, \(TallyColumns.sums) FROM hourTally", condition)
    }
}

/// What a scope and a filter leave of each column: the values of all that are restricted, sorted.
struct CellChoice {
    private(set) var allowed: [String: [String]] = [:]

    var columns: Set<String> { Set(allowed.keys) }
    /// Nothing can be found.
    var isEmpty: Bool { allowed.values.contains { $0.isEmpty } }

    init(scope: Scope, cell: CellFilter) {
        switch scope {
        case .whole: break
        case .units(let units): allowed["unit"] = units.map(\.rawValue).sorted()
        case .desks(let desks): allowed["desk"] = desks.map(\.rawValue).sorted()
        }
        restrict("unit", to: cell.unit?.rawValue)
        restrict("desk", to: cell.desk?.rawValue)
        restrict("official", to: cell.official?.rawValue)
        restrict("field", to: cell.field?.rawValue)
        restrict("procedure", to: cell.procedure?.rawValue)
        restrict("channel", to: cell.channel?.rawValue)
        restrict("evidence", to: cell.evidence?.rawValue)
        restrict("stage", to: cell.stage?.rawValue)
    }

    private mutating func restrict(_ column: String, to value: String?) {
        guard let value else { return }
        let isInside = allowed[column].map { $0.contains(value) } ?? true
        allowed[column] = isInside ? [value] : []
    }
}

extension Condition {
    /// - Parameter name: what a column of the days is called here.
    mutating func take(_ choice: CellChoice, _ name: (String) -> String) {
        for (column, values) in choice.allowed.sorted(by: { $0.key < $1.key }) { add(name(column), isIn: values) }
    }
}

/// Counts by key, gathered from several queries.
struct TallySums {
    private var counts: [String: Counts] = [:]

    /// In the order of the keys; what was taken back entirely is not there.
    var rows: [(key: String, counts: Counts)] {
        counts.filter { !$0.value.isZero }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// - Parameter select: the key, then the six sums.
    mutating func add(_ db: Database, _ select: String, _ condition: Condition) throws {
        let statement = try db.cachedStatement(sql: "\(select) WHERE \(condition.sql) GROUP BY 1")
        let rows = try Row.fetchCursor(statement, arguments: condition.arguments)
        while let row = try rows.next() {
            let key: String = row[0]
            let found = Counts(n1: row[1], n2: row[2], n3: row[3], n4: row[4], n5: row[5], blank: row[6])
            counts[key] = counts[key].map { $0 + found } ?? found
        }
    }
}
