package import Foundation

/// A reader said what a comment is.
package struct KindChange: Sendable, Hashable {
    package let rating: Int64
    /// Nil: as the words suggest, after all.
    package let kind: CommentKind?
    package let at: Date
    /// As in the journal.
    package let actor: String

    package init(rating: Int64, kind: CommentKind?, at: Date, actor: String) {
        self.rating = rating
        self.kind = kind
        self.at = at
        self.actor = actor
    }
}

/// What a store says about comments.
package protocol CommentReading {
    /// Of ratings that count, newest day first.
    func comments(_ filter: CommentFilter, limit: Int, offset: Int) throws -> [Comment]
    /// How many of each kind, whatever kind the filter names; kinds that do not occur are left out.
    func commentCounts(_ filter: CommentFilter) throws -> [CommentKind: Int]
    /// Nil when there is none, or it is not for the eyes of this scope.
    func comment(ofRating id: Int64, scope: Scope) throws -> Comment?
    /// Oldest first; those about words that were replaced since are not told.
    func kindChanges(ofRating id: Int64) throws -> [KindChange]
}

/// What a store does for comments. That their searched form comes and goes with the words is its own business.
package protocol CommentWriting {
    func insertKindChange(_ change: KindChange) throws
}

extension Writing {
    /// Somebody who read a comment says what it is; nil takes that back, and the suggestion stands again.
    /// - Throws: `Refusal.notFound`.
    package func sortComment(ofRating id: Int64, as kind: CommentKind?, scope: Scope) throws {
        guard let comment = try comment(ofRating: id, scope: scope) else { throw Refusal.notFound }
        guard comment.sorted?.kind != kind else { return }
        try insertKindChange(KindChange(rating: id, kind: kind, at: now, actor: actor.label))
        try log(.commentSorted, about: "rating:\(id)", "kind=\(kind?.rawValue ?? "suggested")")
    }
}
