package import Feedback
import Synchronization

/// How often each desk's page was sent since somebody last took the counts. Adding is one relaxed addition; whatever
/// else there is to do happens once a minute.
package final class OpeningCounts: Sendable {
    /// One desk on one day. The page holds it, so that counting looks nothing up.
    final class Counter: Sendable {
        private let count = Atomic<Int>(0)

        func add(_ openings: Int = 1) { count.add(openings, ordering: .relaxed) }
        fileprivate func take() -> Int { count.exchange(0, ordering: .relaxed) }
    }

    private struct Place: Hashable {
        let day: LocalDay
        let desk: ID<Desk>
    }

    private let counters = Mutex<[Place: Counter]>([:])

    package init() {}

    /// The page of a new day has a counter of its own: it is drawn anew at midnight.
    func counter(of desk: ID<Desk>, on day: LocalDay) -> Counter {
        counters.withLock { counters in
            let place = Place(day: day, desk: desk)
            if let counter = counters[place] { return counter }
            let counter = Counter()
            counters[place] = counter
            return counter
        }
    }

    /// What came since the last time. Whoever takes it writes it down, or gives it back (`add`).
    /// - Parameter today: counters of earlier days go once they stand still.
    package func take(today: LocalDay) -> [Opening] {
        counters.withLock { counters in
            let openings = counters.compactMap { place, counter in
                let count = counter.take()
                return count > 0 ? Opening(desk: place.desk, day: place.day, count: count) : nil
            }
            let busy = Set(openings.map { Place(day: $0.day, desk: $0.desk) })
            counters = counters.filter { $0.key.day >= today || busy.contains($0.key) }
            return openings.sorted { ($0.day, $0.desk.rawValue) < ($1.day, $1.desk.rawValue) }
        }
    }

    /// Gives back what could not be written.
    package func add(_ openings: [Opening]) {
        for opening in openings { counter(of: opening.desk, on: opening.day).add(opening.count) }
    }
}
