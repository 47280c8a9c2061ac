package import Crypto
import Foundation
import Synchronization

/// The only one who has both the master key and the keys of months: opens sealed numbers, and forgets them.
package final class PhoneVault: Sendable {
    private let secrets: Secrets
    package let keys: any MonthKeys
    /// Unwrapped since the program started. A key belongs to no transaction: what was made in one that failed is a key
    /// of no number, and is used for the next.
    private let known = Mutex<[Month: SymmetricKey]>([:])

    package init(secrets: Secrets, keys: any MonthKeys) {
        self.secrets = secrets
        self.keys = keys
    }

    /// The key that seals phones of this month; made on the first call.
    /// - Parameter draw: 32 random bytes, for a key that is made.
    /// - Throws: when the month's key was wrapped under another master key; what the disk says.
    package func key(for month: Month, draw: () -> [UInt8]) throws -> SymmetricKey {
        if let key = try kept(month) { return key }
        let key = SymmetricKey(data: draw())
        try keys.keep(try secrets.wrap(key, for: month), of: month)
        known.withLock { $0[month] = key }
        return key
    }

    /// - Returns: nil when the month's key is erased, or another one stands in its place: the number is noise then.
    package func open(_ sealed: SealedPhone) throws -> Phone? {
        guard let key = try kept(sealed.month) else { return nil }
        return try? sealed.open(key: key)
    }

    /// - Returns: the months that lost their key.
    package func erase(through last: Month) throws -> [Month] {
        let erased = try keys.months().filter { $0 <= last }
        for month in erased {
            known.withLock { $0[month] = nil }
            try keys.erase(month)
        }
        return erased
    }

    /// Takes over what an older version kept in the database.
    package func adopt(_ wrapped: [UInt8], of month: Month) throws {
        if try keys.wrapped(month) == nil { try keys.keep(wrapped, of: month) }
    }

    /// Months whose numbers can still be read.
    package func months() throws -> [Month] { try keys.months() }

    private func kept(_ month: Month) throws -> SymmetricKey? {
        if let key = known.withLock({ $0[month] }) { return key }
        guard let wrapped = try keys.wrapped(month) else { return nil }
        let key = try secrets.unwrap(wrapped, for: month)
        known.withLock { $0[month] = key }
        return key
    }
}
