import Feedback
import Foundation
import Synchronization

/// Slows guessing down without ever locking an account for good (Traps.md, 18).
///
/// Kept in memory: a restart forgives. Bounded: when it is full, what is oldest is forgotten.
final class SignInLimits: Sendable {
    /// Ten tries an hour for an account, after the third each with a longer pause before it.
    static let perAccount = 10
    static let accountWindow: TimeInterval = 3_600
    /// Twenty-five tries in five minutes from one address: a whole office may share one.
    static let perAddress = 25
    static let addressWindow: TimeInterval = 300
    static let remembered = 20_000

    private struct State {
        var tries: [String: [Date]] = [:]
        /// Addresses from which an account was signed in to: their tries are counted apart, so that whoever guesses
        /// from elsewhere cannot keep the owner out.
        var homes: [String: Set<String>] = [:]
    }

    private let state = Mutex(State())

    /// Counts a try before the password is looked at.
    /// - Throws: `Refusal.slowDown` when it comes too early; such a try is not looked at and does not count.
    func admit(account: String, address: String, now: Date) throws(Refusal) {
        let wait = state.withLock { state -> TimeInterval in
            let account = Self.key(account, address, state)
            let address = "address \(address)"
            let recent = Self.recent(state.tries[account], Self.accountWindow, now)
            let near = Self.recent(state.tries[address], Self.addressWindow, now)
            let wait = max(
                Self.pause(recent, now), Self.left(near, Self.perAddress, Self.addressWindow, now))
            if wait > 0 { return wait }
            if state.tries.count > Self.remembered { Self.forget(&state.tries, now) }
            state.tries[account] = recent + [now]
            state.tries[address] = near + [now]
            return 0
        }
        if wait > 0 { throw .slowDown(retryAfter: Int(wait.rounded(.up))) }
    }

    /// Takes the try back: an office that signs in at half past seven is not a guesser.
    func succeeded(account: String, address: String) {
        state.withLock { state in
            _ = state.tries["address \(address)"]?.popLast()
            state.tries[Self.key(account, address, state)] = nil
            if state.homes.count > Self.remembered { state.homes = [:] }
            var homes = state.homes[account, default: []]
            if homes.count >= 8 { homes.removeAll() }
            homes.insert(address)
            state.homes[account] = homes
            state.tries[Self.key(account, address, state)] = nil
        }
    }

    private static func key(_ account: String, _ address: String, _ state: State) -> String {
        state.homes[account]?.contains(address) ?? false ? "account \(account) at \(address)" : "account \(account)"
    }

    private static func recent(_ tries: [Date]?, _ window: TimeInterval, _ now: Date) -> [Date] {
        (tries ?? []).filter { now.timeIntervalSince($0) < window && $0 <= now }
    }

    /// Seconds until the next try on an account: 2, 4, 8 … after the third, and never more than ten an hour.
    private static func pause(_ tries: [Date], _ now: Date) -> TimeInterval {
        guard let last = tries.last, tries.count >= 3 else { return 0 }
        let pause = Double(1 << min(tries.count - 2, 9))
        return max(
            last.addingTimeInterval(pause).timeIntervalSince(now), left(tries, perAccount, accountWindow, now), 0)
    }

    private static func left(_ tries: [Date], _ limit: Int, _ window: TimeInterval, _ now: Date) -> TimeInterval {
        guard tries.count >= limit, let first = tries.suffix(limit).first else { return 0 }
        return max(0, first.addingTimeInterval(window).timeIntervalSince(now))
    }

    private static func forget(_ tries: inout [String: [Date]], _ now: Date) {
        tries = tries.filter { $0.value.last.map { now.timeIntervalSince($0) < accountWindow } ?? false }
        if tries.count > remembered { tries = [:] }
    }
}
