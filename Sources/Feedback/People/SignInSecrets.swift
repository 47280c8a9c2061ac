import Crypto
package import Foundation

/// What signing in seals and signs. Each purpose has a key of its own under `signIns`.
extension Secrets {
    private func key(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: signIns, info: Data(purpose.utf8), outputByteCount: 32)
    }

    /// A phone app's secret as the database may hold it. Bound to its account: copied to another row it opens nothing.
    /// - Parameter nonce: 12 bytes that are used once.
    func sealSecret(_ secret: [UInt8], of user: Int64, nonce: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            secret, using: key("authenticator"), nonce: AES.GCM.Nonce(data: nonce),
            authenticating: Array("user:\(user)".utf8))
        return nonce + Array(box.ciphertext) + Array(box.tag)
    }

    package func openSecret(_ sealed: [UInt8], of user: Int64) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: Data(sealed))
        return Array(try AES.GCM.open(box, using: key("authenticator"), authenticating: Array("user:\(user)".utf8)))
    }

    /// 16 bytes; without the key nobody can try codes against a stolen database.
    func recoveryStamp(_ code: String, of user: Int64) -> [UInt8] {
        KeyedStamp(key: key("recovery")).of(Array("\(user):\(code)".utf8))
    }
}

/// Between password and code: says whose password was right, for some minutes. Nothing is kept of it.
extension Secrets {
    package static let halfSignedInLifetime: TimeInterval = 5 * 60

    /// 8 bytes of the user, 4 of time, 16 of HMAC, in base64url. A changed password voids it.
    package func halfSignedIn(_ user: User, at now: Date) -> String {
        let head = Self.bytes(UInt64(bitPattern: user.id), 8) + Self.bytes(UInt64(max(0, now.timeIntervalSince1970)), 4)
        return Base64URL.encode(head + KeyedStamp(key: key("half")).of(head + (user.password?.hash ?? [])))
    }

    /// Whose it claims to be; `admitsHalfSignedIn` says whether it is true.
    package func halfSignedInUser(_ token: String) -> Int64? {
        guard token.utf8.count == 38, let bytes = Base64URL.decode(token), bytes.count == 28 else { return nil }
        return Int64(bitPattern: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    package func admitsHalfSignedIn(_ token: String, _ user: User, at now: Date) -> Bool {
        guard halfSignedInUser(token) == user.id, let bytes = Base64URL.decode(token) else { return false }
        let openedAt = Double(bytes[8..<12].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        let age = now.timeIntervalSince1970 - openedAt
        return KeyedStamp(key: key("half")).isRight(
            bytes.suffix(16), for: Array(bytes.prefix(12)) + (user.password?.hash ?? []))
            && age > -60 && age < Self.halfSignedInLifetime
    }

    private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
}

/// A browser that has signed in to an account before ("device cookie", OWASP): its tries are counted apart, so that
/// nobody who guesses elsewhere can keep its owner out.
extension Secrets {
    /// 9 random bytes and 16 of HMAC over them and the account, in base64url: names nobody.
    package func knownBrowser(of email: String, nonce: [UInt8]) -> String {
        Base64URL.encode(nonce + KeyedStamp(key: key("browser")).of(nonce + Array(email.utf8)))
    }

    /// - Returns: which of the account's browsers this is; nil for none.
    package func knownBrowser(_ token: String, of email: String) -> String? {
        guard token.utf8.count == 34, let bytes = Base64URL.decode(token), bytes.count == 25 else { return nil }
        let nonce = Array(bytes.prefix(9))
        guard KeyedStamp(key: key("browser")).isRight(bytes.suffix(16), for: nonce + Array(email.utf8)) else {
            return nil
        }
        return Base64URL.encode(nonce)
    }
}
