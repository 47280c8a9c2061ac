/// Thay người: for a time somebody else sits at a desk than the regular postings say.
package struct Substitution: Hashable, Sendable {
    package var id: Int64
    /// The change it belongs to: what is done together is undone together.
    package var change: Int64
    package var desk: ID<Desk>
    /// Who does not sit there; nil: nobody leaves, the substitute comes in addition.
    package var absent: ID<Official>?
    /// Who sits there instead; nil: the place stays empty.
    package var substitute: ID<Official>?
    package var time: ShiftTime

    package init(
        id: Int64 = 0, change: Int64 = 0, desk: ID<Desk>, absent: ID<Official>?, substitute: ID<Official>?,
        time: ShiftTime
    ) {
        self.id = id
        self.change = change
        self.desk = desk
        self.absent = absent
        self.substitute = substitute
        self.time = time
    }

    /// Puts the substitute in the place of who is absent. Somebody who was to be replaced and is not there any more
    /// (the regular posting ended meanwhile) leaves the substitute where they were sent.
    func apply(to officials: inout [ID<Official>]) {
        if let absent, let place = officials.firstIndex(of: absent) {
            officials.remove(at: place)
            if let substitute, !officials.contains(substitute) { officials.insert(substitute, at: place) }
        } else if let substitute, !officials.contains(substitute) {
            officials.append(substitute)
        }
    }
}

/// From a day to a day, both included: the whole days, or the same half of each.
package struct ShiftTime: Hashable, Sendable {
    /// Longer is a new regular posting.
    package static let longest = 92

    package var from: LocalDay
    package var to: LocalDay
    /// Nil: the whole day.
    package var half: DayHalf?

    package init(from: LocalDay, to: LocalDay, half: DayHalf? = nil) {
        self.from = from
        self.to = to
        self.half = half
    }

    package init(_ day: LocalDay, _ half: DayHalf? = nil) { self.init(from: day, to: day, half: half) }

    package func covers(_ day: LocalDay, _ half: DayHalf) -> Bool {
        from <= day && day <= to && (self.half == nil || self.half == half)
    }

    package func overlaps(_ other: ShiftTime) -> Bool {
        from <= other.to && other.from <= to && (half == nil || other.half == nil || half == other.half)
    }

    package var days: [LocalDay] { from <= to ? (from.number...to.number).map(LocalDay.init(number:)) : [] }
    package var halves: [DayHalf] { half.map { [$0] } ?? DayHalf.allCases }
}
