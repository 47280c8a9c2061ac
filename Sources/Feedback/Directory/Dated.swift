/// Something of the directory that stays itself while its facts change: a unit gets another name, a desk moves.
///
/// The id never changes, and figures point at ids. The plain properties are the facts that hold last; `was` has those
/// that held before, each until a day. So every day has its own picture (`on`), and a change that is planned is one
/// whose old facts hold until a day to come.
package protocol Dated: Codable, Hashable, Sendable {
    associatedtype Facts: FactSheet

    var id: ID<Self> { get }
    var facts: Facts { get set }
    /// Sorted by day.
    var was: [Was<Facts>] { get set }
    /// First day; nil: since before anybody counted.
    var validFrom: LocalDay? { get set }
    /// Last day; nil: still there.
    var validTo: LocalDay? { get set }
}

/// What can change from a day on.
package protocol FactSheet: Codable, Hashable, Sendable {
    var name: String { get set }
    /// Takes over what differs between `old` and `new`, and leaves the rest: a change that is planned for later keeps
    /// what it was about.
    mutating func take(_ new: Self, over old: Self)
}

/// Facts that held until a day, the last one included.
package struct Was<Facts: FactSheet>: Codable, Hashable, Sendable {
    package var until: LocalDay
    package var facts: Facts

    package init(until: LocalDay, facts: Facts) {
        self.until = until
        self.facts = facts
    }
}

extension Dated {
    /// As it was, is or will be on a day. `was` stays, so that the picture of another day can be taken from it.
    package func on(_ day: LocalDay) -> Self {
        guard let held = was.first(where: { day <= $0.until }) else { return self }
        var picture = self
        picture.facts = held.facts
        return picture
    }

    package func exists(on day: LocalDay) -> Bool { !isClosed(on: day) && (validFrom.map { $0 <= day } ?? true) }
    /// Whether the last day is over.
    package func isClosed(on day: LocalDay) -> Bool { validTo.map { $0 < day } ?? false }

    /// Gives new facts from a day on. What was planned for later days stays planned.
    package mutating func change(from day: LocalDay, to new: Facts) {
        let old = on(day).facts
        let eve = day.adding(days: -1)
        let before = on(eve).facts
        let isNew = validFrom.map { day <= $0 } ?? false
        for index in was.indices where was[index].until >= day { was[index].facts.take(new, over: old) }
        facts.take(new, over: old)
        if !isNew, !was.contains(where: { $0.until == eve }) {
            was.insert(Was(until: eve, facts: before), at: was.firstIndex { $0.until > eve } ?? was.count)
        }
        tidy()
    }

    /// Ends with a last day. What was planned for later goes with it.
    package mutating func end(on lastDay: LocalDay) {
        facts = on(lastDay).facts
        was.removeAll { lastDay <= $0.until }
        validTo = lastDay
    }

    /// Changes that changed nothing go.
    private mutating func tidy() {
        for index in was.indices.reversed() {
            let next = index + 1 < was.count ? was[index + 1].facts : facts
            if was[index].facts == next { was.remove(at: index) }
        }
    }
}

/// What took the place of something from a day on: of one thing there may be several, and several may go into one.
package struct Successor<Subject>: Codable, Hashable, Sendable {
    package var id: ID<Subject>
    package var from: LocalDay
    /// The decision behind it ("NQ 1662/NQ-UBTVQH15"), or what went where.
    package var note: String?

    package init(id: ID<Subject>, from: LocalDay, note: String? = nil) {
        self.id = id
        self.from = from
        self.note = note
    }
}
