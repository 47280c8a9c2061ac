import Crypto
package import Foundation

/// The six digits that an app on a phone shows for half a minute: TOTP of RFC 6238 with HMAC-SHA-1, which is what
/// every such app can do (SHA-1 is sound inside an HMAC).
package enum OneTimeCode {
    package static let digits = 6
    /// Seconds that a code is shown.
    package static let period = 30
    /// A phone's clock may be one step ahead or behind (RFC 6238, 5.2).
    static let window: ClosedRange<Int64> = -1...1

    package static func step(at now: Date) -> Int64 {
        Int64((now.timeIntervalSince1970 / Double(period)).rounded(.down))
    }

    /// RFC 4226, 5.3.
    package static func code(secret: [UInt8], step: Int64) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> (8 * Int64($0))) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is.
    /// - Parameter after: the last step that was accepted; it and those before are refused (RFC 6238, 5.2).
    /// - Returns: nil for a wrong or used code.
    static func step(of code: String, secret: [UInt8], now: Date, after last: Int64) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != UInt8(ascii: " ") })
        guard typed.count == digits else { return nil }
        let current = step(at: now)
        var found: Int64?
        // All three are compared, so that the time taken does not tell which.
        for step in window.map({ current + $0 }) {
            let right =
                zip(Self.code(secret: secret, step: step).utf8, typed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
            if right && step > last { found = step }
        }
        return found
    }
}

/// Base32 of RFC 4648, section 6, without padding: how apps take a secret.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var out = [UInt8]()
        var (word, bits) = (UInt32(0), 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(alphabet[Int(word >> UInt32(bits) & 31)])
            }
            word &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { out.append(alphabet[Int(word << UInt32(5 - bits) & 31)]) }
        return String(decoding: out, as: UTF8.self)
    }
}
