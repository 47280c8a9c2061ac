/// Which figures somebody wants, proven: a period, one side to split by, a choice of cells within a scope.
package struct FigureQuestion: Sendable, Hashable {
    package static let parameters = [
        "period", "by", "unit", "desk", "official", "field", "procedure", "channel", "evidence", "stage", "criterion",
    ]

    package var period: Period
    package var by: Dimension?
    /// With everything below it; its part of the tree is in `scope` already.
    package var unit: ID<Unit>?
    package var cell: CellFilter
    package var scope: Scope

    package init(
        period: Period, by: Dimension? = nil, unit: ID<Unit>? = nil, cell: CellFilter = CellFilter(), scope: Scope
    ) {
        self.period = period
        self.by = by
        self.unit = unit
        self.cell = cell
        self.scope = scope
    }

    /// - Throws: `QueryFault` naming each wrong parameter; `Refusal.invalid`; `Refusal.notFound` for a thing that is not there, or
    ///   not in this scope.
    package init(_ query: FormFields, scope: Scope, directory: Directory) throws {
        var query = StrictQuery(query, known: Self.parameters)
        let period = query.period()
        by = query.choice("by")
        unit = query.id("unit")
        cell = CellFilter(
            desk: query.id("desk"), official: query.id("official"), field: query.id("field"),
            channel: query.choice("channel"), criterion: query.id("criterion"), procedure: query.id("procedure"),
            evidence: query.choice("evidence"), stage: query.choice("stage"))
        let asked = ["official", "field", "procedure", "channel", "evidence", "stage", "criterion"]
        if by == .hour, asked.contains(where: query.has) {
            query.fail("by", "“hour” chỉ đi cùng period, unit, desk.")
        }
        try query.check()
        guard let period else { throw Refusal.malformed }
        self.period = period
        self.scope = scope
        try narrow(directory)
    }

    /// - Throws: `Refusal.notFound`: what is outside the scope is not there.
    private mutating func narrow(_ directory: Directory) throws(Refusal) {
        if let unit {
            guard directory.unit(unit) != nil, scope.contains(unit) else { throw .notFound }
            scope = scope.narrowed(to: unit, in: directory)
        }
        let exists = [
            cell.desk.map { id in directory.desk(id).map(scope.contains) ?? false },
            cell.official.map { id in directory.official(id).map { scope.contains($0.unit) } ?? false },
            cell.field.map { directory.field($0) != nil },
            cell.procedure.map { directory.procedure($0) != nil },
            cell.criterion.map { id in
                directory.configuration.questionnaires.contains { $0.criteria.contains { $0.id == id } }
            },
        ]
        guard exists.allSatisfy({ $0 ?? true }) else { throw .notFound }
    }

    /// Whose figures the rows are: one person's own are shown from more ratings on.
    package var owner: Measured.Owner { by == .official || cell.official != nil ? .official : .anything }
}

/// The figures that answer a question.
package struct FigureAnswer: Sendable {
    package typealias Row = (key: String, measured: Measured)

    package var question: FigureQuestion
    package var isRunning: Bool
    package var rule: FigureRule
    /// In force at the end of the period.
    package var questionnaire: Questionnaire?
    /// Answered in the period.
    package var versions: [QuestionnaireVersion]
    package var whole: Measured
    /// Each value of the side that occurs; "" where a rating has none.
    package var rows: [Row]

    package init(
        question: FigureQuestion, isRunning: Bool, rule: FigureRule, questionnaire: Questionnaire?,
        versions: [QuestionnaireVersion], whole: Measured, rows: [Row]
    ) {
        self.question = question
        self.isRunning = isRunning
        self.rule = rule
        self.questionnaire = questionnaire
        self.versions = versions
        self.whole = whole
        self.rows = rows
    }

    /// Whose figure the whole is.
    package var wholeOwner: Measured.Owner { question.cell.official == nil ? .anything : .official }
}

extension Reading {
    package func figures(_ question: FigureQuestion) throws -> FigureAnswer {
        let (days, directory) = (question.period.days, directory)
        let figures = DeskFigures(tx: self, scope: question.scope, cell: question.cell)
        let questionnaire = directory.deskQuestionnaire(on: question.period.last)
        let rows = try question.by.map { try figures.rows(days, by: $0) } ?? [:]
        let versions = try tallies(days: days, scope: question.scope, cell: CellFilter(), by: .questionnaire)
            .map { QuestionnaireVersion($0.key) }.filter { directory.questionnaire($0) != nil }
        return FigureAnswer(
            question: question,
            isRunning: question.period.isRunning(on: LocalDay(now)) && !question.period.isFuture(on: LocalDay(now)),
            rule: FigureRule(of: questionnaire, chosen: question.cell.criterion), questionnaire: questionnaire,
            versions: versions, whole: try figures.rows(days, by: nil)[""] ?? Measured(),
            rows: Self.ordered(rows, by: question.by, directory, questionnaire))
    }

    /// What the configuration knows in its order, then the rest by its mark; what has none is last.
    private static func ordered(
        _ rows: [String: Measured], by side: Dimension?, _ directory: Directory, _ questionnaire: Questionnaire?
    ) -> [FigureAnswer.Row] {
        let configuration = directory.configuration
        let known: [String] =
            switch side {
            case .unit: configuration.units.map(\.id.rawValue)
            case .desk: configuration.desks.map(\.id.rawValue)
            case .official: configuration.officials.map(\.id.rawValue)
            case .field: configuration.fields.map(\.id.rawValue)
            case .procedure: configuration.procedures.map(\.id.rawValue)
            case .channel: Channel.allCases.map(\.rawValue)
            case .stage: Stage.allCases.map(\.rawValue)
            case .criterion: questionnaire?.criteria.map(\.id.rawValue) ?? []
            case nil, .month, .day, .evidence, .questionnaire, .hour: []
            }
        let places = Dictionary(
            known.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        func place(_ key: String) -> (Int, String) {
            (key.isEmpty ? Int.max : places[key] ?? known.count, key)
        }
        return rows.sorted { place($0.key) < place($1.key) }.map { ($0.key, $0.value) }
    }
}
