/// Counts of the five levels, and of the questions left blank. All that is stored of a figure (Statistics.md).
package struct Counts: Hashable, Sendable, Codable {
    package var n1 = 0
    package var n2 = 0
    package var n3 = 0
    package var n4 = 0
    package var n5 = 0
    package var blank = 0

    package init(n1: Int = 0, n2: Int = 0, n3: Int = 0, n4: Int = 0, n5: Int = 0, blank: Int = 0) {
        self.n1 = n1
        self.n2 = n2
        self.n3 = n3
        self.n4 = n4
        self.n5 = n5
        self.blank = blank
    }

    package var levels: [Int] { [n1, n2, n3, n4, n5] }
    /// Answers given; printed beside every figure.
    package var n: Int { n1 + n2 + n3 + n4 + n5 }

    package mutating func add(_ level: Level?, by count: Int) {
        switch level {
        case .veryDissatisfied: n1 += count
        case .dissatisfied: n2 += count
        case .neutral: n3 += count
        case .satisfied: n4 += count
        case .verySatisfied: n5 += count
        case nil: blank += count
        }
    }

    /// Nothing was asked here, or all of it was taken back.
    package var isZero: Bool { n1 == 0 && n2 == 0 && n3 == 0 && n4 == 0 && n5 == 0 && blank == 0 }

    package static func + (a: Counts, b: Counts) -> Counts {
        Counts(
            n1: a.n1 + b.n1, n2: a.n2 + b.n2, n3: a.n3 + b.n3, n4: a.n4 + b.n4, n5: a.n5 + b.n5,
            blank: a.blank + b.blank)
    }
}

/// Where the tallies of a rating are kept: everything a figure can be asked by, but the criterion.
package struct TallyPlace: Hashable, Sendable {
    package var day: LocalDay
    package var unit: ID<Unit>
    package var desk: ID<Desk>
    package var official: ID<Official>?
    package var field: ID<Field>?
    package var procedure: ID<Procedure>?
    package var channel: Channel
    package var evidence: EvidenceClass
    package var stage: Stage?
    /// The hour on the wall, 0..23: kept apart from the others, by desk alone (`Dimension.hour`).
    package var hour: Int
    package var questionnaire: QuestionnaireVersion

    package init(
        day: LocalDay, unit: ID<Unit>, desk: ID<Desk>, official: ID<Official>?, field: ID<Field>?,
        procedure: ID<Procedure>?, channel: Channel, evidence: EvidenceClass, stage: Stage?, hour: Int,
        questionnaire: QuestionnaireVersion
    ) {
        self.day = day
        self.unit = unit
        self.desk = desk
        self.official = official
        self.field = field
        self.procedure = procedure
        self.channel = channel
        self.evidence = evidence
        self.stage = stage
        self.hour = hour
        self.questionnaire = questionnaire
    }
}

/// One side by which figures are split.
package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case month, day, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire, criterion
    /// "1-08": Monday, from eight to nine; of the headline alone, and only together with units, desks and versions.
    case hour
}

/// A choice of cells; nil means all.
package struct CellFilter: Hashable, Sendable {
    package var unit: ID<Unit>?
    package var desk: ID<Desk>?
    package var official: ID<Official>?
    package var field: ID<Field>?
    package var procedure: ID<Procedure>?
    package var channel: Channel?
    package var evidence: EvidenceClass?
    package var stage: Stage?
    package var criterion: ID<Criterion>?
    package var questionnaire: QuestionnaireVersion?

    package init(
        unit: ID<Unit>? = nil, desk: ID<Desk>? = nil, official: ID<Official>? = nil, field: ID<Field>? = nil,
        channel: Channel? = nil, criterion: ID<Criterion>? = nil, questionnaire: QuestionnaireVersion? = nil,
        procedure: ID<Procedure>? = nil, evidence: EvidenceClass? = nil, stage: Stage? = nil
    ) {
        self.unit = unit
        self.desk = desk
        self.official = official
        self.field = field
        self.procedure = procedure
        self.channel = channel
        self.evidence = evidence
        self.stage = stage
        self.criterion = criterion
        self.questionnaire = questionnaire
    }
}

/// What a store says about tallies.
package protocol TallyReading {
    /// The counts of the cells chosen, one row for each value of `dimension` that occurs ("" where a rating has none),
    /// or one row with key "" without a dimension; none where nothing is counted. In the order of the keys.
    ///
    /// Hours are kept of the headline alone, by unit, desk and version: asked by anything else there are none.
    /// Without a question on the whole, no criterion means all answers together, and the first one's lines are the
    /// ratings.
    func tallies(
        days: ClosedRange<LocalDay>, scope: Scope, cell: CellFilter, by dimension: Dimension?
    ) throws -> [(key: String, counts: Counts)]
    /// The last day that stands in the sums of months; nil before the first.
    func foldedThrough() throws -> LocalDay?
}

/// What a store does for tallies.
package protocol TallyWriting {
    /// - Parameters:
    ///   - answers: every criterion that was asked; no level where it was left blank.
    ///   - overall: the question on the whole, which alone is counted by the hour.
    func addToTally(
        _ place: TallyPlace, _ answers: [(criterion: ID<Criterion>, level: Level?)], overall: ID<Criterion>?,
        by count: Int) throws
    /// Adds the days that are over to the sums of their months: at most the rest of one month, so that a long backlog
    /// keeps nobody waiting. No figure changes by it, so it leaves no line in the journal.
    /// - Returns: whether there is more to add.
    func foldTallies() throws -> Bool
    /// Counts the ratings again, and the sums of months; what differs is replaced.
    /// - Returns: how many cells differed from what was kept.
    func rebuildTallies() throws -> Int
}

extension TallyPlace {
    package init(_ rating: Rating) {
        self.init(
            day: rating.localDay, unit: rating.unit, desk: rating.desk, official: rating.official,
            field: rating.field, procedure: rating.procedure, channel: rating.channel, evidence: rating.evidence,
            stage: rating.stage, hour: Month.localHour(rating.receivedAt), questionnaire: rating.questionnaire)
    }
}

extension Writing {
    /// Adds a rating to the tallies and to the counts of reasons, or takes it out again with -1.
    package func tally(_ rating: Rating, by count: Int) throws {
        try tallyLevels(rating, by: count)
        try tallyReasons(rating, by: count)
    }

    /// Questions left blank are counted too.
    package func tallyLevels(_ rating: Rating, by count: Int) throws {
        let questionnaire = directory.questionnaire(rating.questionnaire)
        let criteria = questionnaire?.criteria ?? []
        try addToTally(
            TallyPlace(rating), criteria.map { ($0.id, rating.answers[$0.id]) }, overall: questionnaire?.overall,
            by: count)
    }
}
