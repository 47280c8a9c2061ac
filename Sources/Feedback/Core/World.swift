import Crypto
package import Foundation
import Synchronization

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
        return Self.pool.withLock { $0.take(count) }
    }

    private static let pool = Mutex(Pool())

    /// Bytes drawn ahead: each draw is a call of the system, and every page wants a few.
    private struct Pool {
        static let size = 4_096
        private var bytes: [UInt8] = []

        /// No byte is given twice.
        mutating func take(_ count: Int) -> [UInt8] {
            if bytes.count < count { bytes = Self.draw(max(count, Self.size)) }
            defer { bytes.removeLast(count) }
            return Array(bytes.suffix(count))
        }

        private static func draw(_ count: Int) -> [UInt8] {
            SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
        }
    }
}
