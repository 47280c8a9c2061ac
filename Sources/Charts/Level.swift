/// How the five levels look, always in this order: 1, the worst, is left. Diverging and safe for the colour-blind.
enum Level {
    /// Dark enough or light enough to carry its ink at 4.5:1 or better.
    static let colours = ["#b2182b", "#ef8a62", "#d9d9d9", "#67a9cf", "#2166ac"]
    static let inks = ["#ffffff", "#1c2430", "#1c2430", "#1c2430", "#ffffff"]
}

/// How many gave each of the five levels.
package struct LevelCounts: Sendable, Equatable {
    /// Five numbers, level 1 first; negative ones are taken for 0.
    package let values: [Int]

    package init(_ n1: Int, _ n2: Int, _ n3: Int, _ n4: Int, _ n5: Int) {
        values = [n1, n2, n3, n4, n5].map { max($0, 0) }
    }

    package var total: Int { values.reduce(0, +) }

    /// Where the levels begin and end in a bar from 0 to 1: six edges, the first 0, the last 1. Nothing counted: nil.
    var edges: [Double]? {
        guard total > 0 else { return nil }
        var sum = 0
        return [0]
            + values.map { value in
                sum += value
                return Double(sum) / Double(total)
            }
    }
}
