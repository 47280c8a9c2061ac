import CQREncode
import Foundation
import QRCode
import Testing

@Suite("The outline of a code")
struct OutlineTests {
    @Test("Filled in again, the outline is libqrencode's own matrix, by either fill rule")
    func roundTrip() throws {
        let seed = ProcessInfo.processInfo.environment["HAILONG_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))
        print("HAILONG_SEED=\(seed)")
        var chance = Chance(state: seed)
        let characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ:/.-ab"
        for _ in 0..<30 {
            let length = Int.random(in: 1...200, using: &chance)
            let text = String((0..<length).compactMap { _ in characters.randomElement(using: &chance) })
            try compare(text, level: .quartile, native: QR_ECLEVEL_Q)
            try compare(text, level: .high, native: QR_ECLEVEL_H)
        }
    }

    private func compare(_ text: String, level: QRCode.Level, native: QRecLevel) throws {
        let code = try QRCode(text, level: level)
        let symbol = try #require(QRcode_encodeString(text, 0, native, QR_MODE_8, 1))
        defer { QRcode_free(symbol) }
        let data = try #require(symbol.pointee.data)
        let size = Int(symbol.pointee.width)
        #expect(code.size == size)
        let painted = Painted(path: code.path(margin: 0), side: size)
        for row in 0..<size {
            for column in 0..<size {
                let black = data[row * size + column] & 1 == 1
                guard
                    code.isBlack(row: row, column: column) == black,
                    painted.isBlack(row: row, column: column) == black,
                    painted.isBlackByEvenOdd(row: row, column: column) == black
                else {
                    Issue.record("module \(row), \(column) of \(text)")
                    return
                }
            }
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere for the same seed.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
