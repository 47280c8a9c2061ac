/// Some things of the directory as they are written together.
package struct DirectoryEdit: Codable, Hashable, Sendable {
    package var units: [Unit]
    package var desks: [Desk]
    package var officials: [Official]
    package var fields: [Field]
    package var procedures: [Procedure]

    package init(
        units: [Unit] = [], desks: [Desk] = [], officials: [Official] = [], fields: [Field] = [],
        procedures: [Procedure] = []
    ) {
        self.units = units
        self.desks = desks
        self.officials = officials
        self.fields = fields
        self.procedures = procedures
    }

    package var things: [Thing] {
        units.map { .unit($0.id) } + desks.map { .desk($0.id) } + officials.map { .official($0.id) }
            + fields.map { .field($0.id) } + procedures.map { .procedure($0.id) }
    }

    /// Whether both hold the same, in whatever order.
    func isSame(as other: DirectoryEdit) -> Bool {
        Set(units) == Set(other.units) && Set(desks) == Set(other.desks) && Set(officials) == Set(other.officials)
            && Set(fields) == Set(other.fields) && Set(procedures) == Set(other.procedures)
    }

    /// Without these.
    package func without(_ other: DirectoryEdit) -> DirectoryEdit {
        DirectoryEdit(
            units: units.without(other.units), desks: desks.without(other.desks),
            officials: officials.without(other.officials), fields: fields.without(other.fields),
            procedures: procedures.without(other.procedures))
    }
}

/// A thing of the directory by its id.
package enum Thing: Hashable, Sendable {
    case unit(ID<Unit>), desk(ID<Desk>), official(ID<Official>), field(ID<Field>), procedure(ID<Procedure>)

    /// "unit", "desk" …, as kept in rows and addresses.
    package var kind: String {
        switch self {
        case .unit: "unit"
        case .desk: "desk"
        case .official: "official"
        case .field: "field"
        case .procedure: "procedure"
        }
    }

    package var id: String {
        switch self {
        case .unit(let id): id.rawValue
        case .desk(let id): id.rawValue
        case .official(let id): id.rawValue
        case .field(let id): id.rawValue
        case .procedure(let id): id.rawValue
        }
    }

    package init?(kind: String, id: String) {
        switch kind {
        case "unit": self = .unit(ID(id))
        case "desk": self = .desk(ID(id))
        case "official": self = .official(ID(id))
        case "field": self = .field(ID(id))
        case "procedure": self = .procedure(ID(id))
        default: return nil
        }
    }
}

extension Array where Element: Dated {
    /// Puts a thing in the place of the one with its id, or at the end.
    package mutating func put(_ thing: Element) {
        if let index = firstIndex(where: { $0.id == thing.id }) { self[index] = thing } else { append(thing) }
    }

    fileprivate func without(_ others: [Element]) -> [Element] {
        let ids = Set(others.map(\.id))
        return filter { !ids.contains($0.id) }
    }

    fileprivate func only(_ others: [Element]) -> [Element] {
        let ids = Set(others.map(\.id))
        return filter { ids.contains($0.id) }
    }
}

extension KioskConfiguration {
    /// What these things are now; those that are not there yet are left out.
    package func present(_ edit: DirectoryEdit) -> DirectoryEdit {
        DirectoryEdit(
            units: units.only(edit.units), desks: desks.only(edit.desks), officials: officials.only(edit.officials),
            fields: fields.only(edit.fields), procedures: procedures.only(edit.procedures))
    }

    /// As the store does: what the plan writes, and who sat at desks that end.
    package mutating func carryOut(_ plan: DirectoryPlan) {
        put(plan.after)
        let lastDay = plan.order.day.adding(days: -1)
        for posting in plan.ended {
            guard let index = postings.firstIndex(of: posting) else { continue }
            if posting.from <= lastDay { postings[index].to = lastDay } else { postings.remove(at: index) }
        }
    }

    package mutating func put(_ edit: DirectoryEdit) {
        for unit in edit.units { units.put(unit) }
        for desk in edit.desks { desks.put(desk) }
        for official in edit.officials { officials.put(official) }
        for field in edit.fields { fields.put(field) }
        for procedure in edit.procedures { procedures.put(procedure) }
    }
}
