import Feedback
import GRDB

/// Adds days to the sums of their month. What is to be added is gathered in tables of this connection first, with the
/// days of a month in one: the thirty-odd sums that are made of it then read little.
struct MonthFold {
    private let db: Database
    private let target: String

    /// - Parameter target: `monthTally`, or what a recount compares it with.
    init(_ db: Database, into target: String = "monthTally") throws {
        self.db = db
        self.target = target
        let counts = TallyColumns.counts
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS foldingCell (\(Self.cell), \(counts));
                CREATE TEMP TABLE IF NOT EXISTS foldingDay (\(Self.day), \(counts));
                CREATE TEMP TABLE IF NOT EXISTS foldingHour (\(Self.hour), \(counts));
                """)
        for table in ["foldingCell", "foldingDay", "foldingHour"] { try db.run("DELETE FROM temp.\(table)") }
    }

    private static let cell =
        "unit, desk, official, field, procedure, channel, evidence, stage, questionnaire, criterion"
    private static let day = "localDay, unit, questionnaire, criterion"
    private static let hour = "slot, unit, desk, questionnaire, criterion"

    /// - Parameter days: of one month.
    func take(days: ClosedRange<LocalDay>) throws {
        for (table, columns, source) in [
            ("foldingCell", Self.cell, "tally"), ("foldingDay", Self.day, "tally"),
            ("foldingHour", Self.hour, "hourTally"),
        ] {
            try db.run(
                """
                INSERT INTO temp.\(table) (\(columns), \(TallyColumns.counts))
                SELECT \(columns), \(TallyColumns.sums) FROM \(source) WHERE localDay BETWEEN ? AND ?
                GROUP BY \(columns)
                """, [days.lowerBound.rawValue, days.upperBound.rawValue])
        }
    }

    func take(_ place: TallyPlace, _ cells: TallyChanges.Cells) throws {
        // Without the day, which stands first.
        let facts = Array(place.values.dropFirst())
        for cell in cells {
            try insert("foldingCell", facts, cell)
            try insert("foldingDay", [place.day.rawValue, place.unit.rawValue, place.questionnaire.rawValue], cell)
        }
    }

    func take(_ hour: HourPlace, _ cells: TallyChanges.Cells) throws {
        for cell in cells { try insert("foldingHour", Array(hour.values.dropFirst()), cell) }
    }

    private func insert(
        _ table: String, _ place: [(any Bindable)?], _ cell: (criterion: ID<Criterion>, counts: Counts)
    ) throws {
        let values = place + [cell.criterion.rawValue] + cell.counts.values
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        try db.run("INSERT INTO temp.\(table) VALUES (\(marks))", values)
    }

    /// Adds what was taken to the sums of a month.
    func pour(_ month: Month) throws {
        for place in MonthSide.all { try db.run(sql(place), [month.rawValue]) }
    }

    private func sql(_ place: MonthSide) -> String {
        let (table, key) =
            switch place.side {
            case nil: ("foldingCell", "''")
            case .day: ("foldingDay", "localDay")
            case .hour: ("foldingHour", "slot")
            case .some(let side): ("foldingCell", side.rawValue)
            }
        let (id, unit) =
            switch place.owner {
            case .whole: ("''", "''")
            case .unit: ("unit", "''")
            default: (place.owner.rawValue, "unit")
            }
        let columns = TallyColumns.month.joined(separator: ", ")
        // WHERE true: without it ON CONFLICT would be read as the condition of a join.
        return """
            INSERT INTO \(target) AS kept (\(columns), \(TallyColumns.counts))
            SELECT ?1, '\(place.owner.rawValue)', '\(place.side?.rawValue ?? "")', \(id), questionnaire, criterion,
                \(unit), \(key), \(TallyColumns.sums)
            FROM temp.\(table) WHERE true GROUP BY 4, 5, 6, 7, 8
            ON CONFLICT (\(columns)) DO UPDATE SET \(TallyColumns.added)
            """
    }
}
