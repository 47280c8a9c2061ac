import Feedback
import Foundation
import GRDB
import Synchronization

/// The single writer. Closures that arrive while a commit runs share the next one: one fsync for all of them.
/// It never waits to fill a group; the fsync itself is the wait (Traps.md, 6).
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

    private let queue = Mutex(Queue())
    private let thread = DispatchQueue(label: "hailong.writer", qos: .userInitiated)
    private let largestGroup: Int
    private let longestQueue: Int
    private let commit: @Sendable ([Job]) -> Void

    init(limits: CommitLimits, commit: @escaping @Sendable ([Job]) -> Void) {
        largestGroup = limits.largestGroup
        longestQueue = limits.longestQueue
        self.commit = commit
    }

    var depth: Int { queue.withLock { $0.jobs.count } }

    /// - Returns: false when the queue is full; the job will not run then.
    func add(_ job: Job) -> Bool {
        let (isTaken, mustWake) = queue.withLock { queue in
            guard queue.jobs.count < longestQueue else { return (false, false) }
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

/// How many closures may share a commit, and how many may wait for one.
package struct CommitLimits: Sendable {
    /// 1 gives one commit per closure, for comparison.
    package var largestGroup: Int
    /// With so many waiting the next one is asked to come back.
    package var longestQueue: Int

    package init(largestGroup: Int = 256, longestQueue: Int = 1_024) {
        self.largestGroup = largestGroup
        self.longestQueue = longestQueue
    }
}
