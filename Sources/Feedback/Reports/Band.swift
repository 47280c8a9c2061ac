/// Where a part stands against the whole: a band instead of a rank (Statistics.md, "Comparing units and officials
/// fairly"). Two parts in the same band are not told apart.
package enum Band: Hashable, Sendable {
    /// Under 30 ratings, 60 of one official, or a whole without any.
    case tooFew
    /// Below the 95 % limit; an alarm below the 99.8 % limit.
    case clearlyLower(isAlarm: Bool)
    case same
    case clearlyHigher(isAlarm: Bool)

    package init(of part: Measured, whole: Measured, owner: Measured.Owner = .anything) {
        guard part.size(of: owner) == .full, let mean = whole.figure.share else {
            self = .tooFew
            return
        }
        let (successes, n) = part.people
        let chance = Funnel(mean: mean).chance(successes, of: n)
        if chance.soFew < Funnel.watch {
            self = .clearlyLower(isAlarm: chance.soFew < Funnel.alarm)
        } else if chance.soMany < Funnel.watch {
            self = .clearlyHigher(isAlarm: chance.soMany < Funnel.alarm)
        } else {
            self = .same
        }
    }

    package var words: String {
        switch self {
        case .tooFew: "quá ít phiếu"
        case .clearlyLower: "rõ ràng thấp hơn"
        case .same: "không khác biệt"
        case .clearlyHigher: "rõ ràng cao hơn"
        }
    }

    package var isLower: Bool {
        if case .clearlyLower = self { true } else { false }
    }

    package var isHigher: Bool {
        if case .clearlyHigher = self { true } else { false }
    }

    package var isAlarm: Bool {
        switch self {
        case .clearlyLower(let isAlarm), .clearlyHigher(let isAlarm): isAlarm
        case .tooFew, .same: false
        }
    }
}

extension Measured {
    /// Satisfied people, of how many. Where a questionnaire pools its criteria, the five answers of one person are not
    /// five people: the share stands, the number is that of the ratings.
    package var people: (satisfied: Int, n: Int) {
        let n = min(counts.n, ratings)
        guard n < counts.n else { return (figure.satisfied, n) }
        return (Int(((figure.share ?? 0) * Double(n)).rounded()), n)
    }
}
