/// The tables of a publication beside everything that is public already, as cells and the sums between them.
struct OpenSystem {
    /// What was published, by its days: which cells of it can be known, and which must not be.
    struct Told {
        var days: ClosedRange<LocalDay>
        /// Shown in some version, also in one that was replaced or withdrawn: somebody kept it.
        var shown: [OpenCell: Measured]
        /// Hidden in the version in force.
        var hidden: Set<OpenCell>
    }

    /// Days that no publication cuts, and what they hold.
    let pieces: [OpenCounts]
    let days: [ClosedRange<LocalDay>]
    /// The criterion that alone is the headline; nil: all answers together are.
    let overall: ID<Criterion>?

    /// The counts of the days that are to be published.
    let counts: OpenCounts
    private let period: ClosedRange<LocalDay>
    private let told: [Told]

    /// - Parameter read: what some days hold.
    init(
        publishing period: ClosedRange<LocalDay>, told: [Told], overall: ID<Criterion>?,
        read: (ClosedRange<LocalDay>) throws -> OpenCounts
    ) rethrows {
        self.period = period
        self.told = Self.linked(told, to: period)
        self.overall = overall
        days = Self.pieces(of: [period] + self.told.map(\.days))
        pieces = try days.map(read)
        counts = zip(days, pieces).filter { period.holds($0.0) }.reduce(OpenCounts()) { $0 + $1.1 }
    }

    /// The cells of the new publication that stay hidden, few or not.
    func hidden() -> Set<OpenCell> {
        var system = Suppression()
        var spans: [Set<Int>: [OpenCell: Int]] = [:]
        for span in allSpans { spans[span] = add(span, to: &system) }
        for (span, places) in spans.sorted(by: { $0.key.sorted().lexicographicallyPrecedes($1.key.sorted()) })
        where span.count > 1 {
            for (cell, place) in places.sorted(by: { $0.key < $1.key }) {
                var relation = [place: 1]
                for piece in span { if let part = spans[[piece]]?[cell] { relation[part] = -1 } }
                system.relate(relation)
            }
        }
        let own = spans[span(of: period)] ?? [:]
        let hidden = system.hidden()
        return Set(own.filter { hidden.contains($0.value) }.map(\.key))
    }
}

extension OpenSystem {
    private var allSpans: [Set<Int>] {
        let published = ([period] + told.map(\.days)).map(span(of:))
        // What is left of a period when those within it are taken away is told as well, though nobody printed it.
        let rests = published.flatMap { whole in
            let within = published.filter { $0.isStrictSubset(of: whole) }
            return (within + [within.reduce([]) { $0.union($1) }]).map(whole.subtracting)
        }
        let single = days.indices.map { Set([$0]) }
        return Set(published + rests + single + usual).filter { !$0.isEmpty }
            .sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    }

    /// Periods that are made of the pieces, published or not: a small one may be the difference of two large ones.
    private var usual: [Set<Int>] {
        let kinds: [Period.Kind] = [.quarter, .sixMonths, .nineMonths]
        let periods = Set(days.flatMap { piece in kinds.map { Period($0, holding: piece.lowerBound) } })
        return periods.map(\.days).filter { period in
            let held = days.filter { period.holds($0) }
            return held.reduce(0) { $0 + $1.upperBound.number - $1.lowerBound.number + 1 }
                == period.upperBound.number - period.lowerBound.number + 1
        }.map(span(of:))
    }

    private func span(of days: ClosedRange<LocalDay>) -> Set<Int> {
        Set(self.days.indices.filter { days.holds(self.days[$0]) })
    }

