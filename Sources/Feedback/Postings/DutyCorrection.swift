package import Foundation

/// Đính chính: on a past day somebody else sat at a desk than the calendar said, so their ratings are somebody else's.
package struct DutyCorrection: Sendable, Hashable {
    /// Why the calendar was wrong. The journal keeps this word; the free note stays in the table, for it may name people.
    package enum Reason: String, Sendable, CaseIterable {
        case lateEntry = "late-entry"
        case wrongEntry = "wrong-entry"
        case wrongDesk = "wrong-desk"
        case other

        package var words: String {
            switch self {
            case .lateEntry: "Thay người mà chưa kịp ghi"
            case .wrongEntry: "Ghi nhầm người trong lịch"
            case .wrongDesk: "Hai người ngồi đổi quầy cho nhau"
            case .other: "Lý do khác"
            }
        }
    }

    package var id: Int64
    package var desk: ID<Desk>
    package var day: LocalDay
    /// Nil: the whole day.
    package var half: DayHalf?
    /// To whom the ratings were attributed, and to whom they are; nil: nobody.
    package var was: ID<Official>?
    package var `is`: ID<Official>?
    package var reason: Reason
    package var note: String
    /// Ratings that moved, those among them that were replaced included.
    package var moved: Int
    /// The change of the calendar made with it; nil: the calendar was right already.
    package var change: Int64?
    package var at: Date
    /// As in the journal.
    package var actor: String
    package var undoneAt: Date?

    package init(
        id: Int64 = 0, desk: ID<Desk>, day: LocalDay, half: DayHalf?, was: ID<Official>?, is: ID<Official>?,
        reason: Reason, note: String, moved: Int = 0, change: Int64? = nil,
        at: Date = Date(timeIntervalSince1970: 0), actor: String = "", undoneAt: Date? = nil
    ) {
        self.id = id
        self.desk = desk
        self.day = day
        self.half = half
        self.was = was
        self.is = `is`
        self.reason = reason
        self.note = note
        self.moved = moved
        self.change = change
        self.at = at
        self.actor = actor
        self.undoneAt = undoneAt
    }

    package static let longestNote = 300
}

/// To whom a rating is attributed.
package struct Attribution: Sendable, Hashable {
    package var rating: Int64
    package var official: ID<Official>?
    package var unit: ID<Unit>
    package var half: DayHalf
    /// False for one that another took the place of.
    package var counts: Bool
    /// Whether a case was opened about it.
    package var hasAlert: Bool

    package init(
        rating: Int64, official: ID<Official>?, unit: ID<Unit>, half: DayHalf, counts: Bool, hasAlert: Bool
    ) {
        self.rating = rating
        self.official = official
        self.unit = unit
        self.half = half
        self.counts = counts
        self.hasAlert = hasAlert
    }
}

/// A rating as it was before a correction.
package struct CorrectedRating: Sendable, Hashable {
    package var rating: Int64
    package var official: ID<Official>?
    package var unit: ID<Unit>

    package init(rating: Int64, official: ID<Official>?, unit: ID<Unit>) {
        self.rating = rating
        self.official = official
        self.unit = unit
    }
}

/// What a correction would do, before it is done.
package struct CorrectionPreview: Sendable, Hashable {
    /// Ratings that count, and those that were replaced by another: their history moves too.
    package var counting: Int
    package var replaced: Int
    package var unitBefore: Set<ID<Unit>>
    package var unitAfter: ID<Unit>
    /// Cases stay where they were opened, with the head who was told.
    package var cases: Int

    package var moved: Int { counting + replaced }

    package init(counting: Int, replaced: Int, unitBefore: Set<ID<Unit>>, unitAfter: ID<Unit>, cases: Int) {
        self.counting = counting
        self.replaced = replaced
        self.unitBefore = unitBefore
        self.unitAfter = unitAfter
        self.cases = cases
    }
}
