extension Reading {
    /// The figures of a period, of what `scope` may see and `cell` chooses. A period that runs ends today.
    package func periodReport(
        _ period: Period, scope whole: Scope, cell chosen: CellFilter = CellFilter()
    ) throws -> PeriodReport {
        let today = LocalDay(now)
        let directory = directory.picture(of: period)
        let (cell, scope) = chosen.within(whole, in: directory)
        let figures = DeskFigures(tx: self, scope: scope, cell: cell)
        let days = period.days
        // The day by which a running period is judged: today.
        let until = min(period.last, max(today, period.first))
        let owner: Measured.Owner = chosen.official == nil ? .anything : .official
        let headline = try figures.rows(days, by: nil)[""] ?? Measured()
        let questionnaire = directory.deskQuestionnaire(on: until)
        let order = ReportOrder(whole: headline.figure.share ?? 0, directory: directory)
        let criteria = try figures.rows(days, by: .criterion)
        let channels = try figures.rows(days, by: .channel)
        let evidence = try figures.rows(days, by: .evidence)
        let stages = try figures.rows(days, by: .stage)
        let cases =
            chosen == CellFilter(unit: chosen.unit)
            ? try casesRaised(days, scope: whole, units: chosen.unit.map(directory.subtree)) : nil
        func comparison(_ other: Period) throws -> PeriodReport.Comparison {
            let measured = try figures.rows(other.days, by: nil)[""] ?? Measured()
            return PeriodReport.Comparison(
                period: other, measured: measured, change: Change(from: measured, to: headline, of: owner))
        }
        return PeriodReport(
            period: period, isRunning: period.isRunning(on: today) && !period.isFuture(on: today), cell: chosen,
            isPart: whole != .whole || chosen != CellFilter(),
            rule: FigureRule(of: questionnaire, chosen: chosen.criterion), questionnaire: questionnaire,
            headline: headline, previous: try comparison(period.previous),
            lastYear: try comparison(period.sameLastYear),
            trend: ControlTrend(try trend(until: until.month, months: 24, figures), of: owner),
            units: order.tree(try figures.rows(days, by: .unit), within: scope),
            desks: order.desks(try figures.rows(days, by: .desk)),
            officials: order.officials(try figures.rows(days, by: .official)),
            factors: order.factors(criteria, questionnaire),
            criteria: order.criteria(criteria, questionnaire),
            fields: order.fields(try figures.rows(days, by: .field)),
            procedures: order.procedures(try figures.rows(days, by: .procedure)),
            channels: Channel.allCases.compactMap { channel in channels[channel.rawValue].map { (channel, $0) } },
            evidence: Dictionary(
                uniqueKeysWithValues: EvidenceClass.allCases.compactMap { kind in
                    evidence[kind.rawValue].map { (kind, $0) }
                }),
            stages: (Stage.allCases + [nil]).compactMap { stage in
                stages[stage?.rawValue ?? ""].map { (stage, $0) }
            },
            hours: try hours(days, figures), targets: directory.targets(on: until),
            cases: cases, response: try response(period, scope, chosen),
            comments: try comments(days, scope: whole, cell: chosen, in: directory))
    }

    /// - Parameter scope: with the chosen unit in it.
    private func response(_ period: Period, _ scope: Scope, _ chosen: CellFilter) throws -> ResponseRate? {
        guard chosen == CellFilter(unit: chosen.unit, desk: chosen.desk),
            period.first == period.months.first?.firstDay, period.last == period.months.last?.lastDay
        else { return nil }
        let rates = try responseRates(period.months, scope: scope)
        let known = chosen.desk.map { desk in rates.filter { $0.key == desk } } ?? rates
        return known.isEmpty ? nil : known.values.reduce(ResponseRate(), +)
    }

    /// The latest, of the choice within the whole scope: a narrowed one would hide what goes past a head from those too
    /// who read it everywhere.
    private func comments(
        _ days: ClosedRange<LocalDay>, scope: Scope, cell chosen: CellFilter, in directory: Directory
    ) throws -> [Rating] {
        var cell = chosen
        cell.unit = nil
        let units = chosen.unit.map(directory.subtree)
        let filter = RatingFilter(days: days, scope: scope, cell: cell, withComment: true, units: units)
        return try ratings(filter, limit: 5, offset: 0).filter { $0.comment != nil }
    }

    /// Hours of the week are kept by desk alone: with another choice there is nothing to show (`Dimension.hour`).
    private func hours(_ days: ClosedRange<LocalDay>, _ figures: DeskFigures) throws -> [WeekHour: Measured] {
        let cell = figures.cell
        guard cell == CellFilter(unit: cell.unit, desk: cell.desk) else { return [:] }
        return try figures.rows(days, by: .hour).reduce(into: [:]) { hours, row in
            if let hour = WeekHour(key: row.key) { hours[hour] = row.value }
        }
    }

    /// So many months up to `month`; months without a rating are there with 0.
    func trend(until month: Month, months count: Int = 12, _ figures: DeskFigures) throws -> [MonthFigure] {
        var months = [month]
        while months.count < count { months.append(months[months.count - 1].previous) }
        months.reverse()
        let rows = try figures.rows(months[0].firstDay...month.lastDay, by: .month)
        return months.map { MonthFigure(month: $0, measured: rows[$0.rawValue] ?? Measured()) }
    }
}
