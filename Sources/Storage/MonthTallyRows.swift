import Feedback
import GRDB

/// Whose sums a month keeps, and by what they are split.
struct MonthSide: Sendable {
    enum Owner: String, CaseIterable {
        case whole, unit, official, field, desk

        /// What the sums are split by, beside not at all. Two sides stand together under one of them, whichever is
        /// asked: a desk's officials are an official's desks.
        fileprivate var sides: [Dimension?] {
            let facts: [Dimension?] = [nil, .procedure, .channel, .evidence, .stage]
            return switch self {
            case .whole, .unit: facts + [.day, .hour]
            case .official: facts + [.field]
            case .field: facts
            case .desk: facts + [.official, .field, .hour]
            }
        }
    }

    let owner: Owner
    let side: Dimension?

    /// All that are kept. Those with few rows come first.
    static let all = Owner.allCases.flatMap { owner in owner.sides.map { MonthSide(owner: owner, side: $0) } }

    /// Where a column of the days stands in the sums; nil where they have forgotten it.
    func name(of column: String) -> String? {
        if column == side?.rawValue { return "key" }
        switch owner {
        case .whole: return nil
        case .unit: return column == "unit" ? "id" : nil
        default: return column == owner.rawValue ? "id" : column == "unit" ? "unit" : nil
        }
    }
}

/// A question that sums of months can answer.
struct MonthQuery {
    private let place: MonthSide
    private let select: String
    private let choice: CellChoice
    private let cell: CellFilter

    /// Nil when it joins more sides than are kept together: then the days answer.
    init?(_ choice: CellChoice, by dimension: Dimension?, _ cell: CellFilter) {
        var key = "''"
        let place = MonthSide.all.first { place in
            guard choice.columns.allSatisfy({ place.name(of: $0) != nil }) else { return false }
            switch dimension {
            // The hours' rows stand apart, of the headline alone.
            case nil, .month, .questionnaire, .criterion: return place.side != .hour && place.side != .day
            case .some(let side): return place.name(of: side.rawValue) != nil
            }
        }
        guard let place else { return nil }
        if let dimension { key = place.name(of: dimension.rawValue) ?? dimension.rawValue }
        select = "SELECT \(key), \(TallyColumns.sums) FROM monthTally"
        self.place = place
        self.choice = choice
        self.cell = cell
    }

    /// The conditions stand in the order of the primary key, so that each is a narrower range of it.
    func fetch(_ db: Database, _ month: Month, into sums: inout TallySums) throws {
        var condition = Condition(
            "month = ? AND owner = ? AND side = ?", month.rawValue, place.owner.rawValue, place.side?.rawValue ?? "")
        if place.owner == .whole { condition.add("id = ''") }
        if let questionnaire = cell.questionnaire { condition.add("questionnaire = ?", questionnaire.rawValue) }
        if place.side == .hour {
            condition.add("criterion = ?", (cell.criterion ?? TallyRecount.pooled).rawValue)
        } else if let criterion = cell.criterion {
            condition.add("criterion = ?", criterion.rawValue)
        }
        condition.take(choice) { place.name(of: $0) ?? $0 }
        try sums.add(db, select, condition)
    }
}

/// The months of a period that their sums answer, and the days around them that they do not.
struct FoldedMonths {
    private(set) var months: [Month] = []
    private(set) var rest: [ClosedRange<LocalDay>] = []

    /// - Returns: nil when no month of the period is there.
    init?(_ db: Database, in days: ClosedRange<LocalDay>) throws {
        guard let through = try db.foldedThrough(),
            let kept = try db.row("SELECT MIN(month) AS month FROM monthTally"),
            let first: Month = kept.choiceIfAny("month")
        else { return nil }
        // Before the first month that is kept there is no rating: a period of a hundred years costs nothing.
        var month = max(days.lowerBound.adding(days: -1).month.next, first)
        let start = month.firstDay
        var end = start
        while month.firstDay <= through, min(month.lastDay, through) <= days.upperBound {
            months.append(month)
            end = min(month.lastDay, through)
            month = month.next
        }
        guard !months.isEmpty else { return nil }
        if days.lowerBound < start { rest.append(days.lowerBound...start.adding(days: -1)) }
        if end < days.upperBound { rest.append(end.adding(days: 1)...days.upperBound) }
    }
}
