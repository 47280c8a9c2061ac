import Synchronization

/// Where the wrapped data keys of months are kept: beside the database, never in it and never in its copies.
/// So a key that is erased is gone, and with it the numbers in every copy of the database that was ever made.
package protocol MonthKeys: Sendable {
    /// Nil: never made, or erased.
    func wrapped(_ month: Month) throws -> [UInt8]?
    /// On disk before it returns.
    func keep(_ wrapped: [UInt8], of month: Month) throws
    /// Gone from the disk before it returns. Erasing what is not there is no fault.
    func erase(_ month: Month) throws
    /// Those with a key, oldest first.
    func months() throws -> [Month]
}

/// For tests, and for a database in memory.
package final class MemoryMonthKeys: MonthKeys {
    private let kept = Mutex<[Month: [UInt8]]>([:])

    package init() {}

    package func wrapped(_ month: Month) -> [UInt8]? { kept.withLock { $0[month] } }
    package func keep(_ wrapped: [UInt8], of month: Month) { kept.withLock { $0[month] = wrapped } }
    package func erase(_ month: Month) { kept.withLock { $0[month] = nil } }
    package func months() -> [Month] { kept.withLock { $0.keys.sorted() } }
}
