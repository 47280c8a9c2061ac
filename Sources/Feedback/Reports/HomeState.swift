package import Foundation

/// What the home page says in five seconds: how are we, what is burning, who has not answered.
package struct HomeState: Sendable {
    /// Somebody whose answer is awaited, and for how much.
    package struct Waiting: Hashable, Sendable {
        package var unit: ID<Unit>
        package var name: String
        package var open: Int
        package var overdue: Int
        /// When the first answer is or was due.
        package var firstDue: Date

        package init(
            unit: ID<Unit>, name: String, open: Int, overdue: Int, firstDue: Date
        ) {
            self.unit = unit
            self.name = name
            self.open = open
            self.overdue = overdue
            self.firstDue = firstDue
        }
    }

    package var month: Month
    package var rule: FigureRule
    package var thisMonth: Measured
    package var lastMonth: Measured
    package var change: Change
    package var trend: [MonthFigure]
    package var target: Target?
    package var ratingsToday: Int
    package var load: CaseLoad
    /// The longest overdue first.
    package var waiting: [Waiting]
    package var outbox: OutboxState

    package init(
        month: Month, rule: FigureRule, thisMonth: Measured, lastMonth: Measured, change: Change, trend: [MonthFigure],
        target: Target?, ratingsToday: Int, load: CaseLoad, waiting: [Waiting], outbox: OutboxState
    ) {
        self.month = month
        self.rule = rule
        self.thisMonth = thisMonth
        self.lastMonth = lastMonth
        self.change = change
        self.trend = trend
        self.target = target
        self.ratingsToday = ratingsToday
        self.load = load
        self.waiting = waiting
        self.outbox = outbox
    }
}

extension HomeState {
    package var openCases: Int { load.open }
    package var overdueCases: Int { load.overdue }
}

extension Reading {
    /// - Parameters: figures, cases: where whoever looks may see them.
    package func homeState(figures scope: Scope, cases caseScope: Scope) throws -> HomeState {
        let figures = DeskFigures(tx: self, scope: scope, cell: CellFilter())
        let today = LocalDay(now)
        let trend = try trend(until: today.month, figures)
        let (this, last) = (trend[trend.count - 1].measured, trend[trend.count - 2].measured)
        return HomeState(
            month: today.month, rule: FigureRule(of: directory.deskQuestionnaire(on: today), chosen: nil),
            thisMonth: this, lastMonth: last, change: Change(from: last, to: this), trend: trend,
            target: directory.target(on: today),
            ratingsToday: try figures.rows(today...today, by: nil)[""]?.ratings ?? 0,
            load: try caseLoad(scope: caseScope),
            waiting: waiting(try alerts(scope: caseScope, onlyOpen: true, limit: 1_000)), outbox: try outboxState())
    }

    /// By unit; what is kept from a head waits for home affairs.
    private func waiting(_ alerts: [Alert]) -> [HomeState.Waiting] {
        let homeAffairs = directory.configuration.authority.homeAffairs
        return Dictionary(grouping: alerts) { $0.bypassesHead ? homeAffairs : $0.unit }.map { unit, alerts in
            HomeState.Waiting(
                unit: unit, name: directory.head(of: unit)?.name ?? "", open: alerts.count,
                overdue: alerts.count { $0.dueAt < now }, firstDue: alerts.map(\.dueAt).min() ?? now)
        }
        .sorted { ($0.firstDue, $0.unit) < ($1.firstDue, $1.unit) }
    }
}
