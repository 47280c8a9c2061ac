package import Foundation

/// Which cases, and in what order.
package struct CaseFilter: Sendable, Hashable {
    package enum Order: Sendable {
        /// Those that await an answer first, by deadline; then the others, the newest first.
        case dueFirst
        case oldestFirst
        case newestFirst
    }

    package var scope: Scope
    /// Nil: all.
    package var states: [CaseStep.Kind]?
    package var unit: ID<Unit>?
    package var category: ID<AlertPolicy.Category>?
    /// Handled by this user: assigned, or taken on by them and assigned to nobody.
    package var handler: Int64?
    /// Open and due before a moment.
    package var dueBefore: Date?
    package var raisedBefore: Date?
    package var order: Order

    package init(
        scope: Scope, states: [CaseStep.Kind]? = nil, unit: ID<Unit>? = nil,
        category: ID<AlertPolicy.Category>? = nil, handler: Int64? = nil, dueBefore: Date? = nil,
        raisedBefore: Date? = nil, order: Order = .dueFirst
    ) {
        self.scope = scope
        self.states = states
        self.unit = unit
        self.category = category
        self.handler = handler
        self.dueBefore = dueBefore
        self.raisedBefore = raisedBefore
        self.order = order
    }
}

/// How many cases await somebody.
package struct CaseLoad: Sendable, Hashable {
    package var open: Int
    /// Nobody has said "I have seen it".
    package var unacknowledged: Int
    package var overdue: Int
    /// Not overdue yet, but before the day ends.
    package var dueToday: Int
    /// Open again because the citizen said so.
    package var returned: Int

    package init(open: Int = 0, unacknowledged: Int = 0, overdue: Int = 0, dueToday: Int = 0, returned: Int = 0) {
        self.open = open
        self.unacknowledged = unacknowledged
        self.overdue = overdue
        self.dueToday = dueToday
        self.returned = returned
    }
}

extension Reading {
    package func caseLoad(scope: Scope) throws -> CaseLoad {
        try caseLoad(scope: scope, dueBefore: LocalDay(now).adding(days: 1).start)
    }

    /// Cases that nobody took on, raised before a moment, oldest first.
    package func unacknowledgedCases(
        raisedBefore: Date, scope: Scope = .whole, limit: Int = 1_000
    ) throws -> [Alert] {
        let filter = CaseFilter(scope: scope, states: [.opened], raisedBefore: raisedBefore, order: .oldestFirst)
        return try cases(filter, limit: limit, offset: 0)
    }

    /// The longest overdue first.
    package func overdueCases(scope: Scope, limit: Int = 1_000) throws -> [Alert] {
        try cases(CaseFilter(scope: scope, dueBefore: now), limit: limit, offset: 0)
    }

    /// Who may be told to handle a case: whoever may answer it, by name.
    package func handlers(of alert: Alert) throws -> [User] {
        let today = LocalDay(now)
        return try users().filter { user in
            let scope = Rights(of: user, in: directory, on: today).scope(of: .answerCases)
            return alert.isWithin(scope)
        }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
