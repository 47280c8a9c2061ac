/// Lines of a report that are not told, so that nobody computes one of fewer than ten people from the others: a report
/// goes to every unit (Statistics.md, "Small numbers"; `Suppression`). Sums run within a table, and from a unit to its
/// desks; other reports of the same days are not looked at.
package struct ReportSecrets: Sendable {
    package enum Table: Sendable, CaseIterable {
        case units, desks, fields, channels, evidence

        fileprivate var lines: KeyPath<ReportFigures, [ReportFigures.Line]> {
            switch self {
            case .units: \.units
            case .desks: \.desks
            case .fields: \.fields
            case .channels: \.channels
            case .evidence: \.evidence
            }
        }
    }

    /// Nothing is kept back: for the leadership.
    package static let none = ReportSecrets()

    private var hidden: [Table: Set<String>] = [:]

    private init() {}

    /// - Parameter measured: of the period itself, or of the one before.
    package init(
        _ figures: ReportFigures, _ measured: KeyPath<ReportFigures.Line, Measured> = \.measured
    ) {
        var system = Suppression()
        var places: [Table: [String: Int]] = [:]
        let whole = figures.now[keyPath: measured]
        guard whole.people.n > 0 else { return }
        let sum = system.add(.init(size: whole.people.n, state: .known))
        for table in Table.allCases {
            let lines = figures[keyPath: table.lines].filter { $0[keyPath: measured].people.n > 0 }
            for line in lines {
                let size = line[keyPath: measured].people.n
                places[table, default: [:]][line.id] = system.add(.init(size: size, state: .open))
            }
            Self.relate(lines, places[table] ?? [:], measured, to: sum, of: whole, in: &system)
        }
        for unit in figures.units {
            guard let place = places[.units]?[unit.id] else { continue }
            let desks = figures.desks.filter { $0.unit == unit.id && $0[keyPath: measured].people.n > 0 }
            Self.relate(desks, places[.desks] ?? [:], measured, to: place, of: unit[keyPath: measured], in: &system)
        }
        let found = system.hidden()
        hidden = places.mapValues { Set($0.filter { found.contains($0.value) }.map(\.key)) }
    }

    /// Where the lines are all that is in the sum: an official may serve at another unit's desk.
    private static func relate(
        _ lines: [ReportFigures.Line], _ places: [String: Int], _ measured: KeyPath<ReportFigures.Line, Measured>,
        to sum: Int, of whole: Measured, in system: inout Suppression
    ) {
        guard lines.reduce(Measured(), { $0 + $1[keyPath: measured] }) == whole else { return }
        system.relate(lines.reduce(into: [sum: -1]) { relation, line in places[line.id].map { relation[$0] = 1 } })
    }

    /// Whether a line is kept back, because it is small or because it would give a small one away.
    package func hides(_ line: ReportFigures.Line, of table: Table) -> Bool {
        hidden[table]?.contains(line.id) ?? false
    }

    package func hides(_ difference: ReportDifference, of figures: ReportFigures) -> Bool {
        let table: Table? =
            switch difference.part {
            case .units: .units
            case .desks: .desks
            case .fields: .fields
            case .channels: .channels
            case .whole, .criteria, .officials, .cases, .deployment: nil
            }
        guard let table else { return false }
        return figures[keyPath: table.lines].contains { $0.name == difference.name && hides($0, of: table) }
    }
}