    /// - Returns: where each cell stands that somebody is in.
    private func add(_ span: Set<Int>, to system: inout Suppression) -> [OpenCell: Int] {
        let counts = span.sorted().reduce(OpenCounts()) { $0 + pieces[$1] }
        let before = told.filter { self.span(of: $0.days) == span }
        let hidden = before.reduce(Set()) { $0.union($1.hidden) }
        let isNew = span == self.span(of: period)
        var places: [OpenCell: Int] = [:]
        for cell in counts.cells.keys.sorted() where counts.size(cell) > 0 {
            let size = counts.size(cell)
            let state: Suppression.State =
                isTold(cell, counts.cells[cell], before, again: isNew)
                ? .known : isNew ? .open : hidden.contains(cell) || size < Suppression.least ? .secret : .untold
            places[cell] = system.add(.init(size: size, state: state))
        }
        relate(places, counts.meetings, in: &system)
        return places
    }

    /// Whether a cell was shown before. What is published again is told already only where it still says the same: a
    /// corrected number is a new one, and may have become too small.
    private func isTold(_ cell: OpenCell, _ measured: Measured?, _ before: [Told], again isNew: Bool) -> Bool {
        before.contains { told in told.shown[cell].map { !isNew || $0 == measured } ?? false }
    }

    /// The sums within one span.
    private func relate(
        _ places: [OpenCell: Int], _ meetings: Set<OpenCounts.Meeting>, in system: inout Suppression
    ) {
        guard let whole = places[.whole] else { return }
        var units = [whole: -1]
        var byCriterion: [ID<Criterion>: [Int: Int]] = [:]
        var byUnit: [ID<Unit>: [Int: Int]] = [:]
        for (cell, place) in places {
            switch cell {
            case .unit: units[place] = 1
            case .answer(let unit, let criterion):
                byCriterion[criterion, default: [:]][place] = 1
                if overall == nil || overall == criterion { byUnit[unit, default: [:]][place] = 1 }
                if let parent = places[.unit(unit)] { system.add(part: place, of: parent) }
            default: break
            }
        }
        system.relate(units)
        for (criterion, answers) in byCriterion.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let sum = places[.criterion(criterion)] else { continue }
            system.relate(answers.merging([sum: -1]) { first, _ in first })
        }
        for (unit, answers) in byUnit.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let sum = places[.unit(unit)] else { continue }
            system.relate(answers.merging([sum: -1]) { first, _ in first })
        }
        let channels = meetings.filter { if case .channel = $0.other { true } else { false } }
        for side in [channels, meetings.subtracting(channels)] {
            for relation in Self.sides(side, places) { system.relate(relation) }
        }
    }

    /// Units and channels (or fields) that meet only among themselves hold the same people: their sums are equal.
    private static func sides(_ meetings: Set<OpenCounts.Meeting>, _ places: [OpenCell: Int]) -> [[Int: Int]] {
        var groups: [[Int: Int]] = []
        for meeting in meetings.sorted(by: { ($0.other, $0.unit.rawValue) < ($1.other, $1.unit.rawValue) }) {
            guard let unit = places[.unit(meeting.unit)], let other = places[meeting.other] else { continue }
            let touched = groups.filter { $0[unit] != nil || $0[other] != nil }
            groups.removeAll { $0[unit] != nil || $0[other] != nil }
            groups.append(touched.reduce([unit: 1, other: -1]) { $0.merging($1) { first, _ in first } })
        }
        return groups
    }

    /// The publications that share days with the new one, or with one that does, and so on.
    private static func linked(_ told: [Told], to period: ClosedRange<LocalDay>) -> [Told] {
        var linked: [Told] = []
        var rest = told
        var reach = [period]
        while let index = rest.firstIndex(where: { one in reach.contains { $0.overlaps(one.days) } }) {
            let one = rest.remove(at: index)
            reach.append(one.days)
            linked.append(one)
        }
        return linked
    }

    /// Cut at every first and last day.
    private static func pieces(of periods: [ClosedRange<LocalDay>]) -> [ClosedRange<LocalDay>] {
        let cuts = Set(periods.flatMap { [$0.lowerBound, $0.upperBound.adding(days: 1)] }).sorted()
        return zip(cuts, cuts.dropFirst()).map { $0...$1.adding(days: -1) }
            .filter { piece in periods.contains { $0.holds(piece) } }
    }
}

extension ClosedRange<LocalDay> {
    fileprivate func holds(_ other: Self) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
