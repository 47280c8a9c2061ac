package import Foundation

/// One act of arranging: what was done together and is undone together. Kept also when it was undone.
package struct ShiftChange: Sendable {
    package var id: Int64
    package var at: Date
    /// As in the journal.
    package var actor: String
    /// Regular postings that came and went.
    package var added: [Posting]
    package var removed: [Posting]
    package var undoneAt: Date?

    package init(
        id: Int64, at: Date, actor: String, added: [Posting] = [], removed: [Posting] = [], undoneAt: Date? = nil
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.added = added
        self.removed = removed
        self.undoneAt = undoneAt
    }
}

/// What a store says about shifts. The calendar itself stands in the directory.
package protocol ShiftReading {
    func shiftChange(_ id: Int64) throws -> ShiftChange?
    /// In the order in which they were made; also of a change that was undone.
    func substitutions(ofChange id: Int64) throws -> [Substitution]
    /// To whom the ratings of a desk and day are attributed, also those that were replaced; oldest first.
    func attributions(desk: ID<Desk>, day: LocalDay) throws -> [Attribution]
    func correction(_ id: Int64) throws -> DutyCorrection?
    func correction(ofChange id: Int64) throws -> DutyCorrection?
    /// Newest first, also those that were undone.
    func corrections(desks: Set<ID<Desk>>, limit: Int) throws -> [DutyCorrection]
    /// Ratings that a correction moved, as they were before.
    func correctedRatings(_ correction: Int64) throws -> [CorrectedRating]
    /// The newest correction that moved a rating and holds.
    func lastCorrection(ofRating id: Int64) throws -> Int64?
}

/// What a store does for shifts. Whatever changes the calendar replaces the directory.
package protocol ShiftWriting {
    /// - Returns: the id.
    func insertShiftChange(added: [Posting], removed: [Posting]) throws -> Int64
    func insertSubstitution(_ substitution: Substitution) throws
    func markUndone(change: Int64) throws
    func insertPosting(_ posting: Posting) throws
    /// - Returns: whether there was such a posting.
    func deletePosting(_ posting: Posting) throws -> Bool
    /// The directory again, after the calendar changed.
    func reloadCalendar() throws
    /// - Returns: the id.
    func insertCorrection(_ correction: DutyCorrection) throws -> Int64
    func insertCorrectedRating(_ rating: CorrectedRating, correction: Int64) throws
    func markUndone(correction: Int64) throws
    func attribute(rating: Int64, to official: ID<Official>?, unit: ID<Unit>) throws
}
