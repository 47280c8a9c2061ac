import Foundation

/// SplitMix64; `HAILONG_SEED` in the environment replays a run.
struct Seeded: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init() {
        let given = ProcessInfo.processInfo.environment["HAILONG_SEED"].flatMap(UInt64.init)
        seed = given ?? UInt64.random(in: 0..<1_000_000_000)
        state = seed
        print("HAILONG_SEED=\(seed)")
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int, among values: ClosedRange<UInt8> = 0...255) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: values, using: &self) }
    }
}
