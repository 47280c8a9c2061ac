import Feedback
import Foundation
import GRDB

/// A change of the state inside the writer's transaction. Lives as long as one closure given to `write`;
/// what closures of one group share stands in `Group`.
final class SQLiteTransaction: SQLiteReading, Writing {
    let db: Database
    let now: Date
    let actor: Actor
    let secrets: Secrets
    /// Opens and seals phone numbers.
    let keeper: PhoneVault
    private let world: any World
    /// State of the group as this closure sees it; taken over by the group only if the closure succeeds.
    var group: Group
    /// What this closure adds to the tallies. Apart from `group`, whose table of changes would be copied otherwise.
    var tallyChanges: [TallyChange] = []

    init(
        db: Database, now: Date, actor: Actor, secrets: Secrets, keeper: PhoneVault, world: any World, group: Group
    ) {
        self.db = db
        self.now = now
        self.actor = actor
        self.secrets = secrets
        self.keeper = keeper
        self.world = world
        self.group = group
    }

    var directory: Directory { group.directory }
    var vault: PhoneVault? { keeper }
    var monthKeys: any MonthKeys { keeper.keys }
    func random(_ count: Int) -> [UInt8] { world.random(count) }
    func signal(_ signal: Signal) { group.signals.insert(signal) }
}

/// What the closures of one commit hand on to each other.
struct Group {
    var directory: Directory
    /// The journal's last line.
    var tail: JournalTail
    var signals: Set<Signal> = []
    /// Changes of tallies that are not in the table yet: a commit writes each cell once, however many ratings it holds.
    var tallies = TallyChanges()
    /// The last day that the sums of months hold; a change of such a day is added to them at once.
    var folded: LocalDay?
}

struct JournalTail: Sendable {
    var id: Int64 = 0
    var hash: [UInt8] = []
}
