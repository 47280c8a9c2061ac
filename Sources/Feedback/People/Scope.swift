/// Which part of the authority somebody may see. Every staff query takes one, and what is outside is not found.
package enum Scope: Hashable, Sendable {
    /// Everything.
    case whole
    /// These units; cases that bypass the head stay out of sight.
    case units(Set<ID<Unit>>)
    /// These desks, whatever unit their officials come from; cases that bypass the head stay out of sight.
    case desks(Set<ID<Desk>>)

    package static let nothing = Scope.units([])

    /// What is about a unit as a whole.
    package func contains(_ unit: ID<Unit>) -> Bool {
        switch self {
        case .whole: true
        case .units(let units): units.contains(unit)
        case .desks: false
        }
    }

    package func contains(_ desk: Desk) -> Bool {
        switch self {
        case .whole: true
        case .units(let units): units.contains(desk.unit)
        case .desks(let desks): desks.contains(desk.id)
        }
    }

    /// The larger takes in the smaller. Units and desks cannot be told in one query: of these the units count.
    package mutating func add(_ other: Scope) {
        switch (self, other) {
        case (.whole, _), (_, .whole): self = .whole
        case (.units(let a), .units(let b)): self = .units(a.union(b))
        case (.desks(let a), .desks(let b)): self = .desks(a.union(b))
        case (.units(let a), .desks): if a.isEmpty { self = other }
        case (.desks, .units(let b)): if !b.isEmpty { self = other }
        }
    }
}
