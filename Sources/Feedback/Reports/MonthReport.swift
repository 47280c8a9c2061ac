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

    /// How well the ratings are proven: A and B alone, what C adds, and D apart (experience.md, "Fraud and bias").
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
