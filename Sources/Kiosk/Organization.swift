import Feedback

/// `organization.yaml`: who is there, who sits where.
struct Organization {
    let authority: Authority?
    let fields: [Field]
    let units: [Unit]
    let desks: [Desk]
    let officials: [Official]
    let procedures: [Procedure]
    /// With their places, for what is checked when everything is known.
    let placedPostings: [(posting: Posting, place: Place)]

    var postings: [Posting] { placedPostings.map(\.posting) }

    init(_ root: Reader?) {
        let read = root?.keys { keys in
            (
                authority: keys.required("authority")?.keys(Authority.init),
                fields: keys.list("fields") { $0.keys(Field.init) },
                units: keys.list("units") { $0.keys(Unit.init) },
                desks: keys.list("desks") { $0.keys(Desk.init) },
                officials: keys.list("officials") { $0.keys(Official.init) },
                procedures: keys.list("procedures", required: false) { $0.keys(Procedure.init) },
                postings: keys.list("postings", Self.posting)
            )
        }
        authority = read?.authority
        fields = read?.fields ?? []
        units = read?.units ?? []
        desks = read?.desks ?? []
        officials = read?.officials ?? []
        procedures = read?.procedures ?? []
        placedPostings = read?.postings ?? []
    }

    /// Nil when a part could not be read: a stand-in's days must not be compared with anything.
    private static func posting(_ reader: Reader) -> (posting: Posting, place: Place)? {
        let before = reader.findings.faults.count
        let posting = reader.keys(Posting.init)
        return reader.findings.faults.count == before ? (posting, reader.place) : nil
    }
}

extension Authority {
    init(_ keys: Keys) {
        self.init(
            name: keys.text("name"), homeAffairs: keys.reference("homeAffairs", to: .unit),
            address: keys.text("address"), phone: keys.text("phone"))
    }
}

extension Field {
    init(_ keys: Keys) {
        self.init(
            id: keys.newID(of: .field), name: keys.text("name"), validFrom: keys.optionalDay("validFrom"),
            validTo: keys.optionalDay("validTo"), was: keys.was { Facts(name: $0.text("name")) })
        keys.checkDays(self)
    }
}

extension Procedure {
    init(_ keys: Keys) {
        let facts = Facts(keys)
        self.init(
            id: keys.newID(of: .procedure), name: facts.name, code: facts.code, field: facts.field,
            validFrom: keys.optionalDay("validFrom"), validTo: keys.optionalDay("validTo"),
            was: keys.was(Facts.init))
        keys.checkDays(self)
    }
}

extension Procedure.Facts {
    init(_ keys: Keys) {
        self.init(
            name: keys.text("name"), code: keys.optionalText("code"), field: keys.reference("field", to: .field))
    }
}

extension Unit {
    init(_ keys: Keys) {
        let facts = Facts(keys)
        self.init(
            id: keys.newID(of: .unit), name: facts.name, kind: facts.kind, parent: facts.parent,
            notRatedBecause: facts.notRatedBecause, head: keys.optional("head")?.keys(Head.init),
            validFrom: keys.optionalDay("validFrom"), validTo: keys.optionalDay("validTo"),
            was: keys.was(Facts.init), successors: keys.successors(of: .unit))
        keys.checkDays(self)
    }
}

extension Unit.Facts {
    init(_ keys: Keys) {
        self.init(
            name: keys.text("name"), kind: keys.required("kind")?.choice() ?? .department,
            parent: keys.optionalReference("parent", to: .unit), notRatedBecause: keys.optionalText("notRated"))
    }
}

extension Head {
    init(_ keys: Keys) {
        self.init(name: keys.text("name"), title: keys.text("title"), email: keys.email("email"))
    }
}

extension Desk {
    init(_ keys: Keys) {
        let facts = Facts(keys)
        self.init(
            id: keys.newID(of: .desk), name: facts.name, unit: facts.unit, place: facts.place, fields: facts.fields,
            validFrom: keys.optionalDay("validFrom"), validTo: keys.optionalDay("validTo"),
            was: keys.was(Facts.init), successors: keys.successors(of: .desk))
        keys.checkDays(self)
    }
}

extension Desk.Facts {
    init(_ keys: Keys) {
        self.init(
            name: keys.text("name"), unit: keys.reference("unit", to: .unit),
            place: keys.optionalReference("place", to: .unit), fields: keys.references("fields", to: .field))
    }
}

extension Official {
    init(_ keys: Keys) {
        let facts = Facts(keys)
        self.init(
            id: keys.newID(of: .official), name: facts.name, title: facts.title, unit: facts.unit,
            validFrom: keys.optionalDay("validFrom"), validTo: keys.optionalDay("validTo"),
            was: keys.was(Facts.init))
        keys.checkDays(self)
    }
}

extension Official.Facts {
    init(_ keys: Keys) {
        self.init(name: keys.text("name"), title: keys.text("title"), unit: keys.reference("unit", to: .unit))
    }
}

extension Posting {
    init(_ keys: Keys) {
        self.init(
            desk: keys.reference("desk", to: .desk), official: keys.reference("official", to: .official),
            from: keys.day("from"), to: keys.optionalDay("to"), weekdays: keys.weekdays("weekdays"))
        keys.checkOrder(from, "to", to)
    }
}
