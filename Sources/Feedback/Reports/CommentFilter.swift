/// Which comments. Whoever is over a part of the authority finds nothing that goes past the head, not even by
/// searching: whoever is accused does not read the accusation (Decision 0010).
package struct CommentFilter: Sendable, Hashable {
    package var days: ClosedRange<LocalDay>
    package var scope: Scope
    /// Of these units only; nil: of all in the scope.
    package var units: Set<ID<Unit>>?
    /// Desk, official, field, procedure, channel, stage …; its criterion says nothing here.
    package var cell: CellFilter
    /// Of the lowest answer; empty: any.
    package var levels: Set<Level>
    package var reason: Reason?
    package var kind: CommentKind?
    package var search: CommentSearch

    package init(
        days: ClosedRange<LocalDay>, scope: Scope, units: Set<ID<Unit>>? = nil, cell: CellFilter = CellFilter(),
        levels: Set<Level> = [], reason: Reason? = nil, kind: CommentKind? = nil,
        search: CommentSearch = CommentSearch("")
    ) {
        self.days = days
        self.scope = scope
        self.units = units
        self.cell = cell
        self.levels = levels
        self.reason = reason
        self.kind = kind
        self.search = search
    }
}

/// A rating with words, and what they are.
package struct Comment: Sendable {
    package let rating: Rating
    /// What the words suggest.
    package let suggested: CommentKind
    /// What a reader said last, if it stands.
    package let sorted: KindChange?

    package var kind: CommentKind { sorted?.kind ?? suggested }

    package init(rating: Rating, suggested: CommentKind, sorted: KindChange? = nil) {
        self.rating = rating
        self.suggested = suggested
        self.sorted = sorted
    }
}
