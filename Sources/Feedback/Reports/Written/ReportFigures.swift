import Crypto
import Foundation

/// The figures of a report as they are frozen: counts and names, nothing computed. Shares, intervals and bands are
/// made of them on each reading, so an old snapshot never holds an old rounding.
///
/// A snapshot is kept for ever and read by later programs: what is added is optional, what is there keeps its meaning.
package struct ReportFigures: Codable, Hashable, Sendable {
    package struct Line: Codable, Hashable, Sendable {
        /// Of the configuration; empty for what has none ("không rõ").
        package var id: String
        /// As on the last day of the period.
        package var name: String
        package var counts: Counts
        package var ratings: Int
        /// The period before.
        package var before: Counts?
        package var ratingsBefore: Int?
        /// Of a desk: whose it is.
        package var unit: String?

        package var measured: Measured { Measured(counts: counts, ratings: ratings) }
        package var measuredBefore: Measured { Measured(counts: before ?? Counts(), ratings: ratingsBefore ?? 0) }

        package init(
            id: String, name: String, counts: Counts, ratings: Int, before: Counts? = nil, ratingsBefore: Int? = nil,
            unit: String? = nil
        ) {
            self.id = id
            self.name = name
            self.counts = counts
            self.ratings = ratings
            self.before = before
            self.ratingsBefore = ratingsBefore
            self.unit = unit
        }
    }

    /// A group of criteria.
    package struct Group: Codable, Hashable, Sendable {
        package var id: String
        package var name: String
        package var criteria: [String]
        /// Whom it is for; nil: everybody.
        package var askedOnlyIf: String?

        package init(id: String, name: String, criteria: [String], askedOnlyIf: String? = nil) {
            self.id = id
            self.name = name
            self.criteria = criteria
            self.askedOnlyIf = askedOnlyIf
        }
    }

    package struct Deployment: Codable, Hashable, Sendable {
        package var desks: Int
        package var desksWithCode: Int
        package var desksWithRatings: Int
        package var units: Int
        package var unitsWithRatings: Int
        /// How often the rating page was opened; nil: not counted yet.
        package var openings: Int?
        /// Dossiers handled at the desks that said how many, and the ratings there; nil: nobody said.
        package var dossiers: Int?
        package var ratingsWithDossiers: Int?

        package init(
            desks: Int, desksWithCode: Int, desksWithRatings: Int, units: Int, unitsWithRatings: Int,
            openings: Int? = nil, dossiers: Int? = nil, ratingsWithDossiers: Int? = nil
        ) {
            self.desks = desks
            self.desksWithCode = desksWithCode
            self.desksWithRatings = desksWithRatings
            self.units = units
            self.unitsWithRatings = unitsWithRatings
            self.openings = openings
            self.dossiers = dossiers
            self.ratingsWithDossiers = ratingsWithDossiers
        }
    }

    package struct Goal: Codable, Hashable, Sendable {
        package var name: String
        /// 0..1.
        package var value: Double
        package var method: String
        package var sameMethod: Bool

        package init(name: String, value: Double, method: String, sameMethod: Bool) {
            self.name = name
            self.value = value
            self.method = method
            self.sameMethod = sameMethod
        }
    }

    package struct Theme: Codable, Hashable, Sendable {
        package var name: String
        package var count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Ratings with words, by what the words are; guessed until somebody has read and sorted them.
    package struct Words: Codable, Hashable, Sendable {
        package var complaints: Int
        package var wishes: Int
        package var praise: Int

        package init(complaints: Int, wishes: Int, praise: Int) {
            self.complaints = complaints
            self.wishes = wishes
            self.praise = praise
        }

        package var all: Int { complaints + wishes + praise }
    }

    package var period: String
    package var unit: String?
    package var authority: String
    package var unitName: String?
    /// The question of the headline; nil: all criteria pooled.
    package var question: String?
    package var now: Line
    package var lastYear: Line
    package var months: [Line]
    package var deployment: Deployment
    package var units: [Line]
    package var desks: [Line]
    package var fields: [Line]
    package var criteria: [Line]
    package var factors: [Group]
    package var channels: [Line]
    package var evidence: [Line]
    package var officials: [Line]
    package var goals: [Goal]
    package var cases: [CaseOutcome]
    package var themes: [Theme]?
    package var words: Words?
    /// How a factor is made of its criteria; nil: all answers pooled.
    package var index: IndexRule?

    package init(
        period: String, unit: String? = nil, authority: String, unitName: String? = nil, question: String? = nil,
        now: Line, lastYear: Line, months: [Line], deployment: Deployment, units: [Line], desks: [Line], fields: [Line],
        criteria: [Line], factors: [Group], channels: [Line], evidence: [Line], officials: [Line], goals: [Goal],
        cases: [CaseOutcome], themes: [Theme]? = nil, words: Words? = nil, index: IndexRule? = nil
    ) {
        self.period = period
        self.unit = unit
        self.authority = authority
        self.unitName = unitName
        self.question = question
        self.now = now
        self.lastYear = lastYear
        self.months = months
        self.deployment = deployment
        self.units = units
        self.desks = desks
        self.fields = fields
        self.criteria = criteria
        self.factors = factors
        self.channels = channels
        self.evidence = evidence
        self.officials = officials
        self.goals = goals
        self.cases = cases
        self.themes = themes
        self.words = words
        self.index = index
    }
}

extension ReportFigures {
    /// The same figures are the same bytes: keys sorted, no blank, no escaped slash.
    package var canonical: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Ten characters of Crockford's base32, 50 bits of the hash: short enough to be read aloud on the telephone.
    package static func snapshotID(of canonical: String) -> String {
        Crockford.code(10, from: Array(SHA256.hash(data: Data(canonical.utf8))))
    }

    package var headline: Measured { now.measured }
    package var previous: Measured { now.measuredBefore }
    package var rule: FigureRule { question.map(FigureRule.overallQuestion) ?? .pooled }
}

/// What became of the negative ratings of a unit and category, up to a moment. Only counts.
package struct CaseOutcome: Codable, Hashable, Sendable {
    package var unit: String
    package var unitName: String
    package var category: String
    package var categoryName: String
    package var raised = 0
    /// First answered by the deadline · after it.
    package var inTime = 0
    package var late = 0
    /// Not answered yet · of these, past the deadline.
    package var waiting = 0
    package var overdue = 0
    package var confirmed = 0
    package var unfounded = 0
    package var unclear = 0
    /// With a measure written down.
    package var measures = 0
    /// The citizen said that it was not settled.
    package var returned = 0

    package init(unit: String, unitName: String = "", category: String, categoryName: String = "") {
        self.unit = unit
        self.unitName = unitName
        self.category = category
        self.categoryName = categoryName
    }

    package var answered: Int { inTime + late }

    package static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.raised += b.raised
        sum.inTime += b.inTime
        sum.late += b.late
        sum.waiting += b.waiting
        sum.overdue += b.overdue
        sum.confirmed += b.confirmed
        sum.unfounded += b.unfounded
        sum.unclear += b.unclear
        sum.measures += b.measures
        sum.returned += b.returned
        return sum
    }
}

extension ReportFigures {
    package var allCases: CaseOutcome { cases.reduce(CaseOutcome(unit: "", category: ""), +) }

    /// Summed over categories, in the order of the units.
    package var casesByUnit: [CaseOutcome] { summed(by: \.unit) }
    package var casesByCategory: [CaseOutcome] { summed(by: \.category) }

    private func summed(by key: (CaseOutcome) -> String) -> [CaseOutcome] {
        var order: [String] = []
        var sums: [String: CaseOutcome] = [:]
        for line in cases {
            if sums[key(line)] == nil { order.append(key(line)) }
            sums[key(line)] = sums[key(line)].map { $0 + line } ?? line
        }
        return order.compactMap { sums[$0] }
    }
}
