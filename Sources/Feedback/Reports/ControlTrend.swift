/// Months in a row with the limits of chance around their common mean: a p-chart (Statistics.md, "Change over time").
/// The limits are those of `Funnel`, from each month's own number of people.
package struct ControlTrend: Sendable {
    package struct Point: Sendable {
        package let month: Month
        package let measured: Measured
        /// 95 % and 99.8 %; nil where the month has too few ratings to be looked at.
        package let watch: Funnel.Limits?
        package let alarm: Funnel.Limits?
        package let place: Place
    }

    /// Where a month stands to the limits.
    package enum Place: Hashable, Sendable {
        /// Too few ratings to say.
        case unknown
        case inside
        /// Beyond the 95 % limits, or the 99.8 % limits: chance alone hardly makes it.
        case low(isAlarm: Bool)
        case high(isAlarm: Bool)

        package var isOutside: Bool { self != .unknown && self != .inside }
        package var isAlarm: Bool { self == .low(isAlarm: true) || self == .high(isAlarm: true) }
    }

    /// Oldest first; months without a rating are there with 0.
    package let points: [Point]
    /// The share of all months together, 0..1; nil without answers.
    package let mean: Double?
    /// What the second half of the months did since the first.
    package let drift: Change

    package init(_ months: [MonthFigure], of owner: Measured.Owner = .anything) {
        let whole = months.reduce(Measured()) { $0 + $1.measured }
        mean = whole.figure.share
        points = months.map { Self.point($0, whole, owner) }
        let half = months.count / 2
        let (early, late) = (months.prefix(half), months.suffix(half))
        drift = Change(
            from: early.reduce(Measured()) { $0 + $1.measured }, to: late.reduce(Measured()) { $0 + $1.measured },
            of: owner)
    }

    private static func point(_ figure: MonthFigure, _ whole: Measured, _ owner: Measured.Owner) -> Point {
        let measured = figure.measured
        guard let mean = whole.figure.share, [.provisional, .full].contains(measured.size(of: owner)) else {
            return Point(month: figure.month, measured: measured, watch: nil, alarm: nil, place: .unknown)
        }
        let funnel = Funnel(mean: mean)
        // What is provisional is shown, and not placed.
        let band = measured.size(of: owner) == .full ? Band(of: measured, whole: whole) : .tooFew
        let place: Place =
            switch band {
            case .tooFew: .unknown
            case .same: .inside
            case .clearlyLower(let isAlarm): .low(isAlarm: isAlarm)
            case .clearlyHigher(let isAlarm): .high(isAlarm: isAlarm)
            }
        let n = measured.people.n
        return Point(
            month: figure.month, measured: measured, watch: funnel.limits(n: n, tail: Funnel.watch),
            alarm: funnel.limits(n: n, tail: Funnel.alarm), place: place)
    }

    package var months: [MonthFigure] { points.map { MonthFigure(month: $0.month, measured: $0.measured) } }
    package var outside: [Point] { points.filter(\.place.isOutside) }
    /// Beyond the 99.8 % limits: among 24 steady months, one beyond 95 % is usual.
    package var alarming: [Point] { points.filter(\.place.isAlarm) }
    /// Months with enough ratings to be placed.
    package var placed: [Point] { points.filter { $0.place != .unknown } }
}
