/// Reads the figures of what was asked at the desks, over all versions and also of questionnaires that another one has
/// replaced since: a new one must not empty the past. Planned surveys are another set of data, and keep out of these
/// tallies: one percentage never mixes them (Statistics.md).
struct DeskFigures {
    let tx: any Reading
    let scope: Scope
    let cell: CellFilter
    private let versions = Versions()

    init(tx: any Reading, scope: Scope, cell: CellFilter) {
        self.tx = tx
        self.scope = scope
        self.cell = cell
    }

    /// One row for each value of `dimension` that occurs; one with key "" without a dimension.
    func rows(_ asked: ClosedRange<LocalDay>, by dimension: Dimension?) throws -> [String: Measured] {
        guard let days = told(asked, by: dimension) else { return [:] }
        var rows: [String: Measured] = [:]
        for questionnaire in try questionnaires(days) {
            let headline = dimension == .criterion ? nil : cell.criterion ?? questionnaire.overall
            let tallies = try tallies(days, questionnaire, headline, dimension)
            for (key, counts) in tallies {
                rows[key, default: Measured()].counts = (rows[key]?.counts ?? Counts()) + counts
            }
            // Every rating has a line for each criterion, answered or blank: one criterion's lines are the ratings.
            let counted =
                headline != nil || dimension == .criterion
                ? tallies : try self.tallies(days, questionnaire, questionnaire.criteria.first?.id, dimension)
            for (key, counts) in counted { rows[key, default: Measured()].ratings += counts.n + counts.blank }
        }
        return rows
    }

    /// The days whose figures are told. Those of one person are told by whole months that are over, as that person sees
    /// them: a day more or less would tell what one citizen said (experience.md, "Fraud and bias").
    private func told(_ days: ClosedRange<LocalDay>, by dimension: Dimension?) -> ClosedRange<LocalDay>? {
        guard cell.official != nil || dimension == .official else { return days }
        guard dimension != .day, dimension != .hour else { return nil }
        return days.wholeMonths(before: LocalDay(tx.now).month)
    }

    /// The versions answered in these days, also those that left the configuration. A page asks by many sides about
    /// the same days: the versions are looked up once.
    private func questionnaires(_ days: ClosedRange<LocalDay>) throws -> [Questionnaire] {
        if let known = versions.known[days] { return known }
        let found = try tx.tallies(
            days: days, scope: scope, cell: CellFilter(questionnaire: cell.questionnaire), by: .questionnaire
        )
        .compactMap { tx.directory.questionnaire(QuestionnaireVersion($0.key)) }
        versions.known[days] = found
        return found
    }

    private final class Versions {
        var known: [ClosedRange<LocalDay>: [Questionnaire]] = [:]
    }

    private func tallies(
        _ days: ClosedRange<LocalDay>, _ questionnaire: Questionnaire, _ criterion: ID<Criterion>?,
        _ dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)] {
        var cell = cell
        cell.questionnaire = questionnaire.versionID
        cell.criterion = criterion
        return try tx.tallies(days: days, scope: scope, cell: cell, by: dimension)
    }
}
