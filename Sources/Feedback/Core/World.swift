import Crypto
package import Foundation

/// Where time and chance come from. Nothing else in the house asks the clock or the dice,
/// so that a test can live a simulated day in a second and replay it from its seed.
package protocol World: Sendable {
    func now() -> Date
    /// Unpredictable bytes in production, seeded ones in tests.
    func random(_ count: Int) -> [UInt8]
}

/// The clock on the wall, and the dice of the cryptographic library, which the operating system seeds.
package struct RealWorld: World {
    package init() {}

    package func now() -> Date { Date() }

    package func random(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }
}
