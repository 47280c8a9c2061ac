/// What sums give away: relations between cells, solved for the unknown ones as far as they can be.
///
/// Row reduction modulo a prime. Coefficients are 1 and −1 and the small numbers that come of them; whatever follows
/// over the fractions also follows modulo a prime this large.
struct Elimination {
    /// 2³¹ − 1: the product of two residues fits a word.
    static let prime = 2_147_483_647

    /// Reduced: the leading unknown of a row stands in no other row. Known cells keep their coefficients, so that a
    /// row says by which sum it came about.
    private(set) var rows: [Int: [Int: Int]] = [:]
    /// In which rows, by their leading unknown, an unknown stands that leads none.
    private var places: [Int: Set<Int>] = [:]

    /// - Parameter relations: coefficients by cell; each sum is 0.
    init(_ relations: [[Int: Int]], unknown: Set<Int>) {
        for relation in relations where relation.keys.contains(where: unknown.contains) {
            add(relation.mapValues(Self.residue), unknown)
        }
    }

    private mutating func add(_ relation: [Int: Int], _ unknown: Set<Int>) {
        var row = relation
        for leader in relation.keys.filter({ rows[$0] != nil }) {
            if let known = rows[leader], let factor = row[leader] { Self.subtract(known, times: factor, from: &row) }
        }
        let open = row.keys.filter(unknown.contains)
        guard let leader = open.min(), let first = row[leader] else { return }
        let inverse = Self.inverse(first)
        row = row.mapValues { $0 * inverse % Self.prime }
        for other in places[leader] ?? [] {
            guard var old = rows[other], let factor = old[leader] else { continue }
            Self.subtract(row, times: factor, from: &old)
            rows[other] = old
            for cell in open where cell != leader {
                if old[cell] == nil { places[cell]?.remove(other) } else { places[cell, default: []].insert(other) }
            }
        }
        places[leader] = nil
        for cell in open where cell != leader { places[cell, default: []].insert(leader) }
        rows[leader] = row
    }

    private static func subtract(_ row: [Int: Int], times factor: Int, from other: inout [Int: Int]) {
        for (cell, coefficient) in row {
            let value = residue((other[cell] ?? 0) - factor * coefficient % prime)
            other[cell] = value == 0 ? nil : value
        }
    }

    private static func residue(_ value: Int) -> Int {
        let rest = value % prime
        return rest < 0 ? rest + prime : rest
    }

    /// By Fermat: aᵖ⁻² · a = 1.
    private static func inverse(_ value: Int) -> Int {
        var (result, power, exponent) = (1, value, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * power % prime }
            power = power * power % prime
            exponent >>= 1
        }
        return result
    }
}
