package import Foundation

/// Cảnh báo: a bad rating, told to those who answer for the unit, and open as a case until it is answered.
package struct Alert: Sendable, Hashable {
    package var id: Int64
    package var rating: Int64
    package var desk: ID<Desk>
    package var unit: ID<Unit>
    package var category: ID<AlertPolicy.Category>
    package var raisedAt: Date
    /// When an answer is due, in working hours from `raisedAt`, or from the moment when the citizen returned it.
    package var dueAt: Date
    /// Whether the case is kept from the unit's own head.
    package var bypassesHead: Bool
    /// The name of the head of the rated unit on that day.
    package var headName: String
    /// The state: one of `CaseStep.Kind.states`.
    package var step: CaseStep.Kind
    /// The user who was told to handle it.
    package var handler: Int64?

    package init(
        id: Int64, rating: Int64, desk: ID<Desk>, unit: ID<Unit>, category: ID<AlertPolicy.Category>, raisedAt: Date,
        dueAt: Date, bypassesHead: Bool, headName: String, step: CaseStep.Kind, handler: Int64? = nil
    ) {
        self.id = id
        self.rating = rating
        self.desk = desk
        self.unit = unit
        self.category = category
        self.raisedAt = raisedAt
        self.dueAt = dueAt
        self.bypassesHead = bypassesHead
        self.headName = headName
        self.step = step
        self.handler = handler
    }

    /// "VV-000123", as people say it.
    package var number: String { "VV-" + Month.padded(Int(id), 6) }
    /// Whether an answer is awaited.
    package var isOpen: Bool { CaseStep.Kind.open.contains(step) }
    package func isOverdue(at now: Date) -> Bool { isOpen && dueAt < now }

    /// The same rule as the store's: what bypasses the head is for the whole authority only.
    package func isWithin(_ scope: Scope) -> Bool {
        switch scope {
        case .whole: true
        case .units(let units): !bypassesHead && units.contains(unit)
        case .desks(let desks): !bypassesHead && desks.contains(desk)
        }
    }
}

/// Cases raised in a period, and where they stand now.
package struct CasesRaised: Sendable, Hashable {
    package var all: Int
    /// An answer is awaited.
    package var open: Int
    /// Of the open ones, past their deadline.
    package var overdue: Int

    package init(all: Int = 0, open: Int = 0, overdue: Int = 0) {
        self.all = all
        self.open = open
        self.overdue = overdue
    }
}

/// What a store says about alerts.
package protocol AlertReading {
    /// Nil when there is none in this scope.
    func alert(_ id: Int64, scope: Scope) throws -> Alert?
    func alert(ofRating id: Int64) throws -> Alert?
    /// Newest first.
    func alerts(scope: Scope, onlyOpen: Bool, limit: Int) throws -> [Alert]
    /// In the filter's order.
    func cases(_ filter: CaseFilter, limit: Int, offset: Int) throws -> [Alert]
    func caseCount(_ filter: CaseFilter) throws -> Int
    /// How many are open, and how many of these are past their deadline.
    func openAlerts(scope: Scope) throws -> (open: Int, overdue: Int)
    /// - Parameter units: nil: all in scope.
    func casesRaised(_ days: ClosedRange<LocalDay>, scope: Scope, units: Set<ID<Unit>>?) throws -> CasesRaised
    /// - Parameter dueBefore: the end of today.
    func caseLoad(scope: Scope, dueBefore: Date) throws -> CaseLoad
    /// Oldest first.
    func caseSteps(of alert: Int64) throws -> [CaseStep]
    /// Who opened the case, the first first.
    func caseOpenings(of alert: Int64) throws -> [CaseOpening]
    /// Answered cases without an answer or a citizen's word since a moment, oldest first.
    func silentCases(since: Date, limit: Int) throws -> [Alert]
    func rating(id: Int64) throws -> Rating?
}

/// What a store does for alerts.
package protocol AlertWriting {
    /// - Returns: the id.
    func insertAlert(_ alert: Alert) throws -> Int64
    /// The case takes over the step's state, handler and deadline.
    func insertCaseStep(_ step: CaseStep) throws
    /// - Returns: false when this person had opened it before.
    func insertCaseOpening(_ opening: CaseOpening, of alert: Int64) throws -> Bool
}
