/// Where the watch stands: every rating up to `through` was taken.
package struct WatchCursor: Hashable, Sendable {
    package var through: Int64
    /// Grows with each step and each correction, so that a step made from an older picture is not taken.
    package var turn: Int64

    package init(through: Int64 = 0, turn: Int64 = 0) {
        self.through = through
        self.turn = turn
    }
}

/// A step of the watch, worked out beside the writer and taken by it in one stroke.
package struct WatchAdvance: Sendable {
    let from: WatchCursor
    let through: Int64
    let states: [Watched: WatchState]
    /// Stretches that ended in an alarm, with the rating that ended them.
    let raised: [(subject: Watched, stretch: WatchState, last: Observation)]
}

extension Reading {
    /// The next ratings in the order in which they came.
    ///
    /// A rating that was replaced on the same day no longer counts: its desk and official are looked at again from the
    /// beginning of their stretch. After a correction of who was on duty they are looked at again from the first rating
    /// that moved, with the sum at 0.
    /// - Parameter limit: ratings in one step.
    /// - Returns: nil when there is nothing new.
    package func watchAdvance(limit: Int, cusum: BernoulliCusum = .usual) throws -> WatchAdvance? {
        let cursor = try watchCursor()
        var states = try watchStates()
        let fresh = try observations(after: cursor.through, through: nil, of: nil, limit: limit)
        let through = fresh.last?.rating ?? cursor.through
        var again = states.compactMapValues(\.restartFrom)
        guard !fresh.isEmpty || !again.isEmpty else { return nil }
        for replaced in try replacedObservations(through: cursor.through, by: through) {
            for subject in replaced.subjects {
                guard let first = states[subject]?.firstRating, first <= replaced.rating else { continue }
                again[subject] = min(again[subject] ?? first, first)
            }
        }
        var raised: [(subject: Watched, stretch: WatchState, last: Observation)] = []
        func take(_ observation: Observation, for subject: Watched) {
            if let stretch = states[subject, default: WatchState()].take(observation, cusum) {
                raised.append((subject, stretch, observation))
            }
        }
        for (subject, first) in again {
            states[subject] = WatchState()
            for observation in try observations(after: first - 1, through: through, of: subject, limit: .max) {
                take(observation, for: subject)
            }
        }
        var changed = Set(again.keys)
        for observation in fresh {
            for subject in observation.subjects where again[subject] == nil {
                take(observation, for: subject)
                changed.insert(subject)
            }
        }
        return WatchAdvance(
            from: cursor, through: through, states: states.filter { changed.contains($0.key) },
            raised: raised.sorted { ($0.last.rating, $0.subject.label) < ($1.last.rating, $1.subject.label) })
    }
}

extension Writing {
    /// Keeps a step of the watch and raises its alarms.
    /// - Returns: whether it was taken; not when something else moved the watch meanwhile.
    @discardableResult
    package func take(_ advance: WatchAdvance) throws -> Bool {
        guard try watchCursor() == advance.from else { return false }
        for (subject, state) in advance.states { try keepWatchState(state, of: subject) }
        try keepWatchCursor(WatchCursor(through: advance.through, turn: advance.from.turn + 1))
        for (subject, stretch, last) in advance.raised { try raise(subject, stretch, last) }
        return true
    }

    private func raise(_ subject: Watched, _ stretch: WatchState, _ last: Observation) throws {
        guard let first = stretch.firstRating, let firstDay = stretch.firstDay,
            let unit = directory.unit(of: subject, on: last.day)
        else { return }
        let id = try insertAlarm(
            Alarm(
                id: 0, subject: subject, unit: unit, raisedAt: now, firstRating: first, lastRating: last.rating,
                firstDay: firstDay, lastDay: last.day, n: stretch.n, negatives: stretch.negatives))
        try log(.alarmRaised, about: "alarm:\(id)", "\(subject.kind)=\(subject.id)")
    }

    /// Ratings moved to or from this official, the first of them `rating`: alarms that rest on such ratings are
    /// withdrawn, and the official is looked at again from there.
    func restartWatch(of official: ID<Official>?, from rating: Int64, correction: Int64) throws {
        guard let official else { return }
        let subject = Watched.official(official)
        let cursor = try watchCursor()
        // The watch has not come so far: it will meet the ratings as they are now.
        guard rating <= cursor.through else { return }
        var state = try watchStates()[subject] ?? WatchState()
        state.restartFrom = min(state.restartFrom ?? rating, rating)
        try keepWatchState(state, of: subject)
        try keepWatchCursor(WatchCursor(through: cursor.through, turn: cursor.turn + 1))
        for alarm in try alarms(AlarmFilter(scope: .whole, subject: subject), limit: 1_000)
        where alarm.lastRating >= rating && !alarm.isWithdrawn {
            let step = AlarmStep(kind: .withdrawn, at: now, actor: actor.label, note: "")
            try insertAlarmStep(step, alarm: alarm.id)
            try log(.alarmWithdrawn, about: "alarm:\(alarm.id)", "correction=\(correction)")
        }
    }
}

extension Directory {
    /// The home unit of a desk or an official; nil for one that was never configured.
    package func unit(of subject: Watched, on day: LocalDay) -> ID<Unit>? {
        switch subject {
        case .desk(let id): desk(id)?.on(day).unit
        case .official(let id): official(id)?.on(day).unit
        }
    }
}
