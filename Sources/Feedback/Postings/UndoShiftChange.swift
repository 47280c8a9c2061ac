extension Writing {
    /// Takes back a change of the calendar, as long as nothing was built on it.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` with a sentence that says why it cannot be undone.
    package func undoShiftChange(_ id: Int64, scope: Scope) throws {
        guard let change = try shiftChange(id), change.undoneAt == nil else { throw Refusal.notFound }
        let substitutions = try substitutions(ofChange: id)
        let desks = Set(substitutions.map(\.desk) + (change.added + change.removed).map(\.desk))
        guard desks.allSatisfy({ directory.desk($0).map(scope.contains) ?? false }) else { throw Refusal.notFound }
        if let correction = try correction(ofChange: id) { return try undoCorrection(correction.id, scope: scope) }
        try checkNothingIsBuilt(on: substitutions)
        if !substitutions.isEmpty, substitutions.allSatisfy({ $0.time.to < LocalDay(now) }) {
            throw Refusal.shift("undo", "Lần thay người này đã qua. Xin dùng “Đính chính người trực”.")
        }
        try takeBack(change)
        try log(.shiftUndone, about: "change:\(id)")
    }

    /// Whoever stands in for a substitute would be left over.
    func checkNothingIsBuilt(on substitutions: [Substitution]) throws {
        for each in substitutions {
            let later = directory.substitutions(at: each.desk)
            guard !later.contains(where: { $0.change > each.change && $0.time.overlaps(each.time) }) else {
                let name = directory.desk(each.desk)?.name ?? each.desk.rawValue
                throw Refusal.shift("undo", "Lịch của \(name) có thay đổi sau đó. Xin hoàn tác thay đổi sau trước.")
            }
        }
    }

    func takeBack(_ change: ShiftChange) throws {
        for posting in change.added {
            guard try deletePosting(posting) else {
                throw Refusal.shift("undo", "Phân công đã được thay đổi ở nơi khác nên không hoàn tác được nữa.")
            }
        }
        for posting in change.removed { try insertPosting(posting) }
        try markUndone(change: change.id)
        try reloadCalendar()
    }
}
