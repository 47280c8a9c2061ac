package import Foundation

/// A change of the directory that was made, with what was there before it: so that it can be taken back.
package struct DirectoryChange: Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case added, changed, headSet = "head-set", closed, merged, split
    }

    package var id: Int64
    package var kind: Kind
    /// The first day on which it holds.
    package var day: LocalDay
    package var note: String?
    package var madeAt: Date
    /// As in the journal.
    package var actor: String
    package var before: DirectoryEdit
    package var after: DirectoryEdit
    /// Who sat at desks that closed, as it was before: these postings end with the desk.
    package var endedPostings: [Posting]
    package var withdrawnAt: Date?

    package init(
        id: Int64, kind: Kind, day: LocalDay, note: String?, madeAt: Date, actor: String, before: DirectoryEdit,
        after: DirectoryEdit, endedPostings: [Posting] = [], withdrawnAt: Date? = nil
    ) {
        self.id = id
        self.kind = kind
        self.day = day
        self.note = note
        self.madeAt = madeAt
        self.actor = actor
        self.before = before
        self.after = after
        self.endedPostings = endedPostings
        self.withdrawnAt = withdrawnAt
    }

    package func isPlanned(on today: LocalDay) -> Bool { withdrawnAt == nil && today < day }
}

/// What a store says about changes of the directory.
package protocol DirectoryReading {
    func directoryChange(_ id: Int64) throws -> DirectoryChange?
    /// Newest first.
    /// - Parameter thing: nil: of everything.
    func directoryChanges(of thing: Thing?, limit: Int) throws -> [DirectoryChange]
    /// The last day from `day` on with a rating of one of these units, desks, officials or fields; nil: there is none.
    /// - Parameter since: only ratings received after this moment.
    func lastRatedDay(of edit: DirectoryEdit, from day: LocalDay, since: Date?) throws -> LocalDay?
}
