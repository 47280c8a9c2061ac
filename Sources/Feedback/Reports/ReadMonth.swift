extension Reading {
    /// The figures of a month, of what `scope` may see and `cell` chooses.
    package func monthReport(_ month: Month, scope: Scope, cell: CellFilter = CellFilter()) throws -> MonthReport {
        let figures = DeskFigures(tx: self, scope: scope, cell: cell)
        let days = month.firstDay...month.lastDay
        let trend = try trend(until: month, figures)
        let headline = trend.last?.measured ?? Measured()
        let previous = trend.dropLast().last?.measured ?? Measured()
        let questionnaire = directory.deskQuestionnaire(on: month.lastDay)
        let order = ReportOrder(whole: headline.figure.share ?? 0, directory: directory)
        let channels = try figures.rows(days, by: .channel)
        let evidence = try figures.rows(days, by: .evidence)
        let cases = try openAlerts(scope: scope)
        return MonthReport(
            month: month, isRunning: month == Month(now), cell: cell,
            rule: FigureRule(of: questionnaire, chosen: cell.criterion), questionnaire: questionnaire,
            headline: headline, previous: previous,
            change: Change(from: previous, to: headline, of: cell.official == nil ? .anything : .official),
            trend: trend,
            units: order.units(try figures.rows(days, by: .unit)),
            desks: order.desks(try figures.rows(days, by: .desk)),
            officials: order.officials(try figures.rows(days, by: .official)),
            criteria: order.criteria(try figures.rows(days, by: .criterion), questionnaire),
            fields: order.fields(try figures.rows(days, by: .field)),
            channels: Channel.allCases.compactMap { channel in channels[channel.rawValue].map { (channel, $0) } },
            evidence: Dictionary(
                uniqueKeysWithValues: EvidenceClass.allCases.compactMap { kind in
                    evidence[kind.rawValue].map { (kind, $0) }
                }),
            target: directory.target(on: month.lastDay), openCases: cases.open, overdueCases: cases.overdue,
            comments: try ratings(
                RatingFilter(days: days, scope: scope, cell: cell, withComment: true), limit: 20, offset: 0
            ).filter { $0.comment != nil })
    }

    /// Twelve months up to `month`; months without a rating are there with 0.
    func trend(until month: Month, _ figures: DeskFigures) throws -> [MonthFigure] {
        var months = [month]
        while months.count < 12 { months.append(months[months.count - 1].previous) }
        months.reverse()
        let rows = try figures.rows(months[0].firstDay...month.lastDay, by: .month)
        return months.map { MonthFigure(month: $0, measured: rows[$0.rawValue] ?? Measured()) }
    }
}
