/// One unit with its tree, or one desk, as whoever answers for it reads it.
package struct PartReport: Sendable {
    package enum Subject: Hashable, Sendable {
        case unit(ID<Unit>)
        case desk(ID<Desk>)
    }

    package var subject: Subject
    package var month: Month
    package var rule: FigureRule
    package var thisMonth: Measured
    package var lastMonth: Measured
    package var change: Change
    /// Twelve months, oldest first, this one last.
    package var trend: [MonthFigure]
    /// Three months up to now, which the band and the criteria are about.
    package var recent: Measured
    package var whole: Measured
    package var band: Band
    /// In full numbers only, at most three each: best by the lower bound, weakest by the shrunken estimate.
    package var strong: [(id: ID<Criterion>, measured: Measured)]
    package var weak: [(id: ID<Criterion>, measured: Measured)]
    package var questionnaire: Questionnaire?
    /// Of the newest month whose dossiers are known; nil: of none of the last three.
    package var rate: (month: Month, rate: ResponseRate)?
    /// Desks of a unit; for a desk, the desk itself.
    package var desks: [ID<Desk>]
    package var silent: [SilentDesk]
    /// Nil for whoever sees no cases.
    package var load: CaseLoad?
    /// Newest first; empty for whoever reads no ratings: an alarm speaks of few of them.
    package var alarms: [Alarm]
    package var target: Target?

    package init(
        subject: Subject, month: Month, rule: FigureRule, thisMonth: Measured, lastMonth: Measured, change: Change,
        trend: [MonthFigure], recent: Measured, whole: Measured, band: Band,
        strong: [(id: ID<Criterion>, measured: Measured)], weak: [(id: ID<Criterion>, measured: Measured)],
        questionnaire: Questionnaire?, rate: (month: Month, rate: ResponseRate)?, desks: [ID<Desk>],
        silent: [SilentDesk], load: CaseLoad?, alarms: [Alarm], target: Target?
    ) {
        self.subject = subject
        self.month = month
        self.rule = rule
        self.thisMonth = thisMonth
        self.lastMonth = lastMonth
        self.change = change
        self.trend = trend
        self.recent = recent
        self.whole = whole
        self.band = band
        self.strong = strong
        self.weak = weak
        self.questionnaire = questionnaire
        self.rate = rate
        self.desks = desks
        self.silent = silent
        self.load = load
        self.alarms = alarms
        self.target = target
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound` for what is outside the reader's figures, or not there.
    package func partReport(_ subject: PartReport.Subject, rights: Rights) throws -> PartReport {
        let today = LocalDay(now)
        let scope = rights.scope(of: .seeFigures)
        let place = try place(of: subject, scope)
        let figures = DeskFigures(tx: self, scope: place.scope, cell: place.cell)
        let months: [MonthFigure] = try trend(until: today.month, months: 12, figures)
        let (this, last) = (months[months.count - 1].measured, months[months.count - 2].measured)
        let recent = months.suffix(3)
        let days = recent[recent.startIndex].month.firstDay...today.month.lastDay
        let whole = try DeskFigures(tx: self, scope: .whole, cell: CellFilter()).rows(days, by: nil)[""] ?? Measured()
        let measured = recent.reduce(Measured()) { $0 + $1.measured }
        let questionnaire = directory.deskQuestionnaire(on: today)
        let criteria = try criteria(days, figures, questionnaire)
        return PartReport(
            subject: subject, month: today.month, rule: FigureRule(of: questionnaire, chosen: nil), thisMonth: this,
            lastMonth: last, change: Change(from: last, to: this), trend: months, recent: measured, whole: whole,
            band: Band(of: measured, whole: whole), strong: criteria.strong, weak: criteria.weak,
            questionnaire: questionnaire, rate: try rate(place.desks, recent.map(\.month)), desks: place.desks,
            silent: try silentDesks(scope: .desks(Set(place.desks))),
            load: rights.may(.seeCases) ? try caseLoad(scope: place.cases(rights.scope(of: .seeCases))) : nil,
            alarms: rights.may(.readRatings) ? try alarms(of: subject, place, rights.scope(of: .readRatings)) : [],
            target: directory.target(on: today))
    }

    private func place(of subject: PartReport.Subject, _ scope: Scope) throws -> PartPlace {
        switch subject {
        case .unit(let id):
            guard directory.unit(id) != nil, scope.contains(id) else { throw Refusal.notFound }
            var units = directory.subtree(of: id)
            if case .units(let seen) = scope { units.formIntersection(seen) }
            let desks = directory.desks.filter { units.contains($0.unit) && !$0.isClosed(on: LocalDay(now)) }
            return PartPlace(scope: .units(units), cell: CellFilter(), desks: desks.map(\.id))
        case .desk(let id):
            guard let desk = directory.desk(id), scope.contains(desk) else { throw Refusal.notFound }
            return PartPlace(scope: scope, cell: CellFilter(desk: id), desks: [id])
        }
    }

    private func criteria(
        _ days: ClosedRange<LocalDay>, _ figures: DeskFigures, _ questionnaire: Questionnaire?
    ) throws -> (strong: [(id: ID<Criterion>, measured: Measured)], weak: [(id: ID<Criterion>, measured: Measured)]) {
        let rows = try figures.rows(days, by: .criterion)
        // The question on the whole is no side of the service that one could work on.
        let all = (questionnaire?.criteria ?? []).filter { $0.id != questionnaire?.overall }
            .compactMap { criterion in rows[criterion.id.rawValue].map { (id: criterion.id, measured: $0) } }
            .filter { $0.measured.size == .full }
        let whole = all.reduce(Measured()) { $0 + $1.measured }.figure.share ?? 0
        let count = min(3, all.count / 2)
        return (
            Array(all.sorted { $0.measured.interval.low > $1.measured.interval.low }.prefix(count)),
            Array(
                all.sorted { $0.measured.shrunken(towards: whole) < $1.measured.shrunken(towards: whole) }
                    .prefix(count))
        )
    }

    private func rate(_ desks: [ID<Desk>], _ months: [Month]) throws -> (month: Month, rate: ResponseRate)? {
        for month in months.reversed() {
            let rates = try responseRates([month], scope: .desks(Set(desks)))
            if !rates.isEmpty { return (month, rates.values.reduce(ResponseRate(), +)) }
        }
        return nil
    }

    private func alarms(of subject: PartReport.Subject, _ place: PartPlace, _ scope: Scope) throws -> [Alarm] {
        switch subject {
        case .unit: try alarms(AlarmFilter(scope: place.cases(scope)), limit: 5)
        case .desk(let id): try alarms(AlarmFilter(scope: scope, subject: .desk(id)), limit: 5)
        }
    }
}

/// Where the figures of a unit or desk are looked for.
private struct PartPlace {
    let scope: Scope
    let cell: CellFilter
    let desks: [ID<Desk>]

    /// What of another right's scope is about this part.
    func cases(_ other: Scope) -> Scope {
        guard cell.desk == nil else { return narrowed(other, .desks(Set(desks))) }
        return narrowed(other, scope)
    }

    private func narrowed(_ other: Scope, _ part: Scope) -> Scope {
        switch (other, part) {
        case (.whole, _): part
        case (.units(let seen), .units(let units)): .units(seen.intersection(units))
        default: part
        }
    }
}
