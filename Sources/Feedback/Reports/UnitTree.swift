extension ReportOrder {
    /// The units with ratings and those above them: a parent with the sum of what is below it, then its parts, among
    /// neighbours in the order of the report. A parent that adds nothing to its only part is left out, and so are one that
    /// `scope` does not hold, whose sum would be that of the parts one may see and not its own, and one above the
    /// authority that is not rated: the city's figure is not the province's.
    func tree(_ rows: [String: Measured], within scope: Scope) -> [PeriodReport.UnitRow] {
        var own: [ID<Unit>: Measured] = [:]
        for (key, measured) in rows { own[ID(key), default: Measured()] = own[ID(key), default: Measured()] + measured }
        let parent = { (id: ID<Unit>) -> ID<Unit>? in
            guard let above = directory.unit(id)?.parent, scope.contains(above), directory.unit(above) != nil else {
                return nil
            }
            return above
        }
        var parts: [ID<Unit>: [ID<Unit>]] = [:]
        var tops: [ID<Unit>] = []
        var known: Set<ID<Unit>> = []
        for id in own.keys {
            var id = id
            // A circle of parents cannot come through the directory's door; a set ends the way up all the same.
            while known.insert(id).inserted {
                guard let above = parent(id) else {
                    tops.append(id)
                    break
                }
                parts[above, default: []].append(id)
                id = above
            }
        }
        let sums = sums(of: tops, own, parts)
        let ours = directory.unitsOfAuthority
        let stands = { (id: ID<Unit>) in
            own[id] != nil || (parts[id] ?? []).count > 1 && (ours.contains(id) || directory.unit(id)?.isRated ?? false)
        }
        return ordered(tops, sums).flatMap { branch($0, depth: 0, stands, parts, sums) }
    }

    private func sums(
        of tops: [ID<Unit>], _ own: [ID<Unit>: Measured], _ parts: [ID<Unit>: [ID<Unit>]]
    ) -> [ID<Unit>: Measured] {
        var sums: [ID<Unit>: Measured] = [:]
        func add(_ id: ID<Unit>) -> Measured {
            let sum = (parts[id] ?? []).reduce(own[id] ?? Measured()) { $0 + add($1) }
            sums[id] = sum
            return sum
        }
        for top in tops { _ = add(top) }
        return sums
    }

    private func branch(
        _ id: ID<Unit>, depth: Int, _ stands: (ID<Unit>) -> Bool, _ parts: [ID<Unit>: [ID<Unit>]],
        _ sums: [ID<Unit>: Measured]
    ) -> [PeriodReport.UnitRow] {
        let below = ordered(parts[id] ?? [], sums)
        guard stands(id) else { return below.flatMap { branch($0, depth: depth, stands, parts, sums) } }
        let row = PeriodReport.UnitRow(
            id: id, depth: depth, measured: sums[id] ?? Measured(), isSum: !below.isEmpty)
        return [row] + below.flatMap { branch($0, depth: depth + 1, stands, parts, sums) }
    }

    private func ordered(_ ids: [ID<Unit>], _ sums: [ID<Unit>: Measured]) -> [ID<Unit>] {
        let rows = Dictionary(
            ids.map { ($0.rawValue, sums[$0] ?? Measured()) }, uniquingKeysWith: { first, _ in first })
        return sorted(rows, like: directory.configuration.units.map(\.id)).compactMap(\.id)
    }
}
