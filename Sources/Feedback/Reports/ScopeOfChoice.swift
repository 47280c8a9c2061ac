extension CellFilter {
    /// A unit that was chosen means the unit and what is below it, as far as `scope` goes; what remains of the choice
    /// is a choice within that scope. A unit without parts stays a choice of the cell, which the tallies know.
    package func within(_ scope: Scope, in directory: Directory) -> (cell: CellFilter, scope: Scope) {
        guard let unit, directory.subtree(of: unit).count > 1 else { return (self, scope) }
        var cell = self
        cell.unit = nil
        return (cell, scope.narrowed(to: unit, in: directory))
    }
}

extension Scope {
    /// Of this scope only what belongs to a unit and to what is below it; everything without a unit.
    package func narrowed(to unit: ID<Unit>?, in directory: Directory) -> Scope {
        guard let unit else { return self }
        let tree = directory.subtree(of: unit)
        switch self {
        case .whole: return .units(tree)
        case .units(let units): return .units(units.intersection(tree))
        case .desks(let desks):
            return .desks(desks.filter { directory.desk($0).map { tree.contains($0.unit) } ?? false })
        }
    }
}

extension Directory {
    /// The picture by which a period is read: of its last day, or of today while it runs.
    package func picture(of period: Period) -> Directory { on(min(day ?? period.last, period.last)) }

    /// Targets in force on a day: our own method first, then benchmarks of another (Statistics.md, "Benchmarks").
    package func targets(on day: LocalDay) -> [Target] {
        let inForce = configuration.targets.filter { $0.applies(on: day) }
        return inForce.filter(\.sameMethod) + inForce.filter { !$0.sameMethod }
    }
}
