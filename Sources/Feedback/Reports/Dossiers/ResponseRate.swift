/// How many of those who were served rated: ratings over dossiers, of the same desks and months.
package struct ResponseRate: Hashable, Sendable {
    package var ratings: Int
    package var dossiers: Int

    package init(ratings: Int = 0, dossiers: Int = 0) {
        self.ratings = ratings
        self.dossiers = dossiers
    }

    /// Above 1 when there are more ratings than dossiers; nil without dossiers.
    package var share: Double? { dossiers == 0 ? nil : Double(ratings) / Double(dossiers) }
    /// Somebody may rate without a dossier, and one dossier may bring several visits; but it asks for a look.
    package var isMoreThanAll: Bool { ratings > dossiers }

    package static func + (a: Self, b: Self) -> Self {
        Self(ratings: a.ratings + b.ratings, dossiers: a.dossiers + b.dossiers)
    }
}

extension Reading {
    /// Of the desks in reach, over those of the months whose dossiers are known. All ratings at a desk count, whatever
    /// unit its officials came from: the dossiers are the desk's too.
    package func responseRates(_ months: [Month], scope: Scope) throws -> [ID<Desk>: ResponseRate] {
        guard let first = months.min(), let last = months.max() else { return [:] }
        let wanted = Set(months)
        let counts = try dossierCounts(first...last).filter { count in
            wanted.contains(count.month) && (directory.desk(count.desk).map(scope.contains) ?? false)
        }
        var rates: [ID<Desk>: ResponseRate] = [:]
        for (month, counts) in Dictionary(grouping: counts, by: \.month) {
            let figures = DeskFigures(tx: self, scope: .whole, cell: CellFilter())
            let rows = try figures.rows(month.firstDay...month.lastDay, by: .desk)
            for count in counts {
                let rate = ResponseRate(ratings: rows[count.desk.rawValue]?.ratings ?? 0, dossiers: count.count)
                rates[count.desk] = (rates[count.desk] ?? ResponseRate()) + rate
            }
        }
        return rates
    }

    /// Open desks in reach whose dossiers of a month nobody has counted.
    package func uncountedDesks(_ month: Month, scope: Scope) throws -> [ID<Desk>] {
        let known = Set(try dossierCounts(month...month).map(\.desk))
        return directory.desks(in: scope, during: month).map(\.id).filter { !known.contains($0) }
    }
}

extension Directory {
    /// Desks in reach that took people in that month.
    package func desks(in scope: Scope, during month: Month) -> [Desk] {
        desks.filter { desk in
            scope.contains(desk) && !desk.isClosed(on: month.firstDay)
                && (desk.validFrom.map { $0 <= month.lastDay } ?? true)
        }
    }
}
