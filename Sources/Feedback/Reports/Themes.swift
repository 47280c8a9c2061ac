/// How often each reason was ticked: counted as ratings come, like every other figure. A rating with two reasons counts
/// in both, so the numbers do not add up to ratings.
package protocol ThemeReading {
    /// Reasons that nobody ticked are left out. For a part of the authority, without those of cases that go past the
    /// head: that somebody was accused of something is told to nobody who is accused.
    /// - Parameters:
    ///   - cell: its criterion says nothing here, and its unit is that unit alone.
    ///   - units: of these units only; nil: of all in the scope.
    func themes(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, units: Set<ID<Unit>>?
    ) throws -> [Reason: Int]
}

package protocol ThemeWriting {
    /// - Parameter count: 1, or -1 to take it back.
    func addToThemes(_ place: TallyPlace, _ reasons: [Reason], bypassesHead: Bool, by count: Int) throws
    /// Forgets the counts of reasons and counts the ratings again.
    /// - Returns: how many cells differed from what was kept.
    func rebuildThemes() throws -> Int
}

extension ThemeReading {
    package func themes(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter = CellFilter()
    ) throws -> [Reason: Int] {
        try themes(days: days, scope: scope, cell: cell, units: nil)
    }
}

extension Writing {
    /// Moves the counts of a rating's reasons. Called with the tallies, so that corrections and replacements hold; by
    /// then the rating's alert is there, which says whether the reasons go past the head.
    func tallyReasons(_ rating: Rating, by count: Int) throws {
        guard !rating.reasons.isEmpty else { return }
        let bypassesHead = try alert(ofRating: rating.id)?.bypassesHead ?? false
        try addToThemes(TallyPlace(rating), rating.reasons, bypassesHead: bypassesHead, by: count)
    }
}
