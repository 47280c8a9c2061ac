/// The order of a report's rows: what is worth a look first. Whoever has full numbers stands by the shrunken estimate,
/// lowest first; the lower bound would name whoever has the fewest ratings. Rows with few ratings have no rank and
/// follow in the order of the configuration (Statistics.md, "Comparing fairly").
struct ReportOrder {
    /// The share of the whole, 0..1.
    let whole: Double
    let directory: Directory

    func desks(_ rows: [String: Measured]) -> PeriodReport.Rows<Desk> {
        sorted(rows, like: directory.configuration.desks.map(\.id))
    }

    func fields(_ rows: [String: Measured]) -> PeriodReport.Rows<Field> {
        sorted(rows, like: directory.configuration.fields.map(\.id))
    }

    /// What nobody named is left out: until a form asks for the procedure, that is everything.
    func procedures(_ rows: [String: Measured]) -> PeriodReport.Rows<Procedure> {
        let named = rows.filter { !$0.key.isEmpty }
        return named.isEmpty ? [] : sorted(rows, like: directory.configuration.procedures.map(\.id))
    }

    /// People are never ranked: they stand in the order of the configuration.
    func officials(_ rows: [String: Measured]) -> PeriodReport.Rows<Official> {
        listed(rows, like: directory.configuration.officials.map(\.id))
    }

    /// In the order of the questionnaire.
    func criteria(_ rows: [String: Measured], _ questionnaire: Questionnaire?) -> PeriodReport.Rows<Criterion> {
        listed(rows, like: questionnaire?.criteria.map(\.id) ?? [])
    }

    /// Factors of one criterion say what that criterion says; with nothing else there is nothing to put together.
    func factors(_ rows: [String: Measured], _ questionnaire: Questionnaire?) -> [FactorFigure] {
        guard let questionnaire, questionnaire.factors.contains(where: { $0.criteria.count > 1 }) else { return [] }
        return questionnaire.factors.compactMap { factor in
            let parts = factor.criteria.compactMap { rows[$0.id.rawValue] }
            return parts.isEmpty ? nil : FactorFigure(factor: factor, rule: questionnaire.index, parts: parts)
        }
    }

    func sorted<Subject>(_ rows: [String: Measured], like ids: [ID<Subject>]) -> PeriodReport.Rows<Subject> {
        let listed = listed(rows, like: ids)
        let full = listed.filter { $0.measured.size == .full && $0.id != nil }
            .sorted { $0.measured.shrunken(towards: whole) < $1.measured.shrunken(towards: whole) }
        return full + listed.filter { $0.measured.size != .full || $0.id == nil }
    }

    /// Known ids in their order, then those no longer configured, then what has none.
    private func listed<Subject>(_ rows: [String: Measured], like ids: [ID<Subject>]) -> PeriodReport.Rows<Subject> {
        let known = Set(ids.map(\.rawValue))
        let gone = rows.keys.filter { !$0.isEmpty && !known.contains($0) }.sorted().map(ID<Subject>.init(rawValue:))
        let named = (ids + gone).compactMap { id in rows[id.rawValue].map { (id: ID<Subject>?.some(id), measured: $0) }
        }
        return named + (rows[""].map { [(id: nil, measured: $0)] } ?? [])
    }
}
