package import Feedback
package import Foundation
import Synchronization

/// A clock that goes when it is told to, and dice with a seed: a day of the office passes in a millisecond.
package final class ManualWorld: World {
    private struct State {
        var now: Date
        var dice: Dice
    }

    private let state: Mutex<State>

    package init(at now: Date = .fridayMorning, seed: UInt64 = Dice.seed) {
        state = Mutex(State(now: now, dice: Dice(seed: seed)))
    }

    package func now() -> Date { state.withLock { $0.now } }
    package func random(_ count: Int) -> [UInt8] { state.withLock { $0.dice.bytes(count) } }

    package func set(_ now: Date) { state.withLock { $0.now = now } }
    package func advance(seconds: Double = 0, minutes: Double = 0, hours: Double = 0, days: Double = 0) {
        state.withLock { $0.now += seconds + 60 * minutes + 3_600 * hours + 86_400 * days }
    }
}

extension Date {
    /// Friday, 20/11/2026, 09:00 in Viet Nam: the office is open.
    package static let fridayMorning = Date.inVietNam("2026-11-20", 9, 0)

    /// A moment on the wall clock in Viet Nam. A day that does not exist gives 1970.
    package static func inVietNam(_ day: String, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Date {
        let start = LocalDay(rawValue: day)?.start ?? Date(timeIntervalSince1970: 0)
        return start.addingTimeInterval(Double(hour * 3_600 + minute * 60 + second))
    }
}

extension LocalDay {
    /// For days written in tests: a day that does not exist is 1970-01-01.
    package static func on(_ text: String) -> LocalDay { LocalDay(rawValue: text) ?? LocalDay(number: 0) }
}
