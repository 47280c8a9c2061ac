package import Crypto
import Foundation

/// The keys that never enter the database, all derived from one master key of 32 bytes kept beside it.
/// Whoever steals the database alone can read no phone number and forge no visit.
package struct Secrets: Sendable {
    /// Fingerprints phones.
    let tags: KeyedStamp
    /// Signs visits.
    let visits: KeyedStamp
    /// Makes receipts from visits.
    let receipts: KeyedStamp
    /// Tells two submissions of one visit apart without keeping what was typed.
    let contents: KeyedStamp
    /// Wraps the data key of each month.
    let wrapKey: SymmetricKey
    /// Signs the forms of pages that nobody has signed in to.
    let pages: KeyedStamp
    /// From which everything about a second step and a known browser comes (SignInSecrets.swift).
    let signIns: SymmetricKey

    /// - Parameter masterKey: 32 random bytes.
    package init(masterKey: [UInt8]) {
        let master = SymmetricKey(data: masterKey)
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: master, info: Data("hailong \(purpose) v1".utf8), outputByteCount: 32)
        }
        tags = KeyedStamp(key: derived("phone tag"))
        visits = KeyedStamp(key: derived("visit"))
        receipts = KeyedStamp(key: derived("receipt"))
        contents = KeyedStamp(key: derived("content"))
        wrapKey = derived("wrap")
        pages = KeyedStamp(key: derived("page"))
        signIns = derived("sign-in")
    }

    /// A fresh data key for a month, as kept in the database.
    package func wrap(_ dataKey: SymmetricKey, for month: Month) throws -> [UInt8] {
        let plain = dataKey.withUnsafeBytes { Data($0) }
        let box = try AES.GCM.seal(plain, using: wrapKey, authenticating: Data(month.rawValue.utf8))
        return Array(box.combined ?? Data())
    }

    package func unwrap(_ wrapped: [UInt8], for month: Month) throws -> SymmetricKey {
        let box = try AES.GCM.SealedBox(combined: Data(wrapped))
        return SymmetricKey(data: try AES.GCM.open(box, using: wrapKey, authenticating: Data(month.rawValue.utf8)))
    }

    /// The first 16 bytes of an HMAC-SHA256 over what was typed.
    package func contentDigest(_ text: [UInt8]) -> [UInt8] { contents.of(text) }
}
