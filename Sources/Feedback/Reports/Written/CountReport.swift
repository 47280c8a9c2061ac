package import Foundation

extension Reading {
    /// The figures of a report as they stand now.
    /// - Parameter asOf: what happened to cases later is left out; nil: now. So a frozen report can be counted again and
    ///   differs only where ratings, dossiers or openings changed.
    package func reportFigures(_ subject: ReportSubject, asOf: Date? = nil) throws -> ReportFigures {
        try ReportCount(self, subject).figures(asOf: asOf ?? now)
    }
}

/// Counts a report: everything from the tallies, but the cases and what is configured.
private struct ReportCount {
    let tx: any Reading
    let subject: ReportSubject
    /// Names and parents as on the last day of the period.
    let directory: Directory
    let scope: Scope
    let desks: DeskFigures

    init(_ tx: any Reading, _ subject: ReportSubject) {
        self.tx = tx
        self.subject = subject
        directory = tx.directory.on(subject.period.last)
        scope = subject.scope(in: tx.directory)
        desks = DeskFigures(tx: tx, scope: scope, cell: CellFilter())
    }

    var period: Period { subject.period }

    func figures(asOf: Date) throws -> ReportFigures {
        let questionnaire = directory.deskQuestionnaire(on: period.last)
        let whole = try lines(by: nil, [("", "")])
        let units = try lines(by: .unit, ratedUnits.map { ($0.id.rawValue, $0.name) })
        let desks = try lines(by: .desk, openDesks.map { ($0.id.rawValue, name(of: $0)) }).map { line in
            var desk = line
            desk.unit = directory.desk(ID(line.id))?.unit.rawValue
            // Officials may serve at a desk that is not of their unit.
            if line.name == line.id { desk.name = directory.sign(of: ID(line.id)) }
            return desk
        }
        return ReportFigures(
            period: period.rawValue, unit: subject.unit?.rawValue, authority: directory.configuration.authority.name,
            unitName: subject.unit.map { directory.unit($0)?.name ?? $0.rawValue },
            question: questionnaire?.overall.flatMap { id in questionnaire?.criteria.first { $0.id == id }?.text },
            now: whole.first ?? line("", "", nil, nil), lastYear: try lastYear(), months: try months(),
            deployment: try deployment(units, desks), units: units, desks: desks,
            fields: try lines(by: .field, directory.fields.map { ($0.id.rawValue, $0.name) }, onlyRated: true),
            criteria: try lines(
                by: .criterion, questionnaire?.criteria.map { ($0.id.rawValue, $0.text) } ?? [], onlyRated: true),
            factors: (questionnaire?.factors ?? []).map { factor in
                ReportFigures.Group(
                    id: factor.id.rawValue, name: factor.name, criteria: factor.criteria.map(\.id.rawValue),
                    askedOnlyIf: factor.askedOnlyIf)
            },
            channels: try lines(by: .channel, Channel.allCases.map { ($0.rawValue, $0.words) }, onlyRated: true),
            evidence: try lines(by: .evidence, EvidenceClass.allCases.map { ($0.rawValue, "Loại \($0.rawValue)") }),
            officials: try lines(
                by: .official, directory.officials.map { ($0.id.rawValue, $0.name) }, onlyRated: true),
            goals: directory.configuration.targets.filter { $0.applies(on: period.last) }.map {
                ReportFigures.Goal(name: $0.name, value: $0.value, method: $0.method, sameMethod: $0.sameMethod)
            },
            cases: try cases(asOf), themes: try themes(), words: try words(), index: questionnaire?.index)
    }

    /// One line for each name in its order, then what left the configuration, then what has none.
    private func lines(
        by dimension: Dimension?, _ names: [(id: String, name: String)], onlyRated: Bool = false
    ) throws -> [ReportFigures.Line] {
        let now = try desks.rows(period.days, by: dimension)
        let before = try desks.rows(period.previous.days, by: dimension)
        let known = Set(names.map(\.id))
        let gone = now.keys.filter { !$0.isEmpty && !known.contains($0) }.sorted().map { ($0, $0) }
        let none = known.contains("") ? [] : [("", "Không rõ")]
        return (names + gone + none).compactMap { id, name in
            let isListed = !onlyRated && known.contains(id)
            guard isListed || (now[id]?.ratings ?? 0) > 0 else { return nil }
            return line(id, name, now[id], before[id])
        }
    }

