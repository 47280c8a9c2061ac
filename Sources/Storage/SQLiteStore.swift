package import Feedback
import Foundation
import GRDB
import Synchronization

/// Everything in one SQLite file (or in memory, for tests): one connection that writes, a few that read.
package final class SQLiteStore: Store {
    /// How a commit reaches the disk.
    package enum Durability: Sendable {
        /// On disk before anybody is answered.
        case full
        /// Loses acknowledged ratings in a power cut. Only for the test that proves `full` is needed.
        case unsafeNormal
    }

    let database: any DatabaseWriter
    private let world: any World
    private let secrets: Secrets
    private let vault: PhoneVault
    let signalHub = Signals()
    private let current: Mutex<Today>
    private let carried: Mutex<Group>
    private let committer: Mutex<GroupCommit?> = Mutex(nil)
    private let onDiskFault: @Sendable (any Error) -> Void

    /// Opens the file, brings its tables up to date and checks that it is as safe as we promise.
    /// - Parameters:
    ///   - path: nil keeps everything in memory.
    ///   - monthKeys: nil: files beside the database, or in memory with it.
    ///   - onDiskFault: called when a commit fails in a way that leaves the disk's state unknown; the caller should
    ///     end the process, so that the next start reads the disk anew (fsync failures: USENIX ATC 2020).
    package init(
        path: String?, secrets: Secrets, monthKeys: (any MonthKeys)? = nil, world: any World = RealWorld(),
        durability: Durability = .full, limits: CommitLimits = CommitLimits(),
        onDiskFault: @escaping @Sendable (any Error) -> Void = { _ in }
    ) throws {
        database =
            try path.map { try DatabasePool(path: $0, configuration: Self.configuration) }
            ?? DatabaseQueue(configuration: Self.configuration)
        try database.harden(durability, onDisk: path != nil)
        try Schema.migrator.migrate(database)
        vault = PhoneVault(
            secrets: secrets,
            keys: monthKeys ?? path.map(FolderMonthKeys.init(besideDatabase:)) ?? MemoryMonthKeys())
        try database.moveDataKeys(to: vault, today: LocalDay(world.now()))
        let (directory, tail, folded) = try database.read {
            (try Directory($0, version: 1, day: LocalDay(world.now())), try JournalTail($0), try $0.foldedThrough())
        }
        current = Mutex(Today(directory))
        carried = Mutex(Group(directory: directory, tail: tail, folded: folded))
        self.world = world
        self.secrets = secrets
        self.onDiskFault = onDiskFault
        committer.withLock { committer in
            committer = GroupCommit(limits: limits) { [weak self] jobs in
                guard let self else { return jobs.forEach { $0.fail(StoreClosed()) } }
                self.commit(jobs)
            }
        }
    }

    /// The picture of today. It is taken anew when a day begins, for then names and parents may change as planned.
    package var directory: Directory {
        let today = Month.localSeconds(world.now()) / 86_400
        return current.withLock { current in
            if current.day != today { current = Today(current.directory.turned(to: LocalDay(number: today))) }
            return current.directory
        }
    }
    /// Closures waiting for the writer.
    package var queueDepth: Int { committer.withLock { $0 }?.depth ?? 0 }
    package func signals() -> AsyncStream<Set<Signal>> { signalHub.stream() }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value {
        try await database.read { [world, directory, vault] db in
            try body(
                SQLiteReader(
                    db: db, now: world.now().cutToMilliseconds, directory: directory, vault: vault,
                    monthKeys: vault.keys))
        }
    }

    package func write<Value: Sendable>(
        as actor: Actor, _ body: @escaping @Sendable (any Writing) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = GroupCommit.Job(actor: actor) { transaction in
                let value = try body(transaction)
                return { continuation.resume(returning: value) }
            } fail: { error in
                continuation.resume(throwing: error)
            }
            let isTaken = committer.withLock { $0 }?.add(job) ?? false
            if !isTaken { continuation.resume(throwing: Refusal.busy(retryAfter: 2)) }
        }
    }
}

