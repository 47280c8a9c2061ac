import Feedback

/// What everything in the directory may say of its past and of what came after.
extension Keys {
    /// `was`: facts that held until a day, all of them written out.
    func was<Facts: FactSheet>(_ facts: (Keys) -> Facts) -> [Was<Facts>] {
        list("was", required: false) { $0.keys { Was(until: $0.day("until"), facts: facts($0)) } }
    }

    /// `successors`: what took over, from which day.
    func successors<Kind>(of subject: Subject) -> [Successor<Kind>] {
        list("successors", required: false) { reader in
            reader.keys {
                Successor(id: $0.reference("id", to: subject), from: $0.day("from"), note: $0.optionalText("note"))
            }
        }
    }

    /// Adds a fault for a last day before the first, and for a past that is not in order or outside the life of the
    /// thing.
    func checkDays(_ thing: some Dated) {
        checkOrder(thing.validFrom, "validTo", thing.validTo)
        var eve = thing.validFrom?.adding(days: -1)
        for each in thing.was where each.until != Reader.noDay {
            if let eve, each.until <= eve {
                return fault("was", "các mục trong was xếp theo ngày until tăng dần, từ validFrom trở đi")
            }
            eve = each.until
        }
        if let last = thing.validTo, let eve, !thing.was.isEmpty, last <= eve {
            fault("was", "mục cuối cùng trong was phải kết thúc trước validTo")
        }
    }
}
