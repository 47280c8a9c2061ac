extension Directory {
    /// The unit that the authority itself is: the one that bears its name. Nil where it is none of the units, as when
    /// some wards of a city keep one server together.
    package var authorityUnit: ID<Unit>? {
        configuration.units.first { $0.name == configuration.authority.name }?.id
    }

    /// The units whose sums are the authority's own: it and what is below it. Those above it stand in the directory
    /// because they read reports; what was counted here is not their figure. Without a unit of the authority's name,
    /// only the tops of the tree are above it.
    package var unitsOfAuthority: Set<ID<Unit>> {
        authorityUnit.map(subtree) ?? Set(units.filter { $0.parent != nil }.map(\.id))
    }

    /// Units of which there is something to report, in the order of the configuration: those that are rated, and those
    /// of the authority that hold rated ones.
    package var reportedUnits: [ID<Unit>] {
        let own = unitsOfAuthority
        return units.filter { unit in
            unit.isRated
                || own.contains(unit.id) && subtree(of: unit.id).contains { self.unit($0)?.isRated ?? false }
        }.map(\.id)
    }
}
