import Feedback

extension TypedOrders {
    /// Closing, merging or splitting `unit`, as the first step or the preview sent it.
    func reorganization(_ unit: ID<Feedback.Unit>, _ way: ReorganizationWay) throws(Refusal) -> DirectoryOrder {
        let chosen: [ID<Feedback.Unit>] = way == .merge ? ids("units") : []
        var plan = Reorganization(
            units: chosen.isEmpty ? [unit] : chosen, successors: ids("successors"),
            new: way == .close ? [] : newUnits(),
            goesOn: way == .split && form["goesOn"] == "yes")
        let picture = Directory(configuration: configuration, codes: [], version: 0)
        let concerned = plan.units.reduce(into: Set<ID<Feedback.Unit>>()) { $0.formUnion(picture.subtree(of: $1)) }
        for desk in configuration.desks where concerned.contains(desk.unit) {
            plan.desks[desk.id] = fate("desk", desk.id.rawValue)
        }
        for official in configuration.officials where concerned.contains(official.unit) {
            plan.officials[official.id] = fate("official", official.id.rawValue)
        }
        for part in concerned where !plan.units.contains(part) { plan.parts[part] = fate("part", part.rawValue) }
        return try order(.reorganize(plan), closes: way == .close)
    }

    /// One for each name, in the order of the form; the hall goes with the first.
    private func newUnits() -> [Feedback.Unit] {
        var known = configuration
        var units: [Feedback.Unit] = []
        for field in ["newName", "newName2", "newName3"] {
            guard let name = someText(field) else { continue }
            let unit = Feedback.Unit(
                id: known.newUnitID(name), name: name, kind: kind, parent: someID("newParent"), head: head())
            known.units.append(unit)
            units.append(unit)
        }
        if let first = units.first, let hall = someText("newHall") {
            units.append(
                Feedback.Unit(
                    id: known.newUnitID(hall), name: hall, kind: .oneStop, parent: first.id,
                    notRatedBecause: "Nơi đặt quầy; đánh giá đơn vị cử người"))
        }
        return units
    }

    /// "desk[q03]" is for one, "desk[*]" for all; nil: nothing was said.
    private func fate(_ kind: String, _ id: String) -> Reorganization.Fate? {
        switch form["\(kind)[\(id)]"] ?? form["\(kind)[*]"] {
        case nil: nil
        case "closes": .closes
        case "stays": .stays
        case .some(let unit): .goesTo(ID(unit))
        }
    }
}

enum ReorganizationWay: String, CaseIterable {
    case close, merge, split
}
