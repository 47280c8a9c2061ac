/// Whom the statistical watch looks at, rating by rating.
package enum Watched: Hashable, Sendable {
    case desk(ID<Desk>)
    case official(ID<Official>)

    /// "desk:q03", as in the journal.
    package var label: String { "\(kind):\(id)" }
    package var kind: String {
        switch self {
        case .desk: "desk"
        case .official: "official"
        }
    }
    package var id: String {
        switch self {
        case .desk(let id): id.rawValue
        case .official(let id): id.rawValue
        }
    }

    package var desk: ID<Desk>? {
        if case .desk(let id) = self { id } else { nil }
    }
    package var official: ID<Official>? {
        if case .official(let id) = self { id } else { nil }
    }

    /// Nil for another kind.
    package init?(kind: String, id: String) {
        switch kind {
        case "desk": self = .desk(ID(id))
        case "official": self = .official(ID(id))
        default: return nil
        }
    }
}

/// What the watch takes from one rating.
package struct Observation: Hashable, Sendable {
    package let rating: Int64
    package let day: LocalDay
    package let desk: ID<Desk>
    package let official: ID<Official>?
    /// Level 1 or 2 on the question that makes the headline; nil where it was left blank.
    package let isNegative: Bool?

    package init(rating: Int64, day: LocalDay, desk: ID<Desk>, official: ID<Official>?, isNegative: Bool?) {
        self.rating = rating
        self.day = day
        self.desk = desk
        self.official = official
        self.isNegative = isNegative
    }

    var subjects: [Watched] { [.desk(desk)] + (official.map { [.official($0)] } ?? []) }
}

/// How the sum of one subject stands, with the stretch since it last left 0: where a rise began, as far as one can say.
package struct WatchState: Hashable, Sendable {
    /// At least 0, below the threshold.
    package var sum = 0.0
    /// The first rating of the stretch; nil while the sum is 0.
    package var firstRating: Int64?
    package var firstDay: LocalDay?
    package var n = 0
    package var negatives = 0
    /// Ratings from this one on were corrected and must be looked at again.
    package var restartFrom: Int64?

    package init() {}

    package init(
        sum: Double, firstRating: Int64?, firstDay: LocalDay?, n: Int, negatives: Int, restartFrom: Int64? = nil
    ) {
        self.sum = sum
        self.firstRating = firstRating
        self.firstDay = firstDay
        self.n = n
        self.negatives = negatives
        self.restartFrom = restartFrom
    }

    /// Takes one more rating.
    /// - Returns: the stretch that ends here with an alarm; the state then begins anew.
    mutating func take(_ observation: Observation, _ cusum: BernoulliCusum) -> WatchState? {
        guard let isNegative = observation.isNegative else { return nil }
        sum = cusum.sum(after: sum, isNegative: isNegative)
        guard sum > 0 else {
            self = WatchState()
            return nil
        }
        if firstRating == nil { (firstRating, firstDay) = (observation.rating, observation.day) }
        n += 1
        negatives += isNegative ? 1 : 0
        guard cusum.isAlarm(sum) else { return nil }
        defer { self = WatchState() }
        return self
    }
}
