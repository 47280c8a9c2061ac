import Crypto
import CryptoExtras
import Foundation

extension PasswordHash {
    /// One of OWASP's equivalents for scrypt: N 2^15, r 8, p 3: 32 MiB and about 0.2 s (Traps.md, 17).
    package static let rounds = 1 << 15

    /// Takes a good part of a second and 32 MiB: never inside `write`, never on an event loop.
    package init(password: String, salt: [UInt8]) throws {
        self.init(salt: salt, rounds: Self.rounds, blockSize: 8, parallelism: 3, hash: [])
        hash = try derived(password)
    }

    /// In constant time.
    package func matches(_ password: String) throws -> Bool {
        let other = try derived(password)
        return other.count == hash.count && zip(other, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derived(_ password: String) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

/// What a password must be: long, and not one of those that everybody tries (NIST SP 800-63B, 5.1.1.2).
package enum PasswordRule {
    package static let shortest = 12
    package static let longest = 128

    /// - Returns: what to mend, in Vietnamese; nil for a good password.
    package static func problem(with password: String, email: String) -> String? {
        if password.count < shortest { return "Mật khẩu cần ít nhất \(shortest) ký tự. Một câu ngắn là dễ nhớ nhất." }
        if password.count > longest { return "Mật khẩu dài quá \(longest) ký tự." }
        let plain = password.lowercased()
        let name = email.split(separator: "@").first.map(String.init) ?? ""
        if Set(plain).count < 5 || common.contains(where: plain.contains) || (name.count > 3 && plain.contains(name)) {
            return "Mật khẩu này dễ đoán. Xin chọn một câu khác."
        }
        return nil
    }

    /// Roots of the passwords tried first.
    private static let common = [
        "password", "123456", "qwerty", "matkhau", "111111", "abc123", "iloveyou", "admin123", "hailong", "longkhanh",
    ]
}
