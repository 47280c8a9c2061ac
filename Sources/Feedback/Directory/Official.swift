/// Cán bộ, công chức, viên chức who receives people at a desk.
package struct Official: Dated {
    package var id: ID<Official>
    package var name: String
    package var title: String
    /// The unit that sent them: often not the one-stop department where they sit.
    package var unit: ID<Unit>
    package var validFrom: LocalDay?
    /// The last day of service here.
    package var validTo: LocalDay?
    package var was: [Was<Facts>]

    package init(
        id: ID<Official>, name: String, title: String, unit: ID<Unit>, validFrom: LocalDay? = nil,
        validTo: LocalDay? = nil, was: [Was<Facts>] = []
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.unit = unit
        self.validFrom = validFrom
        self.validTo = validTo
        self.was = was
    }

    package struct Facts: FactSheet {
        package var name: String
        package var title: String
        package var unit: ID<Unit>

        package init(name: String, title: String, unit: ID<Unit>) {
            self.name = name
            self.title = title
            self.unit = unit
        }

        package mutating func take(_ new: Self, over old: Self) {
            if new.name != old.name { name = new.name }
            if new.title != old.title { title = new.title }
            if new.unit != old.unit { unit = new.unit }
        }
    }

    package var facts: Facts {
        get { Facts(name: name, title: title, unit: unit) }
        set { (name, title, unit) = (newValue.name, newValue.title, newValue.unit) }
    }
}

/// Who sits where, from a day to a day (both included), on all days or on certain weekdays.
package struct Posting: Codable, Hashable, Sendable {
    package var desk: ID<Desk>
    package var official: ID<Official>
    package var from: LocalDay
    /// Last day; nil: until further notice.
    package var to: LocalDay?
    /// 1 Monday … 7 Sunday; empty: every day.
    package var weekdays: [Int]

    package init(
        desk: ID<Desk>, official: ID<Official>, from: LocalDay, to: LocalDay? = nil, weekdays: [Int] = []
    ) {
        self.desk = desk
        self.official = official
        self.from = from
        self.to = to
        self.weekdays = weekdays
    }

    package func covers(_ day: LocalDay) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true) && (weekdays.isEmpty || weekdays.contains(day.weekday))
    }

    /// Whether some day belongs to both: a week from the later start decides, for the pattern repeats.
    package func overlaps(_ other: Posting) -> Bool {
        let start = max(from, other.from)
        return (0..<7).contains { covers(start.adding(days: $0)) && other.covers(start.adding(days: $0)) }
    }
}
