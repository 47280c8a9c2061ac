import Feedback
import Foundation
import GRDB
import Synchronization

/// The single writer. Closures that arrive while a commit runs share the next one: one fsync for all of them.
/// It never waits to fill a group; the fsync itself is the wait (reliability.md 2.1).
final class GroupCommit: Sendable {
    /// A closure on its way to disk.
    struct Job: Sendable {
        let actor: Actor
        /// Runs inside the transaction; throws what the closure throws. What it returns answers the caller,
        /// and is called only when the commit is on disk.
        let run: @Sendable (SQLiteTransaction) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct Queue {
        var jobs: [Job] = []
        var isWorking = false
    }

    /// More than this many waiting and the next one is asked to come back.
    static let longestQueue = 1_024

    private let queue = Mutex(Queue())
    private let thread = DispatchQueue(label: "hailong.writer", qos: .userInitiated)
    private let largestGroup: Int
    private let commit: @Sendable ([Job]) -> Void

    /// - Parameter largestGroup: 1 gives one commit per closure, for comparison.
    init(largestGroup: Int, commit: @escaping @Sendable ([Job]) -> Void) {
        self.largestGroup = largestGroup
        self.commit = commit
    }

    var depth: Int { queue.withLock { $0.jobs.count } }

    /// - Returns: false when the queue is full; the job will not run then.
    func add(_ job: Job) -> Bool {
        let (isTaken, mustWake) = queue.withLock { queue in
            guard queue.jobs.count < Self.longestQueue else { return (false, false) }
            queue.jobs.append(job)
            defer { queue.isWorking = true }
            return (true, !queue.isWorking)
        }
        if mustWake { thread.async { self.work() } }
        return isTaken
    }

    private func work() {
        while true {
            let group = queue.withLock { queue in
                let group = Array(queue.jobs.prefix(largestGroup))
                queue.jobs.removeFirst(group.count)
                if group.isEmpty { queue.isWorking = false }
                return group
            }
            if group.isEmpty { return }
            commit(group)
        }
    }
}
