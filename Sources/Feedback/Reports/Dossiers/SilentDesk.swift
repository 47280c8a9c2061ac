/// A desk that is open, with somebody on duty, and that nobody has rated for working days on end: the card may be gone,
/// or people are not told of it.
package struct SilentDesk: Hashable, Sendable {
    package var desk: ID<Desk>
    /// The day of its last rating within the last year; nil: none.
    package var lastRating: LocalDay?

    package init(desk: ID<Desk>, lastRating: LocalDay?) {
        self.desk = desk
        self.lastRating = lastRating
    }

    /// Working days without a rating.
    package static let days = 5
}

extension Reading {
    /// In the order of the configuration. Today is not over and does not count.
    package func silentDesks(scope: Scope) throws -> [SilentDesk] {
        let today = LocalDay(now)
        let hours = directory.configuration.alerts.hours
        // Thirty days hold five working days around the longest holiday; a calendar without work names nobody.
        let workdays = (1...30).map { today.adding(days: -$0) }.filter(hours.works).prefix(SilentDesk.days)
        guard workdays.count == SilentDesk.days, let first = workdays.last else { return [] }
        let figures = DeskFigures(tx: self, scope: .whole, cell: CellFilter())
        let rated = try figures.rows(first...today, by: .desk)
        // Where nobody hands in a dossier, nobody is asked to rate: a desk that gives out numbers.
        let counts = Dictionary(grouping: try dossierCounts(today.month.previous...today.month), by: \.desk)
        let idle = Set(counts.filter { $0.value.allSatisfy { $0.count == 0 } }.keys)
        let silent = directory.desks.filter { desk in
            scope.contains(desk) && !idle.contains(desk.id) && desk.exists(on: first) && desk.exists(on: today)
                && (rated[desk.id.rawValue]?.ratings ?? 0) == 0
                && workdays.contains { !directory.officials(at: desk.id, on: $0).isEmpty }
        }
        return try silent.map { SilentDesk(desk: $0.id, lastRating: try lastRating(at: $0.id, before: first)) }
    }

    private func lastRating(at desk: ID<Desk>, before day: LocalDay) throws -> LocalDay? {
        let figures = DeskFigures(tx: self, scope: .whole, cell: CellFilter(desk: desk))
        let days = try figures.rows(day.adding(days: -365)...day, by: .day)
        return days.filter { $0.value.ratings > 0 }.keys.max().flatMap(LocalDay.init(rawValue:))
    }
}
