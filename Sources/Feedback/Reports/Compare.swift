/// Units or desks side by side, told fairly: bands against the mean of the whole instead of ranks
/// (Statistics.md, "Comparing units and officials fairly").
package struct FairComparison: Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case unit, desk
    }

    package struct Part: Sendable {
        /// Of a unit or a desk, as `side` says.
        package var id: String
        package var measured: Measured
        package var band: Band
        /// The estimate that few ratings do not carry away, 0..1.
        package var shrunken: Double

        package init(
            id: String, measured: Measured, band: Band, shrunken: Double
        ) {
            self.id = id
            self.measured = measured
            self.band = band
            self.shrunken = shrunken
        }
    }

    /// A field worth a dialogue with citizens.
    package struct Topic: Sendable {
        package var field: ID<Field>
        package var measured: Measured
        package var band: Band
        /// Of all ratings with a field, 0..1.
        package var weight: Double

        package init(
            field: ID<Field>, measured: Measured, band: Band, weight: Double
        ) {
            self.field = field
            self.measured = measured
            self.band = band
            self.weight = weight
        }
    }

    package var period: Period
    package var isRunning: Bool
    package var side: Side
    /// Nil: all fields together.
    package var field: ID<Field>?
    package var rule: FigureRule
    /// The whole authority, also for somebody who sees a part: everybody is measured by the same mean.
    package var whole: Measured
    /// Those in sight, in the order of the configuration.
    package var parts: [Part]
    /// Only the band of a person is told, and none under 60 ratings.
    package var officials: [(id: ID<Official>, n: Int, band: Band)]
    /// Those clearly higher than the whole, by the lower bound of the interval, best first; often nobody.
    package var praise: [Part]
    /// By the shrunken estimate, lowest first; by the lower bound, it would name whoever has the fewest ratings.
    package var concern: [Part]
    /// Many transactions and low figures, over the six months up to the period's end (002-13).
    package var topics: [Topic]
    package var topicMonths: ClosedRange<Month>
    package var rates: [ID<Desk>: ResponseRate]
    package var silent: [SilentDesk]

    /// Rows of the lists of praise and concern.
    package static let listed = 5

    package init(
        period: Period, isRunning: Bool, side: Side, field: ID<Field>?, rule: FigureRule, whole: Measured,
        parts: [Part], officials: [(id: ID<Official>, n: Int, band: Band)], praise: [Part], concern: [Part],
        topics: [Topic], topicMonths: ClosedRange<Month>, rates: [ID<Desk>: ResponseRate], silent: [SilentDesk]
    ) {
        self.period = period
        self.isRunning = isRunning
        self.side = side
        self.field = field
        self.rule = rule
        self.whole = whole
        self.parts = parts
        self.officials = officials
        self.praise = praise
        self.concern = concern
        self.topics = topics
        self.topicMonths = topicMonths
        self.rates = rates
        self.silent = silent
    }
}

extension Reading {
    /// - Parameter scope: whose rows are seen.
    package func fairComparison(
        _ period: Period, by side: FairComparison.Side, field: ID<Field>? = nil, scope: Scope
    ) throws -> FairComparison {
        let today = LocalDay(now)
        let picture = directory.on(min(period.last, today))
        let cell = CellFilter(field: field)
        let all = DeskFigures(tx: self, scope: .whole, cell: cell)
        let seen = DeskFigures(tx: self, scope: scope, cell: cell)
        let whole = try all.rows(period.days, by: nil)[""] ?? Measured()
        let mean = whole.figure.share ?? 0
        let rows = try seen.rows(period.days, by: side == .unit ? .unit : .desk)
        let order = side == .unit ? picture.units.map(\.id.rawValue) : picture.desks.map(\.id.rawValue)
        let parts = order.compactMap { id in
            rows[id].map {
                FairComparison.Part(
                    id: id, measured: $0, band: Band(of: $0, whole: whole), shrunken: $0.shrunken(towards: mean))
            }
        }
        let persons = try seen.rows(period.days, by: .official)
        let full = parts.filter { $0.measured.size == .full }
        let topicMonths = Self.months(6, until: min(period.last, today).month)
        return FairComparison(
            period: period, isRunning: period.isRunning(on: today), side: side, field: field,
            rule: FigureRule(of: picture.deskQuestionnaire(on: min(period.last, today)), chosen: nil), whole: whole,
            parts: parts,
            officials: picture.officials.compactMap { official in
                persons[official.id.rawValue].map {
                    (official.id, $0.people.n, Band(of: $0, whole: whole, owner: .official))
                }
            },
            praise: Array(
                full.filter(\.band.isHigher)
                    .sorted { $0.measured.interval.low > $1.measured.interval.low }
                    .prefix(FairComparison.listed)),
            concern: Array(
                full.filter { !$0.band.isHigher && $0.shrunken < mean }.sorted { $0.shrunken < $1.shrunken }
                    .prefix(FairComparison.listed)),
            topics: try topics(topicMonths, scope), topicMonths: topicMonths,
            rates: try responseRates(period.months.filter { $0 <= today.month }, scope: scope),
            silent: try silentDesks(scope: scope))
    }

    /// Fields with at least their even share of the ratings, and lower than the mean; the clearest first.
    private func topics(_ months: ClosedRange<Month>, _ scope: Scope) throws -> [FairComparison.Topic] {
        let days = months.lowerBound.firstDay...months.upperBound.lastDay
        let whole = try DeskFigures(tx: self, scope: .whole, cell: CellFilter()).rows(days, by: nil)[""] ?? Measured()
        let mean = whole.figure.share ?? 0
        let rows = try DeskFigures(tx: self, scope: scope, cell: CellFilter()).rows(days, by: .field)
            .filter { !$0.key.isEmpty }
        let ratings = rows.reduce(0) { $0 + $1.value.ratings }
        return rows.filter { row in
            row.value.size == .full && row.value.shrunken(towards: mean) < mean
                && row.value.ratings * rows.count >= ratings
        }
        .sorted { $0.value.shrunken(towards: mean) < $1.value.shrunken(towards: mean) }
        .map {
            FairComparison.Topic(
                field: ID($0.key), measured: $0.value, band: Band(of: $0.value, whole: whole),
                weight: Double($0.value.ratings) / Double(max(1, ratings)))
        }
    }

    private static func months(_ count: Int, until last: Month) -> ClosedRange<Month> {
        (1..<count).reduce(last) { month, _ in month.previous }...last
    }
}

extension Period {
    /// The quarter with which a comparison begins: this one, once it holds a month of ratings, else the one before.
    package static func forComparison(on today: LocalDay) -> Period {
        Period(.quarter, holding: today.adding(days: -30))
    }
}
