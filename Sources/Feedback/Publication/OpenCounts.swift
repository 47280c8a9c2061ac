/// What some days hold, in every table that is published.
struct OpenCounts: Sendable {
    var cells: [OpenCell: Measured] = [:]
    /// Channels and fields on which a unit has ratings: by these, two tables may hold the same people.
    var meetings: Set<Meeting> = []

    struct Meeting: Hashable, Sendable {
        let unit: ID<Unit>
        let other: OpenCell
    }

    static func + (a: Self, b: Self) -> Self {
        OpenCounts(cells: a.cells.merging(b.cells, uniquingKeysWith: +), meetings: a.meetings.union(b.meetings))
    }

    /// People in a cell; 0: nobody.
    func size(_ cell: OpenCell) -> Int {
        guard let measured = cells[cell], measured.ratings > 0 || measured.counts.n > 0 else { return 0 }
        return max(1, min(measured.counts.n, measured.ratings))
    }
}

extension Reading {
    /// Of the whole authority: every rating that came by itself.
    func openCounts(_ days: ClosedRange<LocalDay>) throws -> OpenCounts {
        var counts = OpenCounts()
        func rows(_ cell: CellFilter, by dimension: Dimension) throws -> [String: Measured] {
            try DeskFigures(tx: self, scope: .whole, cell: cell).rows(days, by: dimension)
        }
        func add(_ measured: Measured, to cell: OpenCell) {
            counts.cells[cell] = (counts.cells[cell] ?? Measured()) + measured
        }
        let units = try rows(CellFilter(), by: .unit)
        for (unit, measured) in units {
            add(measured, to: .unit(ID(unit)))
            add(measured, to: .whole)
        }
        for name in try rows(CellFilter(), by: .criterion).keys {
            let criterion = ID<Criterion>(name)
            for (unit, measured) in try rows(CellFilter(criterion: criterion), by: .unit) {
                add(measured, to: .answer(ID(unit), criterion))
                add(measured, to: .criterion(criterion))
            }
        }
        for name in try rows(CellFilter(), by: .channel).keys {
            guard let channel = Channel(rawValue: name) else { continue }
            for (unit, measured) in try rows(CellFilter(channel: channel), by: .unit) where measured.ratings > 0 {
                add(measured, to: .channel(name))
                counts.meetings.insert(.init(unit: ID(unit), other: .channel(name)))
            }
        }
        var named: [String: Int] = [:]
        for (name, measured) in try rows(CellFilter(), by: .field) {
            add(measured, to: .field(name))
            guard !name.isEmpty else { continue }
            for (unit, part) in try rows(CellFilter(field: ID(name)), by: .unit) where part.ratings > 0 {
                named[unit, default: 0] += part.ratings
                counts.meetings.insert(.init(unit: ID(unit), other: .field(name)))
            }
        }
        // Whoever has ratings left over has them without a field.
        for (unit, measured) in units where measured.ratings > named[unit] ?? 0 {
            counts.meetings.insert(.init(unit: ID(unit), other: .field("")))
        }
        return counts
    }
}
