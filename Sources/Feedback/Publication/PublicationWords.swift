/// Puts names to the counts of a publication, as they were on the period's last day.
struct PublicationWords {
    let period: Period
    let directory: Directory
    let questionnaire: Questionnaire?
    let counts: OpenCounts
    let hidden: Set<OpenCell>
    let cases: [ID<Unit>: PublishedCases]

    var figures: PublishedFigures {
        let configuration = directory.configuration
        let authority = configuration.authority
        let overall = questionnaire?.overall.flatMap { overall in
            questionnaire?.criteria.first { $0.id == overall }?.text
        }
        let whole = cell(.whole)
        return PublishedFigures(
            period: period.rawValue, authority: authority.name, address: authority.address, phone: authority.phone,
            office: directory.unit(authority.homeAffairs)?.name ?? authority.name,
            questionnaire: questionnaire?.title ?? "", source: questionnaire?.source ?? "", overallQuestion: overall,
            target: directory.target(on: period.last), whole: whole,
            cases: whole.isShown ? cases.values.reduce(PublishedCases(), +) : nil, units: units,
            criteria: criteria.map { Self.row($0.id, $0.name, cell(.criterion(ID($0.id)))) },
            channels: Channel.allCases.map(\.rawValue).filter { counts.cells[.channel($0)] != nil }.map {
                Self.row($0, "", cell(.channel($0)))
            },
            fields: fields.map { Self.row($0.id, $0.name, cell(.field($0.id))) },
            method: OpenMethod.sentences(overallQuestion: overall))
    }

    private static func row(_ id: String, _ name: String, _ cell: PublishedCell) -> PublishedFigures.Row {
        PublishedFigures.Row(id: id, name: name, cell: cell)
    }

    private func cell(_ cell: OpenCell) -> PublishedCell {
        PublishedCell(counts.cells[cell], isHidden: hidden.contains(cell))
    }

    /// Rated units that existed in the period, and whatever else has ratings: the table sums to the whole.
    private var units: [PublishedFigures.UnitRow] {
        let known = directory.units.filter { unit in
            let existed =
                unit.validFrom.map { $0 <= period.last } ?? true && unit.validTo.map { period.first <= $0 } ?? true
            return (unit.isRated && existed) || counts.cells[.unit(unit.id)] != nil
        }
        let names = known.map { ($0.id, $0.name) }
        let gone = Set(counts.cells.keys.compactMap { if case .unit(let id) = $0 { id } else { nil } })
            .subtracting(known.map(\.id)).sorted { $0.rawValue < $1.rawValue }.map { ($0, $0.rawValue) }
        return (names + gone).map { id, name in
            let cell = cell(.unit(id))
            return PublishedFigures.UnitRow(
                id: id, name: name, cell: cell,
                criteria: cell.isShown
                    ? criteria.map { Self.row($0.id, $0.name, self.cell(.answer(id, ID($0.id)))) } : [],
                cases: cell.isShown ? cases[id] ?? PublishedCases() : nil)
        }
    }

    /// Those of the questionnaire in its order, then those of an older version.
    private var criteria: [(id: String, name: String)] {
        let asked = (questionnaire?.criteria ?? []).map { (id: $0.id.rawValue, name: $0.text) }
        let gone = counts.cells.keys.compactMap { if case .criterion(let id) = $0 { id.rawValue } else { nil } }
            .filter { id in !asked.contains { $0.id == id } }.sorted()
        return (asked + gone.map { (id: $0, name: $0) }).filter { counts.cells[.criterion(ID($0.id))] != nil }
    }

    private var fields: [(id: String, name: String)] {
        let known = directory.fields.map { (id: $0.id.rawValue, name: $0.name) }
        let gone = counts.cells.keys.compactMap { if case .field(let id) = $0 { id } else { nil } }
            .filter { id in !id.isEmpty && !known.contains { $0.id == id } }.sorted()
        return (known + gone.map { (id: $0, name: $0) } + [(id: "", name: "Không ghi lĩnh vực")])
            .filter { counts.cells[.field($0.id)] != nil }
    }
}
