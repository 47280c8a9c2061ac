/// What would follow from an order: the preview, and what is written when it is carried out. Made from the directory
/// alone, so that an order can also be tried on a configuration that no database holds.
package struct DirectoryPlan: Sendable {
    package let order: DirectoryOrder
    package let kind: DirectoryChange.Kind
    package let before: DirectoryEdit
    package let after: DirectoryEdit
    /// Postings at desks that close, as they are; they end with the desk.
    package let ended: [Posting]
    package let problems: FormProblems

    /// - Parameter today: the day on which it is asked.
    package init(_ order: DirectoryOrder, in configuration: KioskConfiguration, today: LocalDay) {
        var planner = DirectoryPlanner(configuration, day: order.day, today: today)
        self.order = order
        kind = planner.carryOut(order)
        before = configuration.present(planner.after)
        after = planner.after
        ended = planner.endedPostings
        problems = planner.problems
    }

    /// Whether nothing that is touched lies outside. What is about no unit (fields, procedures) needs the whole.
    package func lies(within scope: Scope) -> Bool {
        guard scope != .whole else { return true }
        let units = (before.units + after.units.filter { unit in !before.units.contains { $0.id == unit.id } })
            .allSatisfy { unit in scope.contains(unit.id) || unit.parent.map { scope.contains($0) } ?? false }
        return units && (before.desks + after.desks).allSatisfy { within(scope, $0.unit) }
            && (before.officials + after.officials).allSatisfy { within(scope, $0.unit) }
            && after.fields.isEmpty && after.procedures.isEmpty
    }

    /// A unit that is new in this plan lies where its parent does.
    private func within(_ scope: Scope, _ unit: ID<Unit>) -> Bool {
        scope.contains(unit)
            || after.units.first { $0.id == unit }?.parent.map { scope.contains($0) } ?? false
    }

    /// The desks that take no rating any more.
    package var closingDesks: [Desk] {
        after.desks.filter { desk in desk.validTo != before.desks.first { $0.id == desk.id }?.validTo }
    }

    /// Those that go on, elsewhere or under another sign; their cards keep working.
    package var changingDesks: [Desk] {
        after.desks.filter { desk in desk.validTo == before.desks.first { $0.id == desk.id }?.validTo }
    }
}
