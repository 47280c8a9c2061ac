/// What was published of a period, as it was counted then: after suppression, so that nothing stands here that may not
/// be read. It is kept as it is; names and method are those of that day.
package struct PublishedFigures: Codable, Hashable, Sendable {
    package struct Row: Codable, Hashable, Sendable {
        package var id: String
        package var name: String
        package var cell: PublishedCell

        package init(id: String, name: String, cell: PublishedCell) {
            self.id = id
            self.name = name
            self.cell = cell
        }
    }

    package struct UnitRow: Codable, Hashable, Sendable {
        package var id: ID<Unit>
        package var name: String
        package var cell: PublishedCell
        package var criteria: [Row]
        /// Nil beside a hidden cell.
        package var cases: PublishedCases?

        package init(
            id: ID<Unit>, name: String, cell: PublishedCell, criteria: [Row], cases: PublishedCases? = nil
        ) {
            self.id = id
            self.name = name
            self.cell = cell
            self.criteria = criteria
            self.cases = cases
        }
    }

    /// As in an address: "2026-10".
    package var period: String
    /// Who publishes, and where it is: "UBND thành phố Long Khánh".
    package var authority: String
    package var address: String
    package var phone: String
    /// The office that answers for the figures.
    package var office: String
    package var questionnaire: String
    /// The document the questions come from.
    package var source: String
    /// The question that alone is the headline; nil: all answers together are.
    package var overallQuestion: String?
    package var target: Target?
    package var whole: PublishedCell
    package var cases: PublishedCases?
    package var units: [UnitRow]
    package var criteria: [Row]
    package var channels: [Row]
    package var fields: [Row]
    /// Sentences on how the figures were made, for readers.
    package var method: [String]

    package init(
        period: String, authority: String, address: String, phone: String, office: String, questionnaire: String,
        source: String, overallQuestion: String?, target: Target?, whole: PublishedCell, cases: PublishedCases?,
        units: [UnitRow], criteria: [Row], channels: [Row], fields: [Row], method: [String]
    ) {
        self.period = period
        self.authority = authority
        self.address = address
        self.phone = phone
        self.office = office
        self.questionnaire = questionnaire
        self.source = source
        self.overallQuestion = overallQuestion
        self.target = target
        self.whole = whole
        self.cases = cases
        self.units = units
        self.criteria = criteria
        self.channels = channels
        self.fields = fields
        self.method = method
    }

    package func unit(_ id: ID<Unit>) -> UnitRow? { units.first { $0.id == id } }

    /// The cells by what they are about.
    var cells: [OpenCell: PublishedCell] {
        var cells: [OpenCell: PublishedCell] = [.whole: whole]
        for unit in units {
            cells[.unit(unit.id)] = unit.cell
            // A hidden unit has no criteria: they are hidden with it.
            let answers = unit.cell.isHidden ? criteria.map { Row(id: $0.id, name: "", cell: .hidden) } : unit.criteria
            for row in answers { cells[.answer(unit.id, ID(row.id))] = row.cell }
        }
        for row in criteria { cells[.criterion(ID(row.id))] = row.cell }
        for row in channels { cells[.channel(row.id)] = row.cell }
        for row in fields { cells[.field(row.id)] = row.cell }
        return cells
    }
}

/// A cell for the public.
package enum PublishedCell: Codable, Hashable, Sendable {
    /// Ratings, and the answers at the levels 1…5.
    case shown(ratings: Int, levels: [Int])
    /// Fewer than ten, or it would give such a cell away: both look the same.
    case hidden
    /// Nobody.
    case empty

    package init(_ measured: Measured?, isHidden: Bool) {
        guard let measured, measured.ratings > 0 || measured.counts.n > 0 else {
            self = .empty
            return
        }
        self = isHidden ? .hidden : .shown(ratings: measured.ratings, levels: measured.counts.levels)
    }

    /// Nil where nothing is shown.
    package var measured: Measured? {
        guard case .shown(let ratings, let levels) = self, levels.count == 5 else { return nil }
        return Measured(
            counts: Counts(n1: levels[0], n2: levels[1], n3: levels[2], n4: levels[3], n5: levels[4]), ratings: ratings)
    }

    package var isHidden: Bool { self == .hidden }
    package var isShown: Bool { measured != nil }
}

/// Bad ratings that became cases, and how many of these have an answer.
package struct PublishedCases: Codable, Hashable, Sendable {
    package var raised: Int
    package var answered: Int

    package init(raised: Int = 0, answered: Int = 0) {
        self.raised = raised
        self.answered = answered
    }

    package static func + (a: Self, b: Self) -> Self {
        Self(raised: a.raised + b.raised, answered: a.answered + b.answered)
    }
}
