package import Crypto
import Foundation

/// A phone number under AES-256-GCM with the data key of the month in which it came.
/// Without that key it is noise: dropping the key erases the number. A backup made before still has the key, wrapped.
package struct SealedPhone: Hashable, Sendable {
    package let month: Month
    package let bytes: [UInt8]

    package init(month: Month, bytes: [UInt8]) {
        self.month = month
        self.bytes = bytes
    }

    /// - Parameter nonce: 12 bytes that are used once; the store's dice give them.
    package init(_ phone: Phone, month: Month, key: SymmetricKey, nonce: [UInt8]) throws {
        let box = try AES.GCM.seal(
            Array(phone.digits.utf8), using: key, nonce: AES.GCM.Nonce(data: nonce),
            authenticating: Array(month.rawValue.utf8))
        self.month = month
        bytes = nonce + Array(box.ciphertext) + Array(box.tag)
    }

    /// - Throws: when the key is not the month's or a byte was changed.
    package func open(key: SymmetricKey) throws -> Phone {
        let box = try AES.GCM.SealedBox(combined: Data(bytes))
        let plain = try AES.GCM.open(box, using: key, authenticating: Array(month.rawValue.utf8))
        return Phone(proven: String(decoding: plain, as: UTF8.self))
    }
}

/// A keyed fingerprint of a phone number: says "the same phone", never which.
/// A plain hash of a Vietnamese mobile number falls in a minute (Traps.md, 19); this one needs the key.
package struct PhoneTag: Hashable, Sendable {
    /// 16 bytes.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    package init(_ phone: Phone, secrets: Secrets) {
        bytes = secrets.tags.of(Array(phone.digits.utf8))
    }
}
