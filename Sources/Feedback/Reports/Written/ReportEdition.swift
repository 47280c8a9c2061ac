package import Foundation

/// Figures that were frozen: number 0 is the report itself, 1 and up are amendments ("Phụ lục điều chỉnh số 01"), each
/// with all figures of its moment. None is ever changed or deleted.
package struct ReportEdition: Sendable, Hashable {
    package var id: Int64
    package var subject: ReportSubject
    package var number: Int
    package var at: Date
    package var actor: String
    /// Ten characters that follow from the figures.
    package var snapshot: String
    package var figures: ReportFigures
    /// What stood around the words then; nil for what was frozen before it was kept.
    package var form: ReportForm?
    /// Why it was amended; empty for number 0.
    package var reason: String
    /// The journal's end when it was frozen.
    package var seal: JournalSeal

    package init(
        id: Int64, subject: ReportSubject, number: Int, at: Date, actor: String, snapshot: String,
        figures: ReportFigures, form: ReportForm?, reason: String, seal: JournalSeal
    ) {
        self.id = id
        self.subject = subject
        self.number = number
        self.at = at
        self.actor = actor
        self.snapshot = snapshot
        self.figures = figures
        self.form = form
        self.reason = reason
        self.seal = seal
    }
}

/// How far a report has come, for lists.
package struct ReportState: Sendable, Hashable {
    package var subject: ReportSubject
    /// Somebody wrote something.
    package var hasTexts: Bool
    /// How many were frozen: 0 a draft, 1 the report, more with amendments.
    package var editions: Int
    package var lastFrozen: Date?

    package init(subject: ReportSubject, hasTexts: Bool, editions: Int, lastFrozen: Date?) {
        self.subject = subject
        self.hasTexts = hasTexts
        self.editions = editions
        self.lastFrozen = lastFrozen
    }
}

/// Whether everybody may read the figures of a period that was published once.
package enum Publicity: Sendable, Hashable {
    case inForce, withdrawn
}
