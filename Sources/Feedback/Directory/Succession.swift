extension Directory {
    /// Who does a unit's work on a day: itself, or what took its place, and so on down the line.
    package func standing(_ id: ID<Unit>, on day: LocalDay) -> [Unit] {
        var found: [Unit] = []
        var seen: Set<ID<Unit>> = []
        var open = [id]
        while !open.isEmpty {
            let next = open.removeFirst()
            guard seen.insert(next).inserted, let unit = unit(next) else { continue }
            if unit.isClosed(on: day) {
                open += unit.successors.filter { $0.from <= day }.map(\.id)
            } else {
                found.append(unit)
            }
        }
        return found
    }

    /// Where to go instead of a desk that is closed: the desks that were named, else those of the units that took over,
    /// those for the same fields first. Only desks that take ratings on that day.
    package func heirs(of desk: Desk, on day: LocalDay) -> [Desk] {
        let named = namedHeirs(of: desk, on: day)
        if !named.isEmpty { return named }
        let units = Set((standing(desk.unit, on: day) + standing(desk.hall, on: day)).map(\.id))
        let near = desks.filter { other in
            other.id != desk.id && other.exists(on: day) && (units.contains(other.unit) || units.contains(other.hall))
        }
        let ofField = near.filter { !Set($0.fields).isDisjoint(with: desk.fields) }
        return ofField.isEmpty ? near : ofField
    }

    private func namedHeirs(of desk: Desk, on day: LocalDay) -> [Desk] {
        var found: [Desk] = []
        var seen: Set<ID<Desk>> = [desk.id]
        var open = desk.successors.map(\.id)
        while !open.isEmpty {
            let next = open.removeFirst()
            guard seen.insert(next).inserted, let other = self.desk(next) else { continue }
            if other.isClosed(on: day) { open += other.successors.map(\.id) } else { found.append(other) }
        }
        return found
    }
}

/// A desk that is no longer there, and where to go instead: what an old card answers.
package struct ClosedDesk: Hashable, Sendable {
    package struct Heir: Hashable, Sendable {
        package var desk: String
        package var unit: String
        /// Nil: this one has no code in force.
        package var code: DeskCode?

        package init(desk: String, unit: String, code: DeskCode?) {
            self.desk = desk
            self.unit = unit
            self.code = code
        }
    }

    package var desk: String
    package var unit: String
    package var lastDay: LocalDay
    package var heirs: [Heir]
    /// The units that took over, for when there is no desk to name.
    package var places: [String]

    package init(desk: String, unit: String, lastDay: LocalDay, heirs: [Heir] = [], places: [String] = []) {
        self.desk = desk
        self.unit = unit
        self.lastDay = lastDay
        self.heirs = heirs
        self.places = places
    }

    init(_ desk: Desk, lastDay: LocalDay, in directory: Directory, on day: LocalDay) {
        self.init(
            desk: desk.name, unit: directory.unit(desk.hall)?.name ?? "", lastDay: lastDay,
            heirs: directory.heirs(of: desk, on: day).map { heir in
                Heir(
                    desk: heir.name, unit: directory.unit(heir.hall)?.name ?? "", code: directory.code(of: heir.id))
            },
            places: directory.standing(desk.hall, on: day).map(\.name))
    }
}
