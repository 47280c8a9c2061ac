package import Foundation

/// Where everything is kept. `Storage` has the SQLite one; a PostgreSQL one can stand beside it.
package protocol Store: Sendable {
    /// The configured world as last committed: units, desks, officials, questionnaires, rules. In memory, free to ask.
    var directory: Directory { get }

    /// Looks at one consistent state. Keep it short: a long read keeps the write-ahead log from shrinking.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> Value) async throws -> Value

    /// All or nothing, on disk before it returns. Closures that arrive while a commit runs share the next one,
    /// and what throws is undone alone. A closure may run a second time when another of its commit failed.
    /// - Throws: what `body` throws; `Refusal.busy` when too many are waiting.
    func write<Value: Sendable>(as actor: Actor, _ body: @escaping @Sendable (any Writing) throws -> Value)
        async throws -> Value

    /// A stream that says after each commit what kind of thing happened. Each caller gets its own;
    /// signals that nobody has read yet are merged, so a slow reader never fills the memory.
    func signals() -> AsyncStream<Set<Signal>>
}

/// What a commit changed, for those who wait for it.
package enum Signal: Hashable, Sendable {
    case entry, mail, directory
}

/// A look at the state. Verbs that only ask are extensions of it.
package protocol Reading: RatingReading, TallyReading, AlertReading, OutboxReading, PeopleReading, JournalReading,
    DirectoryReading, PrivacyReading, ShiftReading, ImportReading, ReportReading, ViewReading, InterfaceReading,
    CommentReading, ThemeReading, OpeningReading, FairnessReading, PublicationReading
{
    var now: Date { get }
    var directory: Directory { get }
}

/// A change of the state: all of it or nothing. Verbs are extensions of it, one file per verb.
package protocol Writing: Reading, DirectoryWriting, RatingWriting, TallyWriting, AlertWriting, OutboxWriting,
    PeopleWriting, JournalWriting, PrivacyWriting, ShiftWriting, ImportWriting, ReportWriting,
    ViewWriting, InterfaceWriting,
    CommentWriting, ThemeWriting, OpeningWriting, FairnessWriting, PublicationWriting
{
    var actor: Actor { get }
    /// Keys that never enter the database.
    var secrets: Secrets { get }
    func random(_ count: Int) -> [UInt8]
    /// Tell those who wait, after the commit.
    func signal(_ signal: Signal)
}
