import Feedback
import TestSupport
import Testing

@Suite("Codes that people read and type")
struct CodesTests {
    @Test(
        "A desk's code is read in any case, with the letters that look like digits",
        arguments: [
            ("0123456789", "0123456789"), ("abcdefghjk", "ABCDEFGHJK"), ("ABCDE-FGHJK", "ABCDEFGHJK"),
            (" abcde fghjk ", "ABCDEFGHJK"), ("OOOOOooooo", "0000000000"), ("IlLi1iLlI1", "1111111111"),
            ("mnpqrstvwx", "MNPQRSTVWX"), ("yzyzyzyzyz", "YZYZYZYZYZ"),
        ])
    func read(typed: String, code: String) {
        #expect(DeskCode(typed)?.rawValue == code)
    }

    @Test(
        "What cannot be a code is none",
        arguments: [
            "", "123456789", "12345678901", "ABCDEFGHIU", "ABCDEFGH*J", "ABCDEFGHJÉ", "../../etc/p", "0123456789\0",
            "０１２３４５６７８９", "----------", "\n123456789",
        ])
    func none(typed: String) {
        #expect(DeskCode(typed) == nil)
    }

    @Test("A desk's code holds 50 bits of chance and a receipt 65: every character is one of 32, evenly")
    func bits() {
        var dice = Dice()
        var seen: [Character: Int] = [:]
        for _ in 0..<2_000 {
            let code = DeskCode(random: dice.bytes(DeskCode.length))
            let receipt = Receipt(random: dice.bytes(Receipt.length))
            #expect(DeskCode(code.rawValue) == code && code.rawValue.count == 10)
            #expect(Receipt(receipt.rawValue) == receipt && receipt.rawValue.count == 13)
            for letter in code.rawValue + receipt.rawValue { seen[letter, default: 0] += 1 }
        }
        #expect(seen.count == 32)
        // 46,000 letters: 1,437 of each, give or take five standard deviations.
        #expect(seen.values.allSatisfy { (1_250...1_630).contains($0) }, "\(seen)")
    }

    @Test("Base64 for links survives a round trip and refuses foreign letters")
    func base64() {
        var dice = Dice()
        for length in 0..<200 {
            let bytes = dice.bytes(length)
            let text = Base64URL.encode(bytes)
            #expect(Base64URL.decode(text) == bytes)
            #expect(text.utf8.count == (length * 4 + 2) / 3)
        }
        for text in ["+", "/", "=", "ab c", "é", "a\n"] { #expect(Base64URL.decode(text) == nil) }
    }
}
