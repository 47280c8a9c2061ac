package import Foundation

/// Công bố: the figures of a period, shown to everybody by an act of the leadership. It is never changed and never
/// deleted: a mistake is corrected by a new version, or the publication is withdrawn, and readers see both.
package struct Publication: Sendable, Hashable {
    package struct End: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            case replaced, withdrawn
        }

        package var kind: Kind
        package var at: Date
        /// As in the journal.
        package var actor: String
        package var reason: String

        package init(kind: Kind, at: Date, actor: String, reason: String) {
            self.kind = kind
            self.at = at
            self.actor = actor
            self.reason = reason
        }
    }

    package var id: Int64
    package var period: Period
    /// 1, 2, 3 … within the period.
    package var version: Int
    package var at: Date
    /// As in the journal.
    package var actor: String
    /// What the authority wants to say with it; may be empty.
    package var note: String
    package var figures: PublishedFigures
    package var end: End?

    package init(
        id: Int64, period: Period, version: Int, at: Date, actor: String, note: String, figures: PublishedFigures,
        end: End? = nil
    ) {
        self.id = id
        self.period = period
        self.version = version
        self.at = at
        self.actor = actor
        self.note = note
        self.figures = figures
        self.end = end
    }

    /// "CB-0003", as people say it.
    package var number: String { "CB-" + Month.padded(Int(id), 4) }
    package var isInForce: Bool { end == nil }
    package var subject: String { "publication:\(id)" }

    /// Kinds of periods that can be published: those whose borders are the months'. Days, weeks and free ranges would
    /// cut the months into pieces of few people.
    package static let kinds: Set<Period.Kind> = [.month, .quarter, .sixMonths, .nineMonths, .year]
}

/// How many publications and ends there are: another number, and what is shown has changed.
package struct PublicationStamp: Sendable, Hashable {
    package var publications: Int64
    package var ends: Int64

    package init(publications: Int64, ends: Int64) {
        self.publications = publications
        self.ends = ends
    }
}

/// What a store says about publications.
package protocol PublicationReading {
    func publicationStamp() throws -> PublicationStamp
    /// Every version of every period, in the order in which they were made.
    func publications() throws -> [Publication]
    /// Every version of a period, oldest first.
    func publications(of period: Period) throws -> [Publication]
    /// Cases that were raised in these days, by unit.
    func publishedCases(_ days: ClosedRange<LocalDay>) throws -> [ID<Unit>: PublishedCases]
}

/// What a store does for publications.
package protocol PublicationWriting {
    /// - Parameter publication: its id is not looked at.
    /// - Returns: the id.
    func insertPublication(_ publication: Publication) throws -> Int64
    func insertPublicationEnd(_ end: Publication.End, of publication: Int64) throws
}