extension SQLiteStore {
    /// One transaction for all jobs; each is undone alone when it throws.
    private func commit(_ jobs: [GroupCommit.Job]) {
        do {
            let (group, answers) = try database.writeWithoutTransaction { db in
                // A savepoint for each job costs a copy of every page it touches, and hardly any job throws after it
                // has written something. So they go without first.
                do {
                    return try transaction(in: db, of: jobs) { try runOpenly($0, in: $1, &$2) }
                } catch is HalfDone {
                    return try transaction(in: db, of: jobs) { try runApart($0, in: $1, &$2) }
                }
            }
            publish(group)
            for answer in answers { answer() }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT && jobs.count > 1 {
            // A deferred foreign key speaks only at the commit and does not say who broke it. Nothing is on disk and
            // nobody was answered, so each goes again alone.
            for job in jobs { commit([job]) }
        } catch {
            let error = translated(error)
            for job in jobs { job.fail(error) }
        }
    }

    /// - Parameter body: one job; what it returns is called after the commit.
    private func transaction(
        in db: Database, of jobs: [GroupCommit.Job],
        _ body: (GroupCommit.Job, Database, inout Group) throws -> () -> Void
    ) throws -> (Group, [() -> Void]) {
        var group = carried.withLock { $0 }
        try db.run("BEGIN IMMEDIATE")
        do {
            let answers = try jobs.map { try body($0, db, &group) }
            try group.tallies.write(db, folded: group.folded)
            group.tallies.clear()
            try db.run("COMMIT")
            return (group, answers)
        } catch {
            try? db.rollback()
            throw error
        }
    }

    /// - Throws: `HalfDone` when the job threw after it had changed something; whatever loses the whole transaction.
    private func runOpenly(_ job: GroupCommit.Job, in db: Database, _ group: inout Group) throws -> () -> Void {
        let changes = db.totalChangesCount
        do {
            return try run(job, in: db, &group)
        } catch {
            guard db.isInsideTransaction else { throw error }
            guard db.totalChangesCount == changes else { throw HalfDone() }
            let error = translated(error)
            return { job.fail(error) }
        }
    }

    /// - Throws: only what loses the whole transaction.
    private func runApart(_ job: GroupCommit.Job, in db: Database, _ group: inout Group) throws -> () -> Void {
        try db.run("SAVEPOINT closure")
        do {
            let answer = try run(job, in: db, &group)
            try db.run("RELEASE closure")
            return answer
        } catch {
            guard db.isInsideTransaction else { throw error }
            try db.run("ROLLBACK TO closure")
            try db.run("RELEASE closure")
            let error = translated(error)
            return { job.fail(error) }
        }
    }

    /// The group takes over what the job leaves in memory only when the job succeeds.
    private func run(_ job: GroupCommit.Job, in db: Database, _ group: inout Group) throws -> () -> Void {
        // The clock is asked once for each job: the demo's tells each of them its own moment.
        let now = world.now().cutToMilliseconds
        group.directory = group.directory.turned(to: LocalDay(now))
        let transaction = SQLiteTransaction(
            db: db, now: now, actor: job.actor, secrets: secrets, keeper: vault,
            world: world, group: group)
        let answer = try job.run(transaction)
        group = transaction.group
        // Without a second owner the table of changes is not copied.
        transaction.group.tallies = TallyChanges()
        for change in transaction.tallyChanges { group.tallies.add(change) }
        return answer
    }

    private func publish(_ group: Group) {
        var next = group
        next.signals = []
        carried.withLock { $0 = next }
        if group.signals.contains(.directory) { current.withLock { $0 = Today(group.directory) } }
        signalHub.send(group.signals)
    }

    /// A full disk is a reason to come back later; a failing one is a reason to stop.
    private func translated(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_FULL: return Refusal.busy(retryAfter: 30)
        case .SQLITE_IOERR:
            onDiskFault(error)
            return error
        default: return error
        }
    }
}

/// The directory in memory, with the day whose picture it is.
private struct Today {
    let directory: Directory
    /// Since 1970.
    let day: Int

    init(_ directory: Directory) {
        self.directory = directory
        day = directory.day?.number ?? .min
    }
}

/// A closure threw after it had written: the group begins again, each in its savepoint.
private struct HalfDone: Error {}

/// The store went away before the closure ran.
struct StoreClosed: Error {}
