/// What becomes of the cases that were raised in a period.
package struct CaseCounts: Sendable, Hashable {
    package var raised: Int
    /// Answered at least once.
    package var answered: Int
    /// Whose first answer came not later than the deadline that was set when the case was raised.
    package var onTime: Int
    /// Answered, or past that deadline: those of which it is known whether they were in time.
    package var due: Int
    /// An answer is awaited now.
    package var open: Int
    /// Returned by the citizen: "chưa được giải quyết".
    package var returned: Int

    package init(raised: Int = 0, answered: Int = 0, onTime: Int = 0, due: Int = 0, open: Int = 0, returned: Int = 0) {
        self.raised = raised
        self.answered = answered
        self.onTime = onTime
        self.due = due
        self.open = open
        self.returned = returned
    }

    /// 0..1; nil as long as nothing was due. A case that still has time counts neither way.
    package var onTimeShare: Double? { due == 0 ? nil : Double(onTime) / Double(due) }

    package static func + (a: Self, b: Self) -> Self {
        CaseCounts(
            raised: a.raised + b.raised, answered: a.answered + b.answered, onTime: a.onTime + b.onTime,
            due: a.due + b.due, open: a.open + b.open, returned: a.returned + b.returned)
    }
}

/// Bảng phục vụ chỉ số cải cách hành chính: per unit the satisfaction and the cases answered in time, as two figures
/// that the authority weighs itself (Kế hoạch 203/KH-UBND, I.1 and IV.2: a criterion among others).
package struct ReformIndex: Sendable {
    package struct Row: Sendable {
        package let unit: ID<Unit>
        package let measured: Measured
        package let cases: CaseCounts

        package init(unit: ID<Unit>, measured: Measured, cases: CaseCounts) {
            self.unit = unit
            self.measured = measured
            self.cases = cases
        }
    }

    package var period: Period
    /// Whether the period is not over.
    package var isRunning: Bool
    package var rule: FigureRule
    /// In force at the end of the period.
    package var questionnaire: Questionnaire?
    /// Rated units in the order of the configuration, also without a rating; then what was rated and is gone.
    package var rows: [Row]
    package var whole: Row?

    package init(
        period: Period, isRunning: Bool, rule: FigureRule, questionnaire: Questionnaire?, rows: [Row], whole: Row?
    ) {
        self.period = period
        self.isRunning = isRunning
        self.rule = rule
        self.questionnaire = questionnaire
        self.rows = rows
        self.whole = whole
    }
}

extension Reading {
    /// - Parameter scope: what its reader may see; `whole` is there only for whoever sees all.
    package func reformIndex(_ period: Period, scope: Scope) throws -> ReformIndex {
        let figures = try DeskFigures(tx: self, scope: scope, cell: CellFilter()).rows(period.days, by: .unit)
        let cases = try caseCounts(days: period.days, scope: scope)
        let directory = directory.picture(of: period)
        let rated = directory.units.filter { unit in
            unit.isRated && scope.contains(unit.id) && (unit.validFrom ?? period.first) <= period.last
                && (unit.validTo ?? period.last) >= period.first
        }
        let known = Set(rated.map(\.id))
        let others = Set(figures.keys.map(ID<Unit>.init(rawValue:))).union(cases.keys).subtracting(known).sorted()
        let rows = (rated.map(\.id) + others).map { unit in
            ReformIndex.Row(
                unit: unit, measured: figures[unit.rawValue] ?? Measured(), cases: cases[unit] ?? CaseCounts())
        }
        let questionnaire = directory.deskQuestionnaire(on: period.last)
        return ReformIndex(
            period: period, isRunning: period.isRunning(on: LocalDay(now)),
            rule: FigureRule(of: questionnaire, chosen: nil), questionnaire: questionnaire, rows: rows,
            whole: scope != .whole
                ? nil
                : ReformIndex.Row(
                    unit: "", measured: rows.reduce(Measured()) { $0 + $1.measured },
                    cases: rows.reduce(CaseCounts()) { $0 + $1.cases }))
    }
}
