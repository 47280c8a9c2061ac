package import Foundation

/// Where time and chance come from. Nothing else in the house asks the clock or the dice,
/// so that a test can live a simulated day in a second and replay it from its seed.
package protocol World: Sendable {
    func now() -> Date
    /// Unpredictable bytes in production, seeded ones in tests.
    func random(_ count: Int) -> [UInt8]
}

/// The clock on the wall and the dice of the operating system.
package struct RealWorld: World {
    package init() {}

    package func now() -> Date { Date() }

    package func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes = [UInt8]()
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let word = generator.next()
            for shift in stride(from: 0, to: 64, by: 8) where bytes.count < count {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return bytes
    }
}
