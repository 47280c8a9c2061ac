import Feedback
import Foundation
import Synchronization

/// Slows guessing down without ever locking an account for good (Traps.md, 18).
///
/// Whoever guesses is counted by where they sit, so the owner elsewhere still gets in; a browser that has signed in
/// before, and an address from which somebody did, are counted for themselves, whatever goes on outside; and a fresh
/// link from the administrator always opens the door, for it makes its browser a known one.
///
/// Kept in memory: a restart forgives (known browsers carry their mark themselves). Bounded: when it is full, what is
/// oldest is forgotten.
final class SignInLimits: Sendable {
    /// Ten tries an hour for one who tries an account, after the third each with a longer pause before it.
    static let perVisitor = 10
    /// Thirty an hour for an account from all strangers together: a thousand addresses guess no faster than that.
    static let perAccount = 30
    static let accountWindow: TimeInterval = 3_600
    /// Twenty-five tries in five minutes from one address: a whole office may share one.
    static let perAddress = 25
    static let addressWindow: TimeInterval = 300
    static let remembered = 20_000

    /// Who tries what.
    struct Try {
        let account: String
        let address: String
        /// Which of the account's browsers it is, when it proved that.
        var browser: String?
    }

    private struct State {
        var tries: [String: [Date]] = [:]
        /// Addresses from which an account was signed in to.
        var homes: [String: Set<String>] = [:]
    }

    private let state = Mutex(State())

    /// Counts a try before the password is looked at.
    /// - Throws: `Refusal.slowDown` when it comes too early; such a try is not looked at and does not count.
    func admit(_ attempt: Try, now: Date) throws(Refusal) {
        let wait = state.withLock { state -> TimeInterval in
            let counts = Self.counts(attempt, state).map { count in
                (count: count, recent: Self.recent(state.tries[count.key], count.window, now))
            }
            let wait = counts.map { $0.count.wait($0.recent, now) }.max() ?? 0
            if wait > 0 { return wait }
            if state.tries.count > Self.remembered { Self.forget(&state.tries, now) }
            for (count, recent) in counts { state.tries[count.key] = recent + [now] }
            return 0
        }
        if wait > 0 { throw .slowDown(retryAfter: Int(wait.rounded(.up))) }
    }

    /// Takes the try back: an office that signs in at half past seven is not a guesser.
    func succeeded(_ attempt: Try) {
        state.withLock { state in
            for count in Self.counts(attempt, state) {
                switch count.kind {
                case .visitor: state.tries[count.key] = nil
                case .account, .address: _ = state.tries[count.key]?.popLast()
                }
            }
            if state.homes.count > Self.remembered { state.homes = [:] }
            var homes = state.homes[attempt.account, default: []]
            if homes.count >= 8 { homes.removeAll() }
            homes.insert(attempt.address)
            state.homes[attempt.account] = homes
        }
    }

    /// One of the things that a try counts for.
    private struct Count {
        enum Kind {
            case visitor, account, address
        }

        let kind: Kind
        let key: String

        var window: TimeInterval { kind == .address ? addressWindow : accountWindow }

        /// Seconds until the next try.
        func wait(_ tries: [Date], _ now: Date) -> TimeInterval {
            switch kind {
            case .visitor: SignInLimits.pause(tries, now)
            case .account: SignInLimits.left(tries, perAccount, accountWindow, now)
            case .address: SignInLimits.left(tries, perAddress, addressWindow, now)
            }
        }
    }

    /// Things that are counted at this time.
    var rememberedNow: Int { state.withLock { $0.tries.count } }

    private static func counts(_ attempt: Try, _ state: State) -> [Count] {
        let (account, address) = (attempt.account, attempt.address)
        // Nothing that others do counts here, not even from the office's own address.
        if let browser = attempt.browser {
            return [Count(kind: .visitor, key: "account \(account) in \(browser)")]
        }
        let shared = Count(kind: .address, key: "address \(address)")
        let visitor = Count(kind: .visitor, key: "account \(account) at \(address)")
        if state.homes[account]?.contains(address) ?? false { return [visitor, shared] }
        return [visitor, Count(kind: .account, key: "account \(account)"), shared]
    }

    private static func recent(_ tries: [Date]?, _ window: TimeInterval, _ now: Date) -> [Date] {
        (tries ?? []).filter { now.timeIntervalSince($0) < window && $0 <= now }
    }

    /// 2, 4, 8 … seconds after the third try, and never more than ten an hour.
    private static func pause(_ tries: [Date], _ now: Date) -> TimeInterval {
        guard let last = tries.last, tries.count >= 3 else { return 0 }
        let pause = Double(1 << min(tries.count - 2, 9))
        return max(
            last.addingTimeInterval(pause).timeIntervalSince(now), left(tries, perVisitor, accountWindow, now), 0)
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
