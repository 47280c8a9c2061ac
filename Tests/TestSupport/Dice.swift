import Foundation

/// Chance that can be replayed: SplitMix64. Every run prints its seed once; `HAILONG_SEED` in the environment
/// throws the same dice again. Tests run side by side, so each one takes dice of its own.
package struct Dice: RandomNumberGenerator, Sendable {
    /// The seed of this run.
    package static let seed: UInt64 = {
        let given = ProcessInfo.processInfo.environment["HAILONG_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0..<1_000_000_000)
        print("HAILONG_SEED=\(seed)")
        return seed
    }()

    private var state: UInt64

    package init(seed: UInt64 = Dice.seed) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    package mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in `times`.
    package mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

    /// One of `things`; nil of an empty list.
    package mutating func one<Thing>(of things: [Thing]) -> Thing? { things.randomElement(using: &self) }
}
