extension Writing {
    /// Lets somebody stand in at a desk for a time.
    /// - Parameters:
    ///   - wish: desk, who is absent, who comes, when. `id` and `change` are given here.
    ///   - moving: whether the substitute leaves other desks for that time. Without it, duty elsewhere is a problem of
    ///     the field `move`.
    ///   - scope: of whoever arranges.
    /// - Returns: the change, by which it is undone.
    /// - Throws: `Refusal.notFound` for a desk or an official out of reach; `Refusal.invalid`.
    @discardableResult
    package func substitute(_ wish: Substitution, moving: Bool = false, scope: Scope) throws -> Int64 {
        let today = LocalDay(now)
        guard wish.time.from >= today else {
            throw Refusal.shift("from", "Ngày này đã qua. Với ngày đã qua, xin dùng “Đính chính người trực”.")
        }
        let changes = try directory.changes(for: wish, moving: moving, scope: scope)
        let change = try insertShiftChange(added: [], removed: [])
        for var each in changes {
            each.change = change
            try insertSubstitution(each)
        }
        try reloadCalendar()
        try log(.shiftSubstituted, about: "desk:\(wish.desk)", "change=\(change)")
        return change
    }
}

extension Directory {
    /// What a wish means for all desks: the substitution, and the places that the substitute leaves.
    func changes(for wish: Substitution, moving: Bool, scope: Scope) throws -> [Substitution] {
        guard let desk = desk(wish.desk), scope.contains(desk) else { throw Refusal.notFound }
        try check(wish.time, at: desk)
        if let absent = wish.absent, !isOnDuty(absent, at: desk.id, during: wish.time) {
            let name = official(absent)?.name ?? absent.rawValue
            throw Refusal.shift("absent", "\(name) không có trong lịch trực của \(desk.name) vào lúc đó.")
        }
        guard let substitute = wish.substitute else {
            guard wish.absent != nil else { throw Refusal.shift("official", "Xin chọn người trực thay.") }
            return [wish]
        }
        guard substitute != wish.absent,
            maySend(substitute, to: desk, insteadOf: wish.absent, scope: scope), let official = official(substitute)
        else { throw Refusal.notFound }
        if isOnDuty(substitute, at: desk.id, during: wish.time) {
            throw Refusal.shift("official", "\(official.name) đã trực tại \(desk.name) vào lúc đó.")
        }
        let elsewhere = duties(of: substitute, during: wish.time, besides: desk.id)
        guard let first = elsewhere.first else { return [wish] }
        let left = Set(elsewhere.map(\.desk.id))
        let mayMove = elsewhere.allSatisfy { scope.contains($0.desk) }
        guard moving && mayMove else {
            throw Refusal.shift(mayMove ? "move" : "official", words(official, first, elsewhere, mayMove: mayMove))
        }
        let leaving = configuration.desks.filter { left.contains($0.id) }
            .map { Substitution(desk: $0.id, absent: substitute, substitute: nil, time: wish.time) }
        return leaving + [wish]
    }

    private func check(_ time: ShiftTime, at desk: Desk) throws {
        if time.from > time.to { throw Refusal.shift("to", "Ngày cuối phải từ ngày đầu trở đi.") }
        if time.to.number - time.from.number >= ShiftTime.longest {
            throw Refusal.shift(
                "to", "Thay người dài nhất \(ShiftTime.longest) ngày. Lâu hơn, xin lập phân công mới cho quầy.")
        }
        guard desk.exists(on: time.from), desk.exists(on: time.to) else {
            throw Refusal.shift("from", "\(desk.name) không hoạt động trong thời gian này.")
        }
    }

    private func words(_ official: Official, _ first: Duty, _ all: [Duty], mayMove: Bool) -> String {
        let days = Set(all.map(\.day)).count
        let more = days > 1 ? " và \(days - 1) ngày khác" : ""
        let when = "\(first.half.words) \(first.day.words)\(more)"
        let rest = mayMove ? "" : " Quầy ấy không thuộc phạm vi của ông/bà: xin chọn người khác."
        return "\(official.name) đang trực tại \(first.desk.name) \(when).\(rest)"
    }
}

extension Refusal {
    static func shift(_ field: String, _ message: String) -> Refusal {
        .invalid(FormProblems([.init(field: field, message: message)]))
    }
}
