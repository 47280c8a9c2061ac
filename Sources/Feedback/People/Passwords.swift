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

/// What a password must be: long, and not one of those that everybody tries. No classes of characters, no end date
/// (NIST SP 800-63B-4, 3.1.1.2).
package enum PasswordRule {
    package static let shortest = 12
    package static let longest = 128
    /// What must be left when everything that is tried first is taken away: six letters, or twelve digits and signs.
    private static let ownWeight = 12

    /// - Returns: what to mend, in Vietnamese; nil for a good password.
    package static func problem(with password: String, email: String) -> String? {
        if password.count < shortest { return "Mật khẩu cần ít nhất \(shortest) ký tự. Một câu ngắn là dễ nhớ nhất." }
        if password.count > longest { return "Mật khẩu dài quá \(longest) ký tự." }
        let plain = password.lowercased()
        let name = email.split(separator: "@").first.map(String.init) ?? ""
        let isGuessed =
            Set(plain).count < 5 || isShortPattern(plain) || (name.count > 3 && plain.contains(name.lowercased()))
            || plain.count < 20 && plain.allSatisfy(\.isNumber) || weight(of: plain) < ownWeight
        return isGuessed ? "Mật khẩu này dễ đoán. Xin chọn một câu khác." : nil
    }

    /// Whether up to six characters come again and again.
    private static func isShortPattern(_ text: String) -> Bool {
        let letters = Array(text)
        return (1...6).contains { period in
            letters.count >= 2 * period
                && letters.indices.dropFirst(period).allSatisfy { letters[$0] == letters[$0 - period] }
        }
    }

    /// Two for each letter, one for each digit and sign, without runs such as "cdef" and the words of `CommonPasswords`.
    private static func weight(of text: String) -> Int {
        let signs = Set(text.unicodeScalars.filter { $0.isASCII && !$0.properties.isAlphabetic && $0 > " " })
            .subtracting("0123456789-_.".unicodeScalars)
        let letters = [unmarked(text), unmarked(text, asLetters: true)].map { letters in
            var letters = withoutRuns(letters)
            for root in CommonPasswords.roots { letters = without(root, letters) }
            return letters.reduce(0) { $0 + ((UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1) ? 1 : 2) }
        }
        // Signs that were read as letters count once.
        return min(letters[0] + signs.count, letters[1])
    }

    /// Letters and digits without marks: "Mật-khẩu" is "matkhau".
    /// - Parameter asLetters: signs that stand for letters are read as these: "p@ssw0rd".
    private static func unmarked(_ text: String, asLetters: Bool = false) -> [UInt8] {
        text.decomposedStringWithCanonicalMapping.replacing("đ", with: "d").unicodeScalars.flatMap {
            scalar -> [UInt8] in
            guard scalar.properties.canonicalCombiningClass == .notReordered else { return [] }
            if asLetters, let letter = meant[scalar] { return [letter] }
            let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            return isKept ? Array(String(scalar).utf8) : []
        }
    }

    private static let meant: [Unicode.Scalar: UInt8] = [
        "0": UInt8(ascii: "o"), "1": UInt8(ascii: "i"), "3": UInt8(ascii: "e"), "4": UInt8(ascii: "a"),
        "5": UInt8(ascii: "s"), "7": UInt8(ascii: "t"), "@": UInt8(ascii: "a"), "$": UInt8(ascii: "s"),
        "!": UInt8(ascii: "i"),
    ]

    /// Without four or more neighbours of the alphabet in a row, upwards or downwards.
    private static func withoutRuns(_ letters: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var run: [UInt8] = []
        var step = 0
        for letter in letters {
            let next = run.last.map { Int(letter) - Int($0) } ?? 0
            if abs(next) == 1, run.count < 2 || next == step {
                step = next
                run.append(letter)
                continue
            }
            if run.count < 4 { kept += run }
            run = [letter]
        }
        return run.count < 4 ? kept + run : kept
    }

    private static func without(_ root: [UInt8], _ letters: [UInt8]) -> [UInt8] {
        guard letters.count >= root.count else { return letters }
        var kept: [UInt8] = []
        var place = 0
        while place < letters.count {
            if letters[place...].starts(with: root) {
                place += root.count
            } else {
                kept.append(letters[place])
                place += 1
            }
        }
        return kept
    }
}
