/// Crockford's base32: no I, L, O or U, so a code can be read aloud and typed in any case.
/// Source: D. Crockford, "Base 32", crockford.com/base32.html.
package enum Crockford {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// `count` characters, five random bits each. Needs `count` bytes of chance.
    package static func code(_ count: Int, from random: [UInt8]) -> String {
        String(decoding: random.prefix(count).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Upper case, without blanks and hyphens, with O read as 0 and I, L as 1. Nil if any character is foreign
    /// or the length is not `count`.
    package static func normalized(_ text: some StringProtocol, count: Int) -> String? {
        var result = [UInt8]()
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            case UInt8(ascii: "o"), UInt8(ascii: "O"): result.append(UInt8(ascii: "0"))
            case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"):
                result.append(UInt8(ascii: "1"))
            default:
                let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
                guard alphabet.contains(upper) else { return nil }
                result.append(upper)
            }
            guard result.count <= count else { return nil }
        }
        return result.count == count ? String(decoding: result, as: UTF8.self) : nil
    }
}
