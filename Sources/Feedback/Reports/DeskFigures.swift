/// Reads the figures of the questionnaire at the desks, over all its versions.
/// Planned surveys are another set of data: one percentage never mixes them (statistics.md).
struct DeskFigures {
    let tx: any Reading
    let scope: Scope
    let cell: CellFilter

    /// One row for each value of `dimension` that occurs; one with key "" without a dimension.
    func rows(_ days: ClosedRange<LocalDay>, by dimension: Dimension?) throws -> [String: Measured] {
        var rows: [String: Measured] = [:]
        for questionnaire in questionnaires {
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

    private var questionnaires: [Questionnaire] {
        let configuration = tx.directory.configuration
        return configuration.questionnaires.filter {
            $0.id == configuration.form.questionnaire
                && (cell.questionnaire == nil || cell.questionnaire == $0.versionID)
        }
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
