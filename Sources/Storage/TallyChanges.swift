import Feedback
import GRDB

/// Changes of tallies gathered during a commit: each cell is written once, however many ratings fall into it.
struct TallyChanges {
    typealias Cells = [(criterion: ID<Criterion>, counts: Counts)]

    private var places: [TallyPlace: Cells] = [:]
    private var hours: [HourPlace: Cells] = [:]

    mutating func add(_ change: TallyChange) {
        Self.add(change.answers, by: change.count, to: &places[change.place, default: []])
        let hour = HourPlace(change.place)
        if let overall = change.overall {
            for answer in change.answers where answer.criterion == overall {
                Self.add([answer], by: change.count, to: &hours[hour, default: []])
            }
        } else {
            let pooled = change.answers.map { (criterion: TallyRecount.pooled, level: $0.level) }
            Self.add(pooled + change.answers.prefix(1), by: change.count, to: &hours[hour, default: []])
        }
    }

    private static func add(
        _ answers: [(criterion: ID<Criterion>, level: Level?)], by count: Int, to cells: inout Cells
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

    /// One statement for all cells of a place; also for the sums of months where the day stands in them already.
    func write(_ db: Database, folded: LocalDay?) throws {
        for (place, cells) in places { try TallyUpsert.days.run(db, place.values, cells) }
        for (hour, cells) in hours { try TallyUpsert.hours.run(db, hour.values, cells) }
        if let folded { try writeMonths(db, through: folded) }
    }

    /// What came late: a corrected duty, a form on paper, the rating that took the place of yesterday's.
    private func writeMonths(_ db: Database, through folded: LocalDay) throws {
        let late = places.filter { $0.key.day <= folded }
        guard !late.isEmpty else { return }
        for (month, places) in Dictionary(grouping: late, by: \.key.day.month) {
            let fold = try MonthFold(db)
            for (place, cells) in places { try fold.take(place, cells) }
            for (hour, cells) in hours where hour.day.month == month && hour.day <= folded {
                try fold.take(hour, cells)
            }
            try fold.pour(month)
        }
    }

    mutating func clear() {
        places.removeAll(keepingCapacity: true)
        hours.removeAll(keepingCapacity: true)
    }
}

/// What one rating adds to the tallies, or takes away.
struct TallyChange {
    let place: TallyPlace
    let answers: [(criterion: ID<Criterion>, level: Level?)]
    let overall: ID<Criterion>?
    let count: Int
}

/// Where the hours of a day are counted.
struct HourPlace: Hashable {
    let day: LocalDay
    let hour: Int
    let unit: ID<Feedback.Unit>
    let desk: ID<Desk>
    let questionnaire: QuestionnaireVersion

    init(_ place: TallyPlace) {
        day = place.day
        hour = place.hour
        unit = place.unit
        desk = place.desk
        questionnaire = place.questionnaire
    }

    /// "1-08": Monday, from eight to nine.
    var slot: String { "\(day.weekday)-\(hour < 10 ? "0" : "")\(hour)" }
    var values: [(any Bindable)?] {
        [day.rawValue, slot, unit.rawValue, desk.rawValue, questionnaire.rawValue]
    }
}

extension Counts {
    var values: [(any Bindable)?] { [n1, n2, n3, n4, n5, blank] }
}

extension TallyPlace {
    var values: [(any Bindable)?] {
        [
            day.rawValue, unit.rawValue, desk.rawValue, official?.rawValue ?? "", field?.rawValue ?? "",
            procedure?.rawValue ?? "", channel.rawValue, evidence.rawValue, stage?.rawValue ?? "",
            questionnaire.rawValue,
        ]
    }
}

/// Adds counts to the cells of one place. The place's columns are bound once and shared by all rows.
struct TallyUpsert {
    static let days = TallyUpsert("tally", TallyColumns.place)
    static let hours = TallyUpsert("hourTally", TallyColumns.hour)

    private let table: String
    private let columns: [String]
    private let prepared: [String]

    init(_ table: String, _ columns: [String]) {
        self.table = table
        self.columns = columns
        prepared = (0..<32).map { Self.sql(table, columns, cells: $0) }
    }

    func run(_ db: Database, _ place: [(any Bindable)?], _ cells: TallyChanges.Cells) throws {
        var values = place
        for cell in cells {
            values.append(cell.criterion.rawValue)
            values += cell.counts.values
        }
        try db.run(
            cells.count < prepared.count ? prepared[cells.count] : Self.sql(table, columns, cells: cells.count), values)
    }

    private static func sql(_ table: String, _ columns: [String], cells: Int) -> String {
        let shared = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let rows = (0..<cells).map { cell in
            let own = (0..<7).map { "?\(columns.count + 1 + cell * 7 + $0)" }.joined(separator: ", ")
            return "(\(shared), \(own))"
        }
        let key = (columns + ["criterion"]).joined(separator: ", ")
        return """
            INSERT INTO \(table) AS kept (\(key), \(TallyColumns.counts)) VALUES \(rows.joined(separator: ", "))
            ON CONFLICT (\(key)) DO UPDATE SET \(TallyColumns.added)
            """
    }
}

/// Names of columns, in the order of the tables.
enum TallyColumns {
    /// Of a day's cell, without the criterion.
    static let place = [
        "localDay", "unit", "desk", "official", "field", "procedure", "channel", "evidence", "stage", "questionnaire",
    ]
    static let hour = ["localDay", "slot", "unit", "desk", "questionnaire"]
    static let month = ["month", "owner", "side", "id", "questionnaire", "criterion", "unit", "key"]
    static let counts = "n1, n2, n3, n4, n5, blank"
    static let sums = "SUM(n1), SUM(n2), SUM(n3), SUM(n4), SUM(n5), SUM(blank)"
    /// In an upsert of a table called `kept`.
    static let added =
        "n1 = kept.n1 + excluded.n1, n2 = kept.n2 + excluded.n2, n3 = kept.n3 + excluded.n3, "
        + "n4 = kept.n4 + excluded.n4, n5 = kept.n5 + excluded.n5, blank = kept.blank + excluded.blank"
}
