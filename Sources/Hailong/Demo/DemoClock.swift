import Feedback
import Foundation
import Synchronization

/// The world in which invented history happens: a clock that stands where it is put and dice that repeat.
/// `goLive` makes it the real world, for good: from then on nothing the server draws can be foretold.
final class DemoClock: World {
    private struct State {
        /// Nil: the real time.
        var standing: Date?
        /// Moments still to come; each is shown once, then the clock stands at the last.
        var script: ArraySlice<Date> = []
        var dice: SeededDice
    }

    private let state: Mutex<State>
    private let real = RealWorld()

    /// - Parameter start: where the clock stands first: before the first event of the history.
    init(seed: UInt64, start: Date) {
        state = Mutex(State(standing: start, dice: SeededDice(seed: seed)))
    }

    func now() -> Date {
        let simulated = state.withLock { state -> Date? in
            if let next = state.script.popFirst() { state.standing = next }
            return state.standing
        }
        return simulated ?? real.now()
    }

    func random(_ count: Int) -> [UInt8] {
        let seeded = state.withLock { state -> [UInt8]? in
            guard state.standing != nil else { return nil }
            return (0..<count).map { _ in UInt8(truncatingIfNeeded: state.dice.next() >> 32) }
        }
        return seeded ?? real.random(count)
    }

    /// Shows these moments one by one to whoever asks.
    func play(_ moments: [Date]) { state.withLock { $0.script = moments[...] } }

    /// Moments of `play` that nobody asked for.
    var unplayed: Int { state.withLock { $0.script.count } }

    func goLive() {
        state.withLock {
            $0.standing = nil
            $0.script = []
        }
    }
}
