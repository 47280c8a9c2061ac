import Feedback
import Foundation
import Synchronization

/// Slows down whoever tries receipt codes. A code has 65 bits, so this is for quiet, not for secrecy; only wrong codes
/// count, because a whole waiting room may share one address. In memory: a restart forgives.
final class RequestLimits: Sendable {
    /// Wrong codes from one address in `window`.
    static let perAddress = 20
    static let window: TimeInterval = 600
    static let remembered = 20_000

    private let wrong = Mutex<[String: [Date]]>([:])

    /// - Throws: `Refusal.slowDown` after too many wrong codes; the next one is not looked at.
    func admit(_ address: String, now: Date) throws(Refusal) {
        let wait = wrong.withLock { wrong -> TimeInterval in
            let recent = (wrong[address] ?? []).filter { now.timeIntervalSince($0) < Self.window && $0 <= now }
            wrong[address] = recent.isEmpty ? nil : recent
            guard recent.count >= Self.perAddress, let first = recent.first else { return 0 }
            return first.addingTimeInterval(Self.window).timeIntervalSince(now)
        }
        if wait > 0 { throw .slowDown(retryAfter: Int(wait.rounded(.up))) }
    }

    func wasWrong(_ address: String, now: Date) {
        wrong.withLock { wrong in
            if wrong.count > Self.remembered { wrong = [:] }
            wrong[address, default: []].append(now)
        }
    }
}
