extension Reading {
    /// What is to be done about the month that ended, and about the quarter when it ended with it. Only those: a list of
    /// every report that nobody wrote would be passed over. Whether there were ratings is asked last, when something is
    /// still open.
    func endedTasks(_ rights: Rights, _ today: LocalDay) throws -> [HomeTask] {
        let month = today.month.previous
        var tasks: [HomeTask] = []
        if rights.scope(of: .writeReports) == .whole {
            let periods = ReportSubject.ending(with: month).filter { [.month, .quarter].contains($0.kind) }
            let states = try reportStates(of: periods.map(\.rawValue)).filter { $0.subject.unit == nil }
            for period in periods {
                let state = states.first { $0.subject.period == period }
                guard state?.lastFrozen == nil, try ratingCount(of: period) > 0 else { continue }
                tasks.append(.report(period, isBegun: state?.hasTexts ?? false))
            }
        }
        // What was withdrawn on purpose is no task; a month of few people cannot be published.
        if rights.scope(of: .publish) == .whole {
            let period = Period(month)
            if try publicity(of: [period]).isEmpty, try ratingCount(of: period) >= Suppression.least {
                tasks.append(.publication(period))
            }
        }
        return tasks
    }

    /// From the sums of the months.
    private func ratingCount(of period: Period) throws -> Int {
        try DeskFigures(tx: self, scope: .whole, cell: CellFilter()).rows(period.days, by: nil)[""]?.ratings ?? 0
    }
}
