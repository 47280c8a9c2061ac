import Foundation

/// A grant as it is kept, so that it can be ended.
package struct HeldGrant: Sendable, Hashable {
    package var id: Int64
    package var grant: Grant

    package init(id: Int64, grant: Grant) {
        self.id = id
        self.grant = grant
    }
}

extension Grant {
    /// What a form or a command asked for, made whole: an official's unit is where the directory has them.
    package func completed(in directory: Directory) -> Grant {
        guard role == .official, unit == nil, let official else { return self }
        var grant = self
        grant.unit = directory.official(official)?.unit
        return grant
    }

    /// What to mend before anybody holds it.
    package func problems(in directory: Directory) -> FormProblems {
        var problems = FormProblems()
        switch role {
        case .head, .oneStopLead:
            if unit == nil { problems.add("unit", "Xin chọn đơn vị mà người này phụ trách.") }
        case .administrator, .dataProtection:
            if unit != nil { problems.add("unit", "Vai trò này là cho toàn cơ quan: xin để trống đơn vị.") }
        case .official:
            if official == nil { problems.add("official", "Xin chọn người trong danh sách cán bộ.") }
        default: break
        }
        if let unit, directory.unit(unit) == nil { problems.add("unit", "Đơn vị này không có trong danh mục.") }
        if let official {
            if role != .official {
                problems.add("official", "Chỉ vai trò Công chức gắn với một cán bộ: xin để trống ô này.")
            } else if directory.official(official) == nil {
                problems.add("official", "Cán bộ này không có trong danh mục.")
            }
        }
        if let from, let to, to < from { problems.add("to", "Ngày cuối đứng trước ngày bắt đầu.") }
        return problems
    }

    /// For the journal: which role and where, never who.
    fileprivate var details: String {
        (["role=\(role.rawValue)"]
            + [unit.map { "unit=\($0)" }, from.map { "from=\($0)" }, to.map { "to=\($0)" }]
            .compactMap { $0 }).joined(separator: " ")
    }
}

extension Writing {
    /// One more role for somebody.
    /// - Throws: `Refusal.invalid`; `.notFound` for nobody and for a closed account.
    @discardableResult
    package func grant(_ wanted: Grant, to user: Int64) throws -> HeldGrant {
        guard let known = try self.user(id: user), known.closedAt == nil else { throw Refusal.notFound }
        let grant = wanted.completed(in: directory)
        var problems = grant.problems(in: directory)
        let today = LocalDay(now)
        if let to = grant.to, to < today { problems.add("to", "Ngày cuối không thể ở quá khứ.") }
        let same = known.grants.contains {
            $0.role == grant.role && $0.unit == grant.unit && $0.official == grant.official && $0.overlaps(grant)
        }
        if same { problems.add("role", "Người này đã có vai trò đó trong thời gian này.") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let id = try insertGrant(grant, of: user)
        try log(.roleGranted, about: "user:\(user)", "grant=\(id) \(grant.details)")
        try tell(user, .rolesChanged)
        return HeldGrant(id: id, grant: grant)
    }

    /// Names the last day of a role. Yesterday ends it at once; what was is never rewritten, so no day before that.
    /// - Throws: `Refusal.invalid`, also for the last administrator; `.notFound`.
    package func endGrant(_ id: Int64, of user: Int64, lastDay: LocalDay) throws {
        let held = try heldGrant(id, of: user)
        var problems = FormProblems()
        let yesterday = LocalDay(now).adding(days: -1)
        if lastDay < yesterday { problems.add("lastDay", "Ngày cuối sớm nhất là hôm qua: vai trò thôi ngay bây giờ.") }
        if let to = held.grant.to, to < yesterday { problems.add("lastDay", "Vai trò này đã kết thúc từ trước.") }
        let isLast =
            try held.grant.role == .administrator
            && !isAdministered(on: max(lastDay.adding(days: 1), LocalDay(now)), without: (user, id))
        if isLast { problems.add("lastDay", Self.lastAdministrator) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try setLastDay(lastDay, ofGrant: id)
        try log(.roleEnded, about: "user:\(user)", "grant=\(id) role=\(held.grant.role.rawValue) lastDay=\(lastDay)")
        try tell(user, .rolesChanged)
    }

    /// Takes an end back, as long as it has not gone by: a role that was not held yesterday is granted anew.
    /// - Throws: `Refusal.invalid`, `.notFound`.
    package func keepGrant(_ id: Int64, of user: Int64) throws {
        let held = try heldGrant(id, of: user)
        guard held.grant.mayBeKept(on: LocalDay(now)) else {
            throw Refusal.invalid(
                FormProblems([.init(field: "role", message: "Vai trò này đã thôi từ trước. Xin giao lại.")]))
        }
        try setLastDay(nil, ofGrant: id)
        try log(.roleKept, about: "user:\(user)", "grant=\(id) role=\(held.grant.role.rawValue)")
        try tell(user, .rolesChanged)
    }

    /// - Throws: `Refusal.notFound`.
    private func heldGrant(_ id: Int64, of user: Int64) throws -> HeldGrant {
        guard let held = try heldGrants(of: user).first(where: { $0.id == id }) else { throw Refusal.notFound }
        return held
    }
}

extension Grant {
    /// Whether an end can still be taken back: the role was in force yesterday, or has not begun.
    package func mayBeKept(on day: LocalDay) -> Bool {
        to.map { $0 >= day.adding(days: -1) } ?? false
    }

    fileprivate func overlaps(_ other: Grant) -> Bool {
        let never = LocalDay(number: 0), ever = LocalDay(number: 2_000_000)
        return max(from ?? never, other.from ?? never) <= min(to ?? ever, other.to ?? ever)
    }
}

extension Reading {
    package static var lastAdministrator: String {
        "Đây là người quản trị cuối cùng. Xin giao vai trò này cho người khác trước."
    }

    /// Whether somebody can manage accounts on that day: signed up, not closed, holding the role.
    /// - Parameter without: what is about to end: a person, or (with an id) one grant of theirs.
    func isAdministered(on day: LocalDay, without: (user: Int64, grant: Int64?)) throws -> Bool {
        try users().contains { user in
            guard user.closedAt == nil, user.password != nil else { return false }
            if user.id == without.user, without.grant == nil { return false }
            return try heldGrants(of: user.id).contains {
                $0.id != without.grant && $0.grant.role == .administrator && $0.grant.isInForce(on: day)
            }
        }
    }
}
