/// Cơ quan, đơn vị: an office that is rated, or that others belong to.
package struct Unit: Dated {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// UBND tỉnh, thành phố trực thuộc trung ương · UBND thành phố, huyện · UBND phường · UBND xã
        case province, city, ward, commune
        /// Phòng chuyên môn · văn phòng · Bộ phận Tiếp nhận và Trả kết quả · cơ quan ngành dọc · đơn vị sự nghiệp
        case department, office, oneStop, agency, centre
    }

    package var id: ID<Unit>
    package var name: String
    package var kind: Kind
    package var parent: ID<Unit>?
    /// Why this unit is not rated; nil for a rated one. Such a unit may still run a place where others are.
    package var notRatedBecause: String?
    /// Who answers for it now; not dated, for an alert keeps the name of its own day.
    package var head: Head?
    /// First day on which the unit exists; nil: since before anybody counted.
    package var validFrom: LocalDay?
    /// Last day on which the unit exists; nil: still.
    package var validTo: LocalDay?
    package var was: [Was<Facts>]
    package var successors: [Successor<Unit>]

    package var isRated: Bool { notRatedBecause == nil }

    package init(
        id: ID<Unit>, name: String, kind: Kind, parent: ID<Unit>? = nil, notRatedBecause: String? = nil,
        head: Head? = nil, validFrom: LocalDay? = nil, validTo: LocalDay? = nil, was: [Was<Facts>] = [],
        successors: [Successor<Unit>] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.parent = parent
        self.notRatedBecause = notRatedBecause
        self.head = head
        self.validFrom = validFrom
        self.validTo = validTo
        self.was = was
        self.successors = successors
    }
}

extension Unit {
    package struct Facts: FactSheet {
        package var name: String
        package var kind: Kind
        package var parent: ID<Unit>?
        package var notRatedBecause: String?

        package init(name: String, kind: Kind, parent: ID<Unit>? = nil, notRatedBecause: String? = nil) {
            self.name = name
            self.kind = kind
            self.parent = parent
            self.notRatedBecause = notRatedBecause
        }

        package mutating func take(_ new: Self, over old: Self) {
            if new.name != old.name { name = new.name }
            if new.kind != old.kind { kind = new.kind }
            if new.parent != old.parent { parent = new.parent }
            if new.notRatedBecause != old.notRatedBecause { notRatedBecause = new.notRatedBecause }
        }
    }

    package var facts: Facts {
        get { Facts(name: name, kind: kind, parent: parent, notRatedBecause: notRatedBecause) }
        set {
            (name, kind, parent, notRatedBecause) = (
                newValue.name, newValue.kind, newValue.parent, newValue.notRatedBecause
            )
        }
    }
}

/// Thủ trưởng: who answers for a unit and is told of a bad rating.
package struct Head: Codable, Hashable, Sendable {
    package var name: String
    package var title: String
    package var email: String

    package init(name: String, title: String, email: String) {
        self.name = name
        self.title = title
        self.email = email
    }
}
