/// Quầy: where a citizen sits down, and where the printed code stands.
package struct Desk: Codable, Hashable, Sendable {
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
    package var validTo: LocalDay?

    package init(
        id: ID<Desk>, name: String, unit: ID<Unit>, place: ID<Unit>? = nil, fields: [ID<Field>] = [],
        validFrom: LocalDay? = nil, validTo: LocalDay? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.place = place
        self.fields = fields
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Where one comes to: the one-stop department, or the unit itself.
    package var hall: ID<Unit> { place ?? unit }
}

/// Lĩnh vực: đất đai, hộ tịch, chứng thực …
package struct Field: Codable, Hashable, Sendable {
    package var id: ID<Field>
    package var name: String

    package init(id: ID<Field>, name: String) {
        self.id = id
        self.name = name
    }
}
