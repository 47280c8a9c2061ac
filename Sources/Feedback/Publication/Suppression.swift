/// Which cells stay hidden, so that nobody computes a small one from what is shown (Statistics.md, "Small numbers").
///
/// A cell is hidden when fewer than ten people are in it, and so is the smallest other one when sums would give it
/// away. The sums may run through several tables, and through periods that were published before: whoever wants to
/// know has kept them all. Hidden cells that can be told together hold ten people at least. A cell without anybody
/// hides nobody and is told.
package struct Suppression: Sendable {
    /// People from which on a cell may be shown to the public.
    package static let least = 10

    package struct Cell: Sendable, Hashable {
        /// People in it, at least 1: who is in nobody's cell needs none.
        package var size: Int
        package var state: State

        package init(size: Int, state: State) {
            self.size = size
            self.state = state
        }
    }

    package enum State: Sendable, Hashable {
        /// Was published before.
        case known
        /// Would be published now.
        case open
        /// Not to be found out.
        case secret
        /// Not published; no harm in knowing it.
        case untold
    }

    package private(set) var cells: [Cell] = []
    /// Coefficients by cell: the sum of each is 0.
    package private(set) var relations: [[Int: Int]] = []
    /// What makes no sense without a cell and is hidden with it.
    private var parts: [Int: [Int]] = [:]

    package init() {}

    /// - Returns: the place of the cell.
    package mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        return cells.count - 1
    }

    package mutating func relate(_ relation: [Int: Int]) { if relation.count > 1 { relations.append(relation) } }
    package mutating func add(part: Int, of cell: Int) { parts[cell, default: []].append(part) }

    /// - Returns: the open cells that must not be shown.
    package func hidden() -> Set<Int> {
        var system = self
        let few = Set(cells.indices.filter { cells[$0].state == .open && cells[$0].size < Self.least })
        // What the earlier publications give away without this one cannot be kept from anybody any more.
        for cell in system.told(besides: Set(cells.indices.filter { cells[$0].state == .open })) {
            system.cells[cell].state = .known
        }
        return system.protected(few.union(few.flatMap { parts[$0] ?? [] })).union(few)
    }
}

extension Suppression {
    private func protected(_ few: Set<Int>) -> Set<Int> {
        var hidden = few.filter { cells[$0].state == .open }
        var chosen: [(cell: Int, with: Set<Int>)] = []
        while true {
            let found = leaks(hiding: hidden)
            let before = hidden.count
            for leak in found where hidden.isDisjoint(with: leak) {
                guard let cell = leak.min(by: { (cells[$0].size, $0) < (cells[$1].size, $1) }) else { continue }
                let with = Set([cell] + (parts[cell] ?? [])).filter { cells[$0].state == .open && !hidden.contains($0) }
                hidden.formUnion(with)
                chosen.append((cell, with))
            }
            if hidden.count == before { break }
        }
        // Taken one after the other, some were hidden in vain: the largest comes back first.
        for (_, with) in chosen.sorted(by: { (cells[$0.cell].size, $0.cell) > (cells[$1.cell].size, $1.cell) }) {
            let fewer = hidden.subtracting(with)
            if leaks(hiding: fewer).allSatisfy(\.isEmpty) { hidden = fewer }
        }
        return hidden
    }

    /// For each way to find out what is not to be found out: the open cells it needs, one of which must be hidden.
    /// Empty: it needs none of them.
    private func leaks(hiding hidden: Set<Int>) -> [[Int]] {
        let unknown = unknown(hiding: hidden)
        let rows = Elimination(relations, unknown: unknown).rows
        let solved = rows.filter { _, row in row.keys.count(where: unknown.contains) == 1 }
        func open(_ row: [Int: Int]) -> Set<Int> {
            Set(row.keys.filter { cells[$0].state == .open && !hidden.contains($0) })
        }
        let told = solved.keys.sorted().filter { isKept($0, hidden) }.map { open(solved[$0] ?? [:]).sorted() }
        return told
            + (rows.keys.sorted().compactMap { rows[$0] } + relations).compactMap { row in
                let together = row.keys.filter { unknown.contains($0) && solved[$0] == nil }
                guard let first = together.first, together.allSatisfy({ row[$0] == row[first] }),
                    together.contains(where: { isKept($0, hidden) }),
                    together.reduce(0, { $0 + cells[$1].size }) < Self.least
                else { return nil }
                // What was solved on the way needs sums of its own.
                return row.keys.compactMap { solved[$0] }.reduce(open(row)) { $0.union(open($1)) }.sorted()
            }
    }

    private func isKept(_ cell: Int, _ hidden: Set<Int>) -> Bool {
        hidden.contains(cell) || cells[cell].state == .secret
    }

    /// What can be computed with none of `cells`.
    private func told(besides cells: Set<Int>) -> [Int] {
        let unknown = unknown(hiding: cells)
        return Elimination(relations, unknown: unknown).rows.compactMap { leader, row in
            row.keys.count(where: unknown.contains) == 1 ? leader : nil
        }
    }

    private func unknown(hiding hidden: Set<Int>) -> Set<Int> {
        Set(
            cells.indices.filter { cell in
                switch cells[cell].state {
                case .known: false
                case .open: hidden.contains(cell)
                case .secret, .untold: true
                }
            })
    }
}
