/// Quầy: where a citizen sits down, and where the printed code stands.
package struct Desk: Dated {
    package var id: ID<Desk>
    /// The sign on the desk.
    package var name: String
    /// The unit whose work is done here. It is rated when nobody is known to be on duty;
    /// otherwise the home unit of the official is.
    package var unit: ID<Unit>
    /// The one-stop department where the desk stands, if that is another unit.
    package var place: ID<Unit>?
    package var fields: [ID<Field>]
    package var validFrom: LocalDay?
    /// The last day on which ratings are taken here.
    package var validTo: LocalDay?
    package var was: [Was<Facts>]
    /// Where to go instead; empty: the desks of what took the unit's place.
    package var successors: [Successor<Desk>]

    package init(
        id: ID<Desk>, name: String, unit: ID<Unit>, place: ID<Unit>? = nil, fields: [ID<Field>] = [],
        validFrom: LocalDay? = nil, validTo: LocalDay? = nil, was: [Was<Facts>] = [],
        successors: [Successor<Desk>] = []
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.place = place
        self.fields = fields
        self.validFrom = validFrom
        self.validTo = validTo
        self.was = was
        self.successors = successors
    }

    /// Where one comes to: the one-stop department, or the unit itself.
    package var hall: ID<Unit> { place ?? unit }
}

extension Desk {
    package struct Facts: FactSheet {
        package var name: String
        package var unit: ID<Unit>
        package var place: ID<Unit>?
        package var fields: [ID<Field>]

        package init(name: String, unit: ID<Unit>, place: ID<Unit>? = nil, fields: [ID<Field>] = []) {
            self.name = name
            self.unit = unit
            self.place = place
            self.fields = fields
        }

        package mutating func take(_ new: Self, over old: Self) {
            if new.name != old.name { name = new.name }
            if new.unit != old.unit { unit = new.unit }
            if new.place != old.place { place = new.place }
            if new.fields != old.fields { fields = new.fields }
        }
    }

    package var facts: Facts {
        get { Facts(name: name, unit: unit, place: place, fields: fields) }
        set { (name, unit, place, fields) = (newValue.name, newValue.unit, newValue.place, newValue.fields) }
    }
}
