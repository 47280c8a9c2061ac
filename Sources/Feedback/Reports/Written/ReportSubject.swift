/// What a written report is about: a period that the authority reports on, of the whole authority or of one unit with
/// what is below it.
package struct ReportSubject: Hashable, Sendable {
    /// Báo cáo tháng, quý, 6 tháng, 9 tháng, năm.
    package static let kinds: [Period.Kind] = [.month, .quarter, .sixMonths, .nineMonths, .year]

    package let period: Period
    /// Nil: the whole authority.
    package let unit: ID<Unit>?

    /// - Throws: `Refusal.notFound` for a kind of period that nobody reports on.
    package init(period: Period, unit: ID<Unit>? = nil) throws(Refusal) {
        guard Self.kinds.contains(period.kind) else { throw .notFound }
        self.period = period
        self.unit = unit
    }

    private init(_ period: Period, _ unit: ID<Unit>?) {
        self.period = period
        self.unit = unit
    }

    /// The period before, of the same kind: where a draft is carried over from.
    package var previous: ReportSubject { ReportSubject(period.previous, unit) }

    /// In the journal. A unit's id is no name of a person.
    package var label: String { "report:\(period)" + (unit.map { "/\($0)" } ?? "") }
}

extension ReportSubject {
    /// Where the figures are taken from. A unit's report is read by its head: what was raised past the head is not in it.
    package func scope(in directory: Directory) -> Scope {
        unit.map { .units(directory.on(period.last).subtree(of: $0)) } ?? .whole
    }

    /// Who may read it: whoever sees everything, or the unit itself.
    package func isFor(_ scope: Scope) -> Bool { scope == .whole || unit.map(scope.contains) ?? false }
}
