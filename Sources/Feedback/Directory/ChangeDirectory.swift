import Foundation

extension Reading {
    /// What an order would do, with what speaks against it.
    package func plan(_ order: DirectoryOrder) throws -> DirectoryPlanReport {
        let today = LocalDay(now)
        let plan = DirectoryPlan(order, in: directory.configuration, today: today)
        var problems = plan.problems
        if problems.isEmpty, let last = try lastRating(against: plan, today: today) {
            let first = last.adding(days: 1)
            problems.add(
                "day",
                "Đã có đánh giá đến hết ngày \(last.words). Ngày sớm nhất có thể chọn là \(max(first, today).words):"
                    + " số liệu đã ghi không đổi theo danh mục.")
        }
        let units = Set(plan.after.units.filter { $0.isClosed(on: order.day) }.map(\.id))
        return DirectoryPlanReport(
            plan: plan, problems: problems,
            openCases: units.isEmpty ? 0 : try openAlerts(scope: .units(units)).open,
            accounts: units.isEmpty
                ? [] : try users().filter { $0.grants.contains { $0.isInForce(on: today) && $0.isOver(units) } })
    }

    /// A rating that came on a day on which the change would already hold. Of today it does not matter, but for desks
    /// and units that would be gone.
    private func lastRating(against plan: DirectoryPlan, today: LocalDay) throws -> LocalDay? {
        guard plan.kind != .headSet, plan.kind != .added, plan.order.day <= today else { return nil }
        guard plan.order.day == today else {
            return try lastRatedDay(of: plan.before, from: plan.order.day, since: nil)
        }
        let closing = DirectoryEdit(
            units: plan.before.units.filter { unit in
                plan.after.units.contains { $0.id == unit.id && $0.isClosed(on: today) }
            },
            desks: plan.before.desks.filter { desk in
                plan.after.desks.contains { $0.id == desk.id && $0.isClosed(on: today) }
            })
        return try lastRatedDay(of: closing, from: today, since: nil)
    }
}

extension Grant {
    fileprivate func isOver(_ units: Set<ID<Unit>>) -> Bool { unit.map(units.contains) ?? false }
}

/// A plan with what only the store knows.
package struct DirectoryPlanReport: Sendable {
    package let plan: DirectoryPlan
    package let problems: FormProblems
    /// Of the units that end; whoever takes over answers them.
    package let openCases: Int
    /// Who has a role over a unit that ends.
    package let accounts: [User]

    package init(plan: DirectoryPlan, problems: FormProblems, openCases: Int, accounts: [User]) {
        self.plan = plan
        self.problems = problems
        self.openCases = openCases
        self.accounts = accounts
    }
}

extension Writing {
    /// Carries an order out.
    /// - Throws: `Refusal.invalid` with what speaks against it; `Refusal.notFound` for what lies outside the scope.
    /// - Returns: the number of the change.
    @discardableResult
    package func carryOut(_ order: DirectoryOrder, scope: Scope = .whole) throws -> Int64 {
        let report = try plan(order)
        guard report.plan.lies(within: scope) else { throw Refusal.notFound }
        guard report.problems.isEmpty else { throw Refusal.invalid(report.problems) }
        let plan = report.plan
        try put(plan.after)
        for posting in plan.ended { try end(posting, on: order.day.adding(days: -1)) }
        for desk in plan.after.desks where directory.code(of: desk.id) == nil && plan.before.desk(desk.id) == nil {
            try insertCode(DeskCode(random: random(DeskCode.length)), for: desk.id)
        }
        let id = try insertDirectoryChange(
            DirectoryChange(
                id: 0, kind: plan.kind, day: order.day, note: order.note, madeAt: now, actor: actor.label,
                before: plan.before, after: plan.after, endedPostings: plan.ended))
        try log(.directoryChanged, about: "directory-change:\(id)", "\(plan.kind.rawValue) day=\(order.day)")
        return id
    }

    private func end(_ posting: Posting, on lastDay: LocalDay) throws {
        guard try deletePosting(posting) else { return }
        if posting.from <= lastDay {
            var ended = posting
            ended.to = lastDay
            try insertPosting(ended)
        }
        try reloadCalendar()
    }

    /// Takes a change back, as if it had not been made.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` when something was built upon it since.
    package func withdrawDirectoryChange(_ id: Int64, scope: Scope = .whole) throws {
        guard let change = try directoryChange(id), change.lies(within: scope) else {
            throw Refusal.notFound
        }
        if let obstacle = try obstacle(to: change) {
            throw Refusal.invalid(FormProblems([.init(field: "change", message: obstacle)]))
        }
        try put(change.before)
        let new = change.after.without(change.before)
        if !new.things.isEmpty { try remove(new) }
        for posting in change.endedPostings { try restore(posting, endedOn: change.day.adding(days: -1)) }
        try withdrawDirectoryChange(id, at: now)
        try log(.directoryWithdrawn, about: "directory-change:\(id)")
    }

    private func restore(_ posting: Posting, endedOn lastDay: LocalDay) throws {
        var ended = posting
        ended.to = lastDay
        if posting.from <= lastDay { guard try deletePosting(ended) else { return } }
        try insertPosting(posting)
        try reloadCalendar()
    }
}

extension Writing {
    /// Whose server this is: at once, on every page and card.
    /// - Throws: `Refusal.invalid`.
    package func change(_ authority: Authority) throws {
        var problems = FormProblems()
        if authority.name.isEmpty { problems.add("name", "Xin ghi tên cơ quan.") }
        if authority.address.isEmpty {
            problems.add("address", "Xin ghi địa chỉ: in trên thẻ để người dân đến phản ánh.")
        }
        if directory.unit(authority.homeAffairs) == nil || directory.head(of: authority.homeAffairs) == nil {
            problems.add("homeAffairs", "Xin chọn một đơn vị có thủ trưởng nhận cảnh báo.")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try putAuthority(authority)
        try log(.authorityChanged, about: "authority")
    }
}

extension Reading {
    /// Why a change cannot be taken back; nil: it can.
    package func obstacle(to change: DirectoryChange) throws -> String? {
        if change.withdrawnAt != nil { return "Thay đổi này đã được hủy." }
        guard directory.configuration.present(change.after).isSame(as: change.after) else {
            return "Sau đó đã có thay đổi khác. Xin hủy thay đổi mới hơn trước."
        }
        let since = change.day <= LocalDay(change.madeAt) ? change.madeAt : change.day.start
        if change.kind != .headSet, let day = try lastRatedDay(of: change.after, from: change.day, since: since) {
            return "Đã có đánh giá ngày \(day.words) theo danh mục mới, nên không hủy được."
                + " Xin ghi một thay đổi mới."
        }
        return nil
    }
}

extension DirectoryChange {
    /// Whether nothing that it touched lies outside.
    package func lies(within scope: Scope) -> Bool {
        guard scope != .whole else { return true }
        return after.units.allSatisfy { scope.contains($0.id) || $0.parent.map { scope.contains($0) } ?? false }
            && after.desks.allSatisfy { scope.contains($0.unit) }
            && after.officials.allSatisfy { scope.contains($0.unit) }
            && after.fields.isEmpty && after.procedures.isEmpty
    }
}

extension DirectoryEdit {
    fileprivate func desk(_ id: ID<Desk>) -> Desk? { desks.first { $0.id == id } }
}
