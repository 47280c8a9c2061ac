import Feedback
import Foundation
import Synchronization

/// How often a key may ask. In memory: a restart forgives.
final class InterfaceLimits: Sendable {
    static let window: TimeInterval = 60

    private struct Count {
        var since: Date
        var calls: Int
    }

    private let perWindow: Int
    private let counts = Mutex<[Int64: Count]>([:])

    /// - Parameter perWindow: calls of one key in a minute.
    init(perWindow: Int) { self.perWindow = perWindow }

    /// - Throws: `Refusal.slowDown` with the seconds until the next minute of this key begins.
    func admit(_ token: Int64, now: Date) throws(Refusal) {
        let wait = counts.withLock { counts -> TimeInterval? in
            var count = counts[token] ?? Count(since: now, calls: 0)
            let age = now.timeIntervalSince(count.since)
            // The clock of the machine may have been set back.
            if age >= Self.window || age < 0 { count = Count(since: now, calls: 0) }
            guard count.calls < perWindow else { return Self.window - age }
            count.calls += 1
            counts[token] = count
            return nil
        }
        if let wait { throw .slowDown(retryAfter: Int(wait.rounded(.up))) }
    }
}
