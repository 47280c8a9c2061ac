/// What officials see of themselves, and nobody else sees on this page: whole months that are over, never few ratings,
/// never a single one, never a comment (experience.md, "Fraud and bias"; Statistics.md, "Small numbers").
///
/// Figures come in batches of months with at least five ratings together. Whoever takes the six months from the twelve
/// is left with whole batches, so that no difference of two windows tells of one person. Batches begin anew each year;
/// what remains under five at a year's end is never shown.
package struct OwnFigures: Sendable {
    package var official: ID<Official>
    /// The window: 3, 6 or 12 months that are over.
    package var months: ClosedRange<Month>
    package var measured: Measured
    /// Of the whole authority, the same months; nil while one's own figure is not shown.
    package var whole: Measured?
    /// In the order of the questionnaire; only those with 30 ratings and more.
    package var criteria: [(id: ID<Criterion>, measured: Measured)]
    package var questionnaire: Questionnaire?
    /// Ratings of the newest months that wait until they are five.
    package var isWaiting: Bool

    package static let windows = [3, 6, 12]
    /// Ratings of a batch.
    package static let batch = 5

    package init(
        official: ID<Official>, months: ClosedRange<Month>, measured: Measured, whole: Measured?,
        criteria: [(id: ID<Criterion>, measured: Measured)], questionnaire: Questionnaire?, isWaiting: Bool
    ) {
        self.official = official
        self.months = months
        self.measured = measured
        self.whole = whole
        self.criteria = criteria
        self.questionnaire = questionnaire
        self.isWaiting = isWaiting
    }

    package var size: SampleSize { measured.size(of: .official) }
}

extension Reading {
    /// - Parameter count: one of `OwnFigures.windows`.
    package func ownFigures(_ official: ID<Official>, months count: Int) throws -> OwnFigures {
        let last = LocalDay(now).month.previous
        let first = (1..<max(1, count)).reduce(last) { month, _ in month.previous }
        let figures = DeskFigures(tx: self, scope: .whole, cell: CellFilter(official: official))
        let all = try monthsSince(year: last.year - 1, until: last, figures)
        let batches = OwnBatches(all)
        let shown = batches.complete.filter { ($0.first?.month).map { $0 >= first } ?? false }.flatMap { $0 }
        let measured = shown.reduce(Measured()) { $0 + $1.measured }
        var own = OwnFigures(
            official: official, months: first...last, measured: measured, whole: nil, criteria: [],
            questionnaire: directory.deskQuestionnaire(on: last.lastDay), isWaiting: batches.isWaiting)
        guard own.size != .hidden else { return own }
        let everybody = DeskFigures(tx: self, scope: .whole, cell: CellFilter())
        var criteria: [String: Measured] = [:]
        var whole = Measured()
        for month in shown.map(\.month) {
            let days = month.firstDay...month.lastDay
            for (key, row) in try figures.rows(days, by: .criterion) {
                criteria[key] = (criteria[key] ?? Measured()) + row
            }
            whole = whole + (try everybody.rows(days, by: nil)[""] ?? Measured())
        }
        own.whole = whole
        own.criteria = (own.questionnaire?.criteria ?? []).compactMap { criterion in
            criteria[criterion.id.rawValue].map { (id: criterion.id, measured: $0) }
        }
        .filter { $0.measured.size(of: .official) != .hidden }
        return own
    }

    private func monthsSince(year: Int, until last: Month, _ figures: DeskFigures) throws -> [MonthFigure] {
        try trend(until: last, months: (last.year - year) * 12 + last.number, figures)
    }
}

/// Months in a row, gathered until they hold five ratings.
struct OwnBatches {
    private(set) var complete: [[MonthFigure]] = []
    /// Whether ratings of the newest months wait for more.
    private(set) var isWaiting = false

    init(_ months: [MonthFigure]) {
        var open: [MonthFigure] = []
        for figure in months {
            if let before = open.last, before.month.year != figure.month.year { open = [] }
            // A batch begins with its first rating, or a long quiet time would reach out of every window.
            if open.isEmpty, figure.measured.ratings == 0 { continue }
            open.append(figure)
            if open.reduce(0, { $0 + $1.measured.ratings }) >= OwnFigures.batch {
                complete.append(open)
                open = []
            }
        }
        isWaiting = open.contains { $0.measured.ratings > 0 }
    }
}
