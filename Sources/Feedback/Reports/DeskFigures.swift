/// Reads the figures of the questionnaire at the desks, over all its versions.
/// Planned surveys are another set of data: one percentage never mixes them (Statistics.md).
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
    func rows(_ days: ClosedRange<LocalDay>, by dimension: Dimension?) throws -> [String: Measured] {
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

    /// The versions answered in these days, also those that left the configuration. A page asks by many sides about
    /// the same days: the versions are looked up once.
    private func questionnaires(_ days: ClosedRange<LocalDay>) throws -> [Questionnaire] {
        if let known = versions.known[days] { return known }
        let asked = tx.directory.configuration.form.questionnaire
        let found = try tx.tallies(
            days: days, scope: scope, cell: CellFilter(questionnaire: cell.questionnaire), by: .questionnaire
        )
        .compactMap { tx.directory.questionnaire(QuestionnaireVersion($0.key)) }.filter { $0.id == asked }
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
