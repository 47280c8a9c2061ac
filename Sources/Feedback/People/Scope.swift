/// Which part of the tree somebody may see. Every staff query takes one, and what is outside is not found.
package enum Scope: Hashable, Sendable {
    /// Everything (home affairs).
    case whole
    /// These units; cases that bypass the head stay out of sight.
    case units(Set<ID<Unit>>)

    package func contains(_ unit: ID<Unit>) -> Bool {
        switch self {
        case .whole: true
        case .units(let units): units.contains(unit)
        }
    }
}
