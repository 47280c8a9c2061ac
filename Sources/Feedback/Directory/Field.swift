/// Lĩnh vực: đất đai, hộ tịch, chứng thực …
package struct Field: Dated {
    package var id: ID<Field>
    package var name: String
    package var validFrom: LocalDay?
    package var validTo: LocalDay?
    package var was: [Was<Facts>]

    package init(
        id: ID<Field>, name: String, validFrom: LocalDay? = nil, validTo: LocalDay? = nil, was: [Was<Facts>] = []
    ) {
        self.id = id
        self.name = name
        self.validFrom = validFrom
        self.validTo = validTo
        self.was = was
    }

    package struct Facts: FactSheet {
        package var name: String

        package init(name: String) { self.name = name }
        package mutating func take(_ new: Self, over old: Self) { if new.name != old.name { name = new.name } }
    }

    package var facts: Facts {
        get { Facts(name: name) }
        set { name = newValue.name }
    }
}

/// Thủ tục hành chính: what somebody comes for. Its public code is text ("1.001193") and changes with each
/// announcement; the id does not.
package struct Procedure: Dated {
    package var id: ID<Procedure>
    package var name: String
    /// Nil: none is announced.
    package var code: String?
    package var field: ID<Field>
    package var validFrom: LocalDay?
    package var validTo: LocalDay?
    package var was: [Was<Facts>]

    package init(
        id: ID<Procedure>, name: String, code: String? = nil, field: ID<Field>, validFrom: LocalDay? = nil,
        validTo: LocalDay? = nil, was: [Was<Facts>] = []
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.field = field
        self.validFrom = validFrom
        self.validTo = validTo
        self.was = was
    }

    package struct Facts: FactSheet {
        package var name: String
        package var code: String?
        package var field: ID<Field>

        package init(name: String, code: String? = nil, field: ID<Field>) {
            self.name = name
            self.code = code
            self.field = field
        }

        package mutating func take(_ new: Self, over old: Self) {
            if new.name != old.name { name = new.name }
            if new.code != old.code { code = new.code }
            if new.field != old.field { field = new.field }
        }
    }

    package var facts: Facts {
        get { Facts(name: name, code: code, field: field) }
        set { (name, code, field) = (newValue.name, newValue.code, newValue.field) }
    }
}
