import TestSupport

@testable import Feedback

/// A town of a few units, with few people in some months and many in others.
struct RandomTown {
    /// What is counted at most: a unit, a channel, a month, a criterion.
    struct Atom: Hashable {
        let unit: Int
        let channel: Int
        let month: Int
        let criterion: Int
    }

    let overall: ID<Criterion>?
    let months: [Period]
    private(set) var people: [Atom: Int] = [:]

    init(_ dice: inout Dice) {
        overall = dice.once(in: 2) ? "k0" : nil
        months = (1...6).compactMap { Period(rawValue: "2026-0\($0)") }
        let (units, channels) = (dice.number(2...5), dice.number(1...2))
        for unit in 0..<units {
            let usual = dice.number(3...40)
            for month in months.indices {
                for channel in 0..<channels {
                    let n = dice.once(in: 5) ? 0 : dice.once(in: 4) ? dice.number(1...6) : dice.number(1...usual)
                    for criterion in 0...1 {
                        // The second question is sometimes left blank.
                        let answers = criterion == 0 ? n : max(0, n - dice.number(0...2))
                        if answers > 0 {
                            people[Atom(unit: unit, channel: channel, month: month, criterion: criterion)] = answers
                        }
                    }
                }
            }
        }
    }

    /// Months and longer periods over them, in any order.
    func periods(_ dice: inout Dice) -> [Period] {
        let longer = ["2026-Q1", "2026-Q2", "2026-H1"].compactMap(Period.init(rawValue:))
        return (months + longer).filter { _ in !dice.once(in: 4) }.shuffled(using: &dice)
    }

    func atoms(of cell: OpenCell, _ days: ClosedRange<LocalDay>) -> [Atom] {
        people.keys.filter { atom in
            guard days.contains(months[atom.month].first) else { return false }
            // The headline: the first question, or all answers together.
            let isHeadline = overall == nil || atom.criterion == 0
            switch cell {
            case .whole: return isHeadline
            case .unit(let id): return isHeadline && id.rawValue == "u\(atom.unit)"
            case .channel(let name): return isHeadline && name == "c\(atom.channel)"
            case .criterion(let id): return id.rawValue == "k\(atom.criterion)"
            case .answer(let unit, let id):
                return unit.rawValue == "u\(atom.unit)" && id.rawValue == "k\(atom.criterion)"
            case .field: return false
            }
        }
    }

    func counts(_ days: ClosedRange<LocalDay>) -> OpenCounts {
        var counts = OpenCounts()
        for (atom, n) in people where days.contains(months[atom.month].first) {
            let (unit, criterion) = (ID<Unit>("u\(atom.unit)"), ID<Criterion>("k\(atom.criterion)"))
            var cells: [OpenCell] = [.criterion(criterion), .answer(unit, criterion)]
            if overall == nil || atom.criterion == 0 { cells += [.whole, .unit(unit), .channel("c\(atom.channel)")] }
            for cell in cells {
                counts.cells[cell] = (counts.cells[cell] ?? Measured()) + Measured(counts: Counts(n5: n), ratings: n)
            }
            counts.meetings.insert(.init(unit: unit, other: .channel("c\(atom.channel)")))
        }
        return counts
    }
}

/// Somebody who kept every publication and solves the sums exactly, in whole numbers. Which atoms are empty is known.
struct CuriousReader {
    private let town: RandomTown
    private let atoms: [RandomTown.Atom: Int]
    private let count: Int
    /// In echelon form, by the place of the first number that is not 0.
    private var rows: [Int: [Int]] = [:]
    private var lowest: [Int]
    private var highest: [Int]

    init(_ town: RandomTown, _ published: [OpenSystem.Told]) {
        self.town = town
        let sums = published.flatMap { one in one.shown.keys.map { (cell: $0, days: one.days) } }
        // Atoms that stand in the same sums cannot be told apart: they are one unknown.
        var groups: [[Int]: Int] = [:]
        var places: [RandomTown.Atom: Int] = [:]
        let members = sums.map { Set(town.atoms(of: $0.cell, $0.days)) }
        let targets = published.flatMap { one in one.hidden.map { Set(town.atoms(of: $0, one.days)) } }
        let months = town.months.flatMap { month in
            town.counts(month.days).cells.keys.map { Set(town.atoms(of: $0, month.days)) }
        }
        for atom in town.people.keys {
            let all = members + targets + months
            let signature = all.indices.filter { all[$0].contains(atom) }
            let place = groups[signature] ?? groups.count
            groups[signature] = place
            places[atom] = place
        }
        atoms = places
        count = groups.count
        lowest = Array(repeating: 0, count: count)
        highest = Array(repeating: Int.max / 1_000, count: count)
        var vectors: [(places: Set<Int>, value: Int)] = []
        for set in members {
            let value = set.reduce(0) { $0 + (town.people[$1] ?? 0) }
            vectors.append((Set(set.compactMap { places[$0] }), value))
        }
        for vector in vectors { add(vector.places) }
        for _ in 0..<12 { narrow(vectors) }
    }

    /// Whether the published sums determine the cell.
    func computes(_ cell: OpenCell, _ days: ClosedRange<LocalDay>) -> Bool {
        reduced(vector(cell, days)).allSatisfy { $0 == 0 }
    }

    /// Whether no number of people is below 0 leaves the cell one value.
    func bounds(_ cell: OpenCell, _ days: ClosedRange<LocalDay>) -> Bool {
        let places = Set(town.atoms(of: cell, days).compactMap { atoms[$0] })
        return places.allSatisfy { lowest[$0] == highest[$0] }
    }

    private func vector(_ cell: OpenCell, _ days: ClosedRange<LocalDay>) -> [Int] {
        let places = Set(town.atoms(of: cell, days).compactMap { atoms[$0] })
        return (0..<count).map { places.contains($0) ? 1 : 0 }
    }

    private mutating func add(_ places: Set<Int>) {
        let row = reduced((0..<count).map { places.contains($0) ? 1 : 0 })
        if let first = row.firstIndex(where: { $0 != 0 }) { rows[first] = row }
    }

    private func reduced(_ vector: [Int]) -> [Int] {
        var row = vector
        for place in 0..<count where row[place] != 0 {
            guard let pivot = rows[place] else { continue }
            let (a, b) = (pivot[place], row[place])
            for index in row.indices { row[index] = row[index] * a - pivot[index] * b }
            let divisor = row.reduce(0, Self.divisor)
            if divisor > 1 { for index in row.indices { row[index] /= divisor } }
        }
        return row
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (abs(a), abs(b))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    private mutating func narrow(_ sums: [(places: Set<Int>, value: Int)]) {
        for (places, value) in sums {
            let (low, high) = (places.reduce(0) { $0 + lowest[$1] }, places.reduce(0) { $0 + highest[$1] })
            for place in places {
                highest[place] = min(highest[place], value - (low - lowest[place]))
                lowest[place] = max(lowest[place], value - (high - highest[place]), 0)
            }
        }
    }
}

extension OpenSystem {
    /// The cells as a publication that hides some of them tells them.
    func shown(besides hidden: Set<OpenCell>) -> [OpenCell: Measured] {
        counts.cells.filter { !hidden.contains($0.key) }
    }
}
