/// A month of ratings as the office reads it. Finished values of the field; pages turn them into words.
package struct MonthReport: Sendable {
    package typealias Rows<Subject> = [(id: ID<Subject>?, measured: Measured)]

    package var month: Month
    /// Whether the month is not over.
    package var isRunning: Bool
    package var cell: CellFilter
    package var rule: FigureRule
    /// The version in force at the end of the month.
    package var questionnaire: Questionnaire?
    package var headline: Measured
    package var previous: Measured
    package var change: Change
    /// Twelve months, oldest first, this one last.
    package var trend: [MonthFigure]
    package var units: Rows<Unit>
    package var desks: Rows<Desk>
    /// Nil: nobody was named.
    package var officials: Rows<Official>
    package var criteria: Rows<Criterion>
    package var fields: Rows<Field>
    package var channels: [(channel: Channel, measured: Measured)]
    package var evidence: [EvidenceClass: Measured]
    package var target: Target?
    package var openCases: Int
    package var overdueCases: Int
    /// The latest ratings with a comment that the reader may see, newest first.
    package var comments: [Rating]

    package init(
        month: Month, isRunning: Bool, cell: CellFilter, rule: FigureRule, questionnaire: Questionnaire?,
        headline: Measured, previous: Measured, change: Change, trend: [MonthFigure], units: Rows<Unit>,
        desks: Rows<Desk>, officials: Rows<Official>, criteria: Rows<Criterion>, fields: Rows<Field>,
        channels: [(channel: Channel, measured: Measured)], evidence: [EvidenceClass: Measured], target: Target?,
        openCases: Int, overdueCases: Int, comments: [Rating]
    ) {
        self.month = month
        self.isRunning = isRunning
        self.cell = cell
        self.rule = rule
        self.questionnaire = questionnaire
        self.headline = headline
        self.previous = previous
        self.change = change
        self.trend = trend
        self.units = units
        self.desks = desks
        self.officials = officials
        self.criteria = criteria
        self.fields = fields
        self.channels = channels
        self.evidence = evidence
        self.target = target
        self.openCases = openCases
        self.overdueCases = overdueCases
        self.comments = comments
    }

    /// With an official chosen, every figure of the report is that person's own.
    package var owner: Measured.Owner { cell.official == nil ? .anything : .official }

    /// How well the ratings are proven: A and B alone, what C adds, and D apart (Method.md).
    package var proven: Measured { (evidence[.a] ?? Measured()) + (evidence[.b] ?? Measured()) }
    package var withCodes: Measured { proven + (evidence[.c] ?? Measured()) }
    package var withoutPhone: Measured { evidence[.d] ?? Measured() }
}

package struct MonthFigure: Hashable, Sendable {
    package let month: Month
    package let measured: Measured

    package init(month: Month, measured: Measured) {
        self.month = month
        self.measured = measured
    }
}
