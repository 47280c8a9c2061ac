/// What the office wants to be changed in the directory, and from which day on.
package struct DirectoryOrder: Sendable {
    package enum Deed: Sendable {
        case addUnit(Unit), addDesk(Desk), addOfficial(Official), addField(Field), addProcedure(Procedure)
        /// Rename, move, and whatever else is a fact.
        case changeUnit(ID<Unit>, Unit.Facts), changeDesk(ID<Desk>, Desk.Facts)
        case changeOfficial(ID<Official>, Official.Facts), changeField(ID<Field>, Field.Facts)
        case changeProcedure(ID<Procedure>, Procedure.Facts)
        /// At once: who answers for a unit is not dated.
        case setHead(ID<Unit>, Head?)
        /// With the desks to go to instead.
        case closeDesk(ID<Desk>, to: [ID<Desk>])
        case closeOfficial(ID<Official>), closeField(ID<Field>), closeProcedure(ID<Procedure>)
        /// Close, merge, split.
        case reorganize(Reorganization)
    }

    package var deed: Deed
    /// The first day on which it is as wanted. What is closed has its last day before.
    package var day: LocalDay
    /// The decision behind it.
    package var note: String?

    package init(_ deed: Deed, from day: LocalDay, note: String? = nil) {
        self.deed = deed
        self.day = day
        self.note = note
    }
}

/// Sắp xếp: units end or give something away, and others take over. One into none is closing, several into one is
/// merging, one into several is splitting.
package struct Reorganization: Hashable, Sendable {
    package enum Fate: Hashable, Sendable {
        /// Ends with the unit.
        case closes
        /// Goes on under another unit; a desk keeps its code.
        case goesTo(ID<Unit>)
        /// Stays where it is: in a split after which the unit goes on.
        case stays
    }

    package var units: [ID<Unit>]
    /// Those that take over and are there already.
    package var successors: [ID<Unit>]
    /// Those that take over and begin on that day.
    package var new: [Unit]
    /// Whether the unit goes on, smaller.
    package var goesOn: Bool
    /// What is not named here closes, or stays with a unit that goes on.
    package var desks: [ID<Desk>: Fate]
    package var officials: [ID<Official>: Fate]
    /// Units below, one-stop departments above all.
    package var parts: [ID<Unit>: Fate]

    package init(
        units: [ID<Unit>], successors: [ID<Unit>] = [], new: [Unit] = [], goesOn: Bool = false,
        desks: [ID<Desk>: Fate] = [:], officials: [ID<Official>: Fate] = [:], parts: [ID<Unit>: Fate] = [:]
    ) {
        self.units = units
        self.successors = successors
        self.new = new
        self.goesOn = goesOn
        self.desks = desks
        self.officials = officials
        self.parts = parts
    }

    /// Those that take over: not what is made below a new one, such as its hall.
    package var heirs: [ID<Unit>] {
        let made = Set(new.map(\.id))
        return successors + new.filter { $0.parent.map { !made.contains($0) } ?? true }.map(\.id)
    }
}
