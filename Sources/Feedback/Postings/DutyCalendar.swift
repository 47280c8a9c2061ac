/// Where and when somebody is on duty.
package struct Duty: Hashable, Sendable {
    package let desk: Desk
    package let day: LocalDay
    package let half: DayHalf

    package init(desk: Desk, day: LocalDay, half: DayHalf) {
        self.desk = desk
        self.day = day
        self.half = half
    }
}

extension Directory {
    /// Duties of an official at other desks within a time, by day.
    package func duties(of official: ID<Official>, during time: ShiftTime, besides desk: ID<Desk>) -> [Duty] {
        let desks = configuration.desks.filter { other in
            other.id != desk
                && (postings(at: other.id).contains { $0.official == official }
                    || substitutions(at: other.id).contains { $0.substitute == official })
        }
        guard !desks.isEmpty else { return [] }
        return time.days.flatMap { day in
            desks.filter { $0.exists(on: day) }.flatMap { desk in
                time.halves.compactMap { half in
                    officials(at: desk.id, on: day, half).contains { $0.id == official }
                        ? Duty(desk: desk, day: day, half: half) : nil
                }
            }
        }
    }

    /// Whether somebody is on duty at a desk at some moment of a time.
    func isOnDuty(_ official: ID<Official>, at desk: ID<Desk>, during time: ShiftTime) -> Bool {
        time.days.contains { day in
            time.halves.contains { half in officials(at: desk, on: day, half).contains { $0.id == official } }
        }
    }
}

/// Somebody who could sit at a desk.
package struct Candidate: Sendable {
    package let official: Official
    /// The first duty elsewhere in that time; nil: free.
    package let busy: Duty?
    /// Whether they have sat at this desk before.
    package let isUsual: Bool
}

extension Directory {
    /// Officials of the hall and of the units concerned who are not at the desk for all of the time: the free first,
    /// then who has sat there before, then colleagues of whoever is absent.
    package func candidates(for desk: Desk, during time: ShiftTime, absent: ID<Official>?) -> [Candidate] {
        let home = absent.flatMap { official($0)?.unit } ?? desk.unit
        let known = known(inHall: desk.hall)
        let usual = Set(postings(at: desk.id).map(\.official) + substitutions(at: desk.id).compactMap(\.substitute))
        let found = configuration.officials.compactMap { official -> (Candidate, Int)? in
            guard official.id != absent, official.exists(on: time.from),
                [home, desk.unit].contains(official.unit) || known.contains(official.id),
                !isOnDuty(official.id, at: desk.id, during: time)
            else { return nil }
            let candidate = Candidate(
                official: official, busy: duties(of: official.id, during: time, besides: desk.id).first,
                isUsual: usual.contains(official.id))
            let order =
                (candidate.busy == nil ? 0 : 4) + (candidate.isUsual ? 0 : 2) + (official.unit == home ? 0 : 1)
            return (candidate, order)
        }
        return found.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
    }

    /// Who sits, sat or will sit in a hall.
    private func known(inHall hall: ID<Unit>) -> Set<ID<Official>> {
        let desks = configuration.desks.filter { $0.hall == hall }.map(\.id)
        return Set(
            desks.flatMap { desk in
                postings(at: desk).map(\.official) + substitutions(at: desk).compactMap(\.substitute)
            })
    }

    /// Whether somebody who arranges a scope may send this official to a desk: to any with the whole, else those of
    /// the hall and of the desk's unit.
    func maySend(_ official: ID<Official>, to desk: Desk, insteadOf absent: ID<Official>?, scope: Scope) -> Bool {
        guard let official = self.official(official) else { return false }
        let home = absent.flatMap { self.official($0)?.unit }
        return scope == .whole || official.unit == desk.unit || official.unit == home || scope.contains(official.unit)
            || known(inHall: desk.hall).contains(official.id)
    }
}
