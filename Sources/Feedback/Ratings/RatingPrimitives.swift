package import Crypto
import Foundation

/// What a store says about ratings.
package protocol RatingReading {
    func rating(receipt: Receipt) throws -> Rating?
    /// The rating that counts for this phone, desk and day.
    func rating(desk: ID<Desk>, day: LocalDay, tag: PhoneTag) throws -> Rating?
    /// Whether this rating took the place of an earlier one.
    func replacesAnother(_ id: Int64) throws -> Bool
    /// Ratings that count, newest first.
    func ratings(_ filter: RatingFilter, limit: Int, offset: Int) throws -> [Rating]
    func ratingCount(_ filter: RatingFilter) throws -> Int
}

/// What a store does for ratings.
package protocol RatingWriting {
    /// - Returns: the id.
    /// - Throws: `RatingConflict`, and nothing is changed then.
    func insertRating(_ rating: Rating) throws -> Int64
    func supersede(_ old: Int64, by new: Int64) throws
    /// The key that seals phones of this month; made on the first call.
    func dataKey(for month: Month) throws -> SymmetricKey
}

/// Which ratings: the same choices as for tallies, so that every number leads to its rows.
package struct RatingFilter: Hashable, Sendable {
    package var days: ClosedRange<LocalDay>
    package var scope: Scope
    package var cell: CellFilter
    /// Of these units only; nil: of all in the scope. Not the scope itself: who sees the whole authority and looks at one
    /// unit of it still reads what goes past that unit's head.
    package var units: Set<ID<Unit>>?
    /// Only those with an answer at one of these levels to the criterion of `cell` (or to any).
    package var levels: Set<Level>
    package var withComment: Bool

    package init(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter = CellFilter(), levels: Set<Level> = [],
        withComment: Bool = false, units: Set<ID<Unit>>? = nil
    ) {
        self.days = days
        self.scope = scope
        self.cell = cell
        self.levels = levels
        self.withComment = withComment
        self.units = units
    }
}

/// Why the schema does not take a rating as it is. Hardly ever: so it is the schema that looks, not a question before.
package enum RatingConflict: Error, Hashable, Sendable {
    /// The visit was sent before.
    case sameVisit
    /// The same phone has rated this desk today.
    case samePhone
}
