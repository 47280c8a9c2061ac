/// Phiếu: a versioned set of criteria. A published version never changes; an answer points at the version it answered.
package struct Questionnaire: Codable, Hashable, Sendable {
    package var id: ID<Questionnaire>
    package var version: Int
    package var title: String
    /// The document the questions come from, with number and date.
    package var source: String
    package var from: LocalDay
    package var factors: [Factor]
    /// Words of the levels 1..5, in that order.
    package var scale: [String]
    package var index: IndexRule
    /// The question on the whole, if the questionnaire has one: then it alone is the overall figure.
    package var overall: ID<Criterion>?

    package init(
        id: ID<Questionnaire>, version: Int, title: String, source: String, from: LocalDay, factors: [Factor],
        scale: [String] = Level.words, index: IndexRule = .pooled, overall: ID<Criterion>? = nil
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.source = source
        self.from = from
        self.factors = factors
        self.scale = scale
        self.index = index
        self.overall = overall
    }

    package var criteria: [Criterion] { factors.flatMap(\.criteria) }
    /// "LK@1": what an answer points at.
    package var versionID: QuestionnaireVersion { QuestionnaireVersion("\(id)@\(version)") }
}

/// One version of a questionnaire, "LK@1".
package typealias QuestionnaireVersion = ID<VersionedQuestionnaire>
package enum VersionedQuestionnaire {}

/// Yếu tố: criteria that are reported together.
package struct Factor: Codable, Hashable, Sendable {
    package var id: ID<Factor>
    package var name: String
    /// Whom the factor is for, in words; nil: everybody. Its n differs then (Statistics.md).
    package var askedOnlyIf: String?
    package var criteria: [Criterion]

    package init(id: ID<Factor>, name: String, askedOnlyIf: String? = nil, criteria: [Criterion]) {
        self.id = id
        self.name = name
        self.askedOnlyIf = askedOnlyIf
        self.criteria = criteria
    }
}

/// Tiêu chí: one question, answered by a level.
package struct Criterion: Codable, Hashable, Sendable {
    package var id: ID<Criterion>
    package var text: String

    package init(id: ID<Criterion>, text: String) {
        self.id = id
        self.text = text
    }
}

/// How the figure of a factor is made from its criteria.
package enum IndexRule: String, Codable, Hashable, Sendable, CaseIterable {
    /// Every answer counts once.
    case pooled
    /// The mean of the criteria's shares.
    case meanOfCriteria
}
