/// The path of a code filled in again, module by module, by the even-odd rule and by the nonzero rule.
struct Painted {
    private let side: Int
    /// How often the path passes upwards less downwards, for each vertical edge of a module.
    private var turns: [Int]
    private var passes: [Int]

    init(path: String, side: Int) {
        self.side = side
        turns = Array(repeating: 0, count: side * (side + 1))
        passes = turns
        var x = 0
        var y = 0
        var start = (x: 0, y: 0)
        var rest = path.utf8[...]
        while let command = rest.popFirst() {
            switch command {
            case UInt8(ascii: "M"):
                x = Self.number(&rest)
                _ = rest.popFirst()
                y = Self.number(&rest)
                start = (x, y)
            case UInt8(ascii: "h"):
                x += Self.number(&rest)
            case UInt8(ascii: "v"):
                let length = Self.number(&rest)
                pass(x: x, from: y, to: y + length)
                y += length
            default:
                pass(x: x, from: y, to: start.y)
                (x, y) = start
            }
        }
        // From edges to modules: what lies to the right of an edge is wound as often as all edges up to it say.
        for index in turns.indices where index % (side + 1) != 0 {
            turns[index] += turns[index - 1]
            passes[index] += passes[index - 1]
        }
    }

    private static func number(_ rest: inout Substring.UTF8View) -> Int {
        let text = rest.prefix { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(text.count)
        return Int(Substring(text)) ?? 0
    }

    func isBlack(row: Int, column: Int) -> Bool { turns[row * (side + 1) + column] != 0 }

    func isBlackByEvenOdd(row: Int, column: Int) -> Bool { passes[row * (side + 1) + column] % 2 == 1 }

    private mutating func pass(x: Int, from: Int, to: Int) {
        for row in min(from, to)..<max(from, to) {
            turns[row * (side + 1) + x] += to < from ? 1 : -1
            passes[row * (side + 1) + x] += 1
        }
    }
}
