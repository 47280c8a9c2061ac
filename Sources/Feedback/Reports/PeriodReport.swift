/// A period of ratings as the office reads it. Finished values of the field; pages turn them into words.
package struct PeriodReport: Sendable {
    package typealias Rows<Subject> = [(id: ID<Subject>?, measured: Measured)]

    package var period: Period
    /// Whether the period is not over: then it is read "up to today".
    package var isRunning: Bool
    package var cell: CellFilter
    /// Whether it is of a part of what there is: by its reader's scope, or by choice.
    package var isPart: Bool
    package var rule: FigureRule
    /// The version in force at the end of the period.
    package var questionnaire: Questionnaire?
    package var headline: Measured
    /// The period before, of the same kind and length.
    package var previous: Comparison
    /// The same period a year earlier.
    package var lastYear: Comparison
    package var trend: ControlTrend
    /// The tree of what can be seen: a parent first, then its parts.
    package var units: [UnitRow]
    package var desks: Rows<Desk>
    /// Nil: nobody was named.
    package var officials: Rows<Official>
    package var factors: [FactorFigure]
    package var criteria: Rows<Criterion>
    package var fields: Rows<Field>
    package var procedures: Rows<Procedure>
    package var channels: [(channel: Channel, measured: Measured)]
    package var evidence: [EvidenceClass: Measured]
    package var stages: [(stage: Stage?, measured: Measured)]
    /// Where the choice allows it (`Dimension.hour`); else empty.
    package var hours: [WeekHour: Measured]
    /// The targets of our own method first, then benchmarks of another.
    package var targets: [Target]
    /// Nil where the choice is narrower than a unit: a case belongs to a unit.
    package var cases: CasesRaised?
    /// Ratings over dossiers, at the desks and in the months whose dossiers are known; nil: nobody said, or the choice
    /// is narrower than a desk or a month.
    package var response: ResponseRate?
    /// The latest ratings with a comment that the reader may see, newest first.
    package var comments: [Rating]

    package init(
        period: Period, isRunning: Bool, cell: CellFilter, isPart: Bool = false, rule: FigureRule,
        questionnaire: Questionnaire?, headline: Measured, previous: Comparison, lastYear: Comparison,
        trend: ControlTrend, units: [UnitRow] = [],
        desks: Rows<Desk> = [], officials: Rows<Official> = [], factors: [FactorFigure] = [],
        criteria: Rows<Criterion> = [], fields: Rows<Field> = [], procedures: Rows<Procedure> = [],
        channels: [(channel: Channel, measured: Measured)] = [], evidence: [EvidenceClass: Measured] = [:],
        stages: [(stage: Stage?, measured: Measured)] = [], hours: [WeekHour: Measured] = [:], targets: [Target] = [],
        cases: CasesRaised? = nil, response: ResponseRate? = nil, comments: [Rating] = []
    ) {
        self.period = period
        self.isRunning = isRunning
        self.cell = cell
        self.isPart = isPart
        self.rule = rule
        self.questionnaire = questionnaire
        self.headline = headline
        self.previous = previous
        self.lastYear = lastYear
        self.trend = trend
        self.units = units
        self.desks = desks
        self.officials = officials
        self.factors = factors
        self.criteria = criteria
        self.fields = fields
        self.procedures = procedures
        self.channels = channels
        self.evidence = evidence
        self.stages = stages
        self.hours = hours
        self.targets = targets
        self.cases = cases
        self.response = response
        self.comments = comments
    }

    /// With an official chosen, every figure of the report is that person's own.
    package var owner: Measured.Owner { cell.official == nil ? .anything : .official }

    /// How well the ratings are proven: A and B alone, what C adds, and D apart (Method.md).
    package var proven: Measured { (evidence[.a] ?? Measured()) + (evidence[.b] ?? Measured()) }
    package var withCodes: Measured { proven + (evidence[.c] ?? Measured()) }
    package var withoutPhone: Measured { evidence[.d] ?? Measured() }
}

extension PeriodReport {
    /// Another period beside this one.
    package struct Comparison: Sendable {
        package var period: Period
        package var measured: Measured
        /// What this period did since that one.
        package var change: Change

        package init(period: Period, measured: Measured, change: Change) {
            self.period = period
            self.measured = measured
            self.change = change
        }
    }

    package struct UnitRow: Sendable {
        package var id: ID<Unit>
        /// 0 at the top of what can be seen.
        package var depth: Int
        /// The unit with everything below it.
        package var measured: Measured
        /// Whether the figure holds those of the rows below.
        package var isSum: Bool

        package init(id: ID<Unit>, depth: Int, measured: Measured, isSum: Bool) {
            self.id = id
            self.depth = depth
            self.measured = measured
            self.isSum = isSum
        }
    }
}

/// An hour of the week: "1-08" is Monday from eight to nine.
package struct WeekHour: Hashable, Sendable, Comparable {
    /// 1 Monday … 7 Sunday.
    package let weekday: Int
    /// 0..23.
    package let hour: Int

    package init(weekday: Int, hour: Int) {
        self.weekday = weekday
        self.hour = hour
    }

    /// Nil unless `key` is one of `Dimension.hour`.
    package init?(key: String) {
        let parts = key.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...7).contains(parts[0]), (0...23).contains(parts[1]) else { return nil }
        self.init(weekday: parts[0], hour: parts[1])
    }

    package static func < (a: Self, b: Self) -> Bool { (a.weekday, a.hour) < (b.weekday, b.hour) }
}

package struct MonthFigure: Hashable, Sendable {
    package let month: Month
    package let measured: Measured

    package init(month: Month, measured: Measured) {
        self.month = month
        self.measured = measured
    }
}