    private func line(_ id: String, _ name: String, _ now: Measured?, _ before: Measured?) -> ReportFigures.Line {
        ReportFigures.Line(
            id: id, name: name, counts: now?.counts ?? Counts(), ratings: now?.ratings ?? 0, before: before?.counts,
            ratingsBefore: before?.ratings)
    }

    private func lastYear() throws -> ReportFigures.Line {
        line("", "", try desks.rows(period.sameLastYear.days, by: nil)[""], nil)
    }

    /// Twelve months up to the last of the period; those without a rating too.
    private func months() throws -> [ReportFigures.Line] {
        var months = [period.last.month]
        while months.count < 12 { months.append(months[months.count - 1].previous) }
        months.reverse()
        let rows = try desks.rows(months[0].firstDay...period.last, by: .month)
        return months.map { line($0.rawValue, $0.rawValue, rows[$0.rawValue], nil) }
    }

    private var ratedUnits: [Unit] {
        directory.units.filter { $0.isRated && $0.exists(on: period.last) && scope.contains($0.id) }
    }

    private var openDesks: [Desk] { directory.desks.filter { $0.exists(on: period.last) && scope.contains($0) } }

    /// Wards call their desks alike: then the unit stands with it.
    private func name(of desk: Desk) -> String {
        guard openDesks.count(where: { $0.name == desk.name }) > 1, let unit = directory.unit(desk.unit) else {
            return desk.name
        }
        return "\(desk.name) (\(unit.name))"
    }

    private func deployment(
        _ units: [ReportFigures.Line], _ desks: [ReportFigures.Line]
    ) throws -> ReportFigures.Deployment {
        let openings = try tx.openings(days: period.days, scope: scope)
        let rates = try tx.responseRates(period.months, scope: scope)
        let response = rates.values.reduce(ResponseRate(), +)
        return ReportFigures.Deployment(
            desks: openDesks.count, desksWithCode: openDesks.count { tx.directory.code(of: $0.id) != nil },
            desksWithRatings: desks.count { $0.ratings > 0 && !$0.id.isEmpty }, units: ratedUnits.count,
            unitsWithRatings: units.count { $0.ratings > 0 && !$0.id.isEmpty },
            openings: openings.isEmpty ? nil : openings.values.reduce(0, +),
            dossiers: rates.isEmpty ? nil : response.dossiers,
            ratingsWithDossiers: rates.isEmpty ? nil : response.ratings)
    }

    /// The most often ticked first; equal ones in the order of the form.
    private func themes() throws -> [ReportFigures.Theme] {
        let counts = try tx.themes(days: period.days, scope: scope)
        return Reason.allCases.enumerated().compactMap { place, reason in
            counts[reason].map { (place, ReportFigures.Theme(name: reason.words, count: $0)) }
        }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map(\.1)
    }

    private func words() throws -> ReportFigures.Words {
        let counts = try tx.commentCounts(CommentFilter(days: period.days, scope: scope))
        return ReportFigures.Words(
            complaints: counts[.complaint] ?? 0, wishes: counts[.wish] ?? 0, praise: counts[.praise] ?? 0)
    }

    private func cases(_ asOf: Date) throws -> [CaseOutcome] {
        let unitOrder = directory.units.map(\.id.rawValue)
        let categories = directory.configuration.alerts.categories
        func place(_ outcome: CaseOutcome) -> (Int, Int, String) {
            (
                unitOrder.firstIndex(of: outcome.unit) ?? unitOrder.count,
                categories.firstIndex { $0.id.rawValue == outcome.category } ?? categories.count,
                outcome.unit + "/" + outcome.category
            )
        }
        return try tx.caseOutcomes(days: period.days, scope: scope, asOf: asOf).map { outcome in
            var named = outcome
            named.unitName = directory.unit(ID(outcome.unit))?.name ?? outcome.unit
            named.categoryName = categories.first { $0.id.rawValue == outcome.category }?.name ?? outcome.category
            return named
        }.sorted { place($0) < place($1) }
    }
}
