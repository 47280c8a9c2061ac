extension Writing {
    /// A new regular posting.
    /// - Parameter moving: whether the official leaves other desks for those days. Without it, that is a problem of
    ///   the field `move`.
    /// - Returns: the change, by which it is undone.
    /// - Throws: `Refusal.notFound`, `Refusal.invalid`.
    @discardableResult
    package func post(_ posting: Posting, moving: Bool = false, scope: Scope) throws -> Int64 {
        let desk = try reachable(posting.desk, scope)
        guard directory.maySend(posting.official, to: desk, insteadOf: nil, scope: scope) else {
            throw Refusal.notFound
        }
        guard posting.from >= LocalDay(now) else {
            throw Refusal.shift(
                "from", "Phân công mới bắt đầu từ hôm nay trở đi. Với ngày đã qua, xin dùng “Đính chính”.")
        }
        return try replace([], with: [posting], moving: moving, scope: scope)
    }

    /// Ends a regular posting.
    /// - Parameter last: the last day, yesterday at the earliest. A posting that begins later goes as a whole.
    @discardableResult
    package func end(_ posting: Posting, last: LocalDay, scope: Scope) throws -> Int64 {
        _ = try reachable(posting.desk, scope)
        guard last >= LocalDay(now).adding(days: -1) else {
            throw Refusal.shift("last", "Ngày cuối sớm nhất là hôm qua. Với ngày đã qua, xin dùng “Đính chính”.")
        }
        if let to = posting.to, to <= last { throw Refusal.shift("last", "Phân công này đã hết từ ngày \(to.words).") }
        var ended = posting
        ended.to = last
        return try replace([posting], with: posting.from <= last ? [ended] : [], moving: false, scope: scope)
    }

    /// Gives a regular posting other weekdays from a day on.
    @discardableResult
    package func change(
        _ posting: Posting, from day: LocalDay, weekdays: [Int], moving: Bool = false, scope: Scope
    ) throws -> Int64 {
        _ = try reachable(posting.desk, scope)
        guard day >= LocalDay(now) else { throw Refusal.shift("from", "Xin chọn từ hôm nay trở đi.") }
        if let to = posting.to, to < day { throw Refusal.shift("from", "Phân công này hết từ ngày \(to.words).") }
        var (old, new) = (posting, posting)
        old.to = day.adding(days: -1)
        new.from = max(day, posting.from)
        new.weekdays = weekdays
        let kept = posting.from < day ? [old] : []
        return try replace([posting], with: kept + [new], moving: moving, scope: scope)
    }

    private func reachable(_ id: ID<Desk>, _ scope: Scope) throws -> Desk {
        guard let desk = directory.desk(id), scope.contains(desk) else { throw Refusal.notFound }
        return desk
    }

    /// Some postings in the place of others, and what overlaps elsewhere cut away when the official moves.
    private func replace(_ old: [Posting], with new: [Posting], moving: Bool, scope: Scope) throws -> Int64 {
        var (removed, added) = (old, new)
        for posting in new {
            try posting.check()
            for other in directory.configuration.postings where !old.contains(other) && other.clashes(with: posting) {
                let name = directory.official(posting.official)?.name ?? posting.official.rawValue
                let desk = directory.desk(other.desk)
                let place = desk?.name ?? other.desk.rawValue
                guard other.desk != posting.desk else {
                    throw Refusal.shift(
                        "official", "\(name) đã có phân công ở quầy này từ ngày \(other.from.words), trùng ngày trực.")
                }
                let mayMove = desk.map(scope.contains) ?? false
                guard moving, mayMove else {
                    throw Refusal.shift(
                        mayMove ? "move" : "official",
                        "\(name) có phân công tại \(place) từ ngày \(other.from.words), trùng ngày trực.")
                }
                if !removed.contains(other) {
                    removed.append(other)
                    added += other.without(posting)
                }
            }
        }
        for posting in removed {
            guard try deletePosting(posting) else {
                throw Refusal.shift("posting", "Phân công này vừa được thay đổi. Xin xem lại lịch rồi làm lại.")
            }
        }
        for posting in added { try insertPosting(posting) }
        let change = try insertShiftChange(added: added, removed: removed)
        try reloadCalendar()
        let desk = (new.first ?? old.first)?.desk
        try log(.shiftArranged, about: desk.map { "desk:\($0)" } ?? "shifts", "change=\(change)")
        return change
    }
}

extension Posting {
    fileprivate func check() throws {
        if let to, to < from { throw Refusal.shift("to", "Ngày cuối phải từ ngày đầu trở đi.") }
        guard weekdays.allSatisfy((1...7).contains), Set(weekdays).count == weekdays.count else {
            throw Refusal.malformed
        }
    }

    /// The same official at the same time.
    package func clashes(with other: Posting) -> Bool { official == other.official && overlaps(other) }

    /// What is left of this posting without the days of another.
    package func without(_ other: Posting) -> [Posting] {
        var pieces: [Posting] = []
        func add(_ from: LocalDay, _ to: LocalDay?, _ weekdays: [Int]) {
            if let to, to < from { return }
            pieces.append(Posting(desk: desk, official: official, from: from, to: to, weekdays: weekdays))
        }
        if from < other.from { add(from, Self.earlier(to, other.from.adding(days: -1)), weekdays) }
        let everyDay = Array(1...7)
        let taken = other.weekdays.isEmpty ? everyDay : other.weekdays
        let rest = (weekdays.isEmpty ? everyDay : weekdays).filter { !taken.contains($0) }
        if !rest.isEmpty { add(max(from, other.from), Self.earlier(to, other.to), rest) }
        if let end = other.to { add(max(from, end.adding(days: 1)), to, weekdays) }
        return pieces
    }

    private static func earlier(_ a: LocalDay?, _ b: LocalDay?) -> LocalDay? {
        guard let a, let b else { return a ?? b }
        return min(a, b)
    }
}
