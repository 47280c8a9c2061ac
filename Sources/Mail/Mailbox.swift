/// A name and an address that is safe to hand to an SMTP server.
///
/// libcurl 7.88 writes an address into `MAIL FROM` and `RCPT TO` as it is, line breaks included, so that
/// `c@d.vn>\r\nRCPT TO:<evil@x.vn` would name a second recipient. A value of this type cannot hold such an address.
package struct Mailbox: Sendable, Hashable {
    /// As a person writes it, any language; may be empty. Cleaned and encoded when a message is built.
    package let name: String
    package let address: String

    /// - Throws: `MailRefusal.address` for everything that `isValid(address:)` denies.
    package init(name: String, address: String) throws {
        guard Mailbox.isValid(address: address) else { throw MailRefusal.address }
        self.name = name
        self.address = address
    }

    /// Whether `address` is a plain ASCII addr-spec of RFC 5321: at most 254 bytes, a dot-atom of at most 64 bytes,
    /// one @, a host name of letters, digits and hyphens. No quoted local parts, no address literals, no comments.
    package static func isValid(address: String) -> Bool {
        let bytes = address.utf8
        guard bytes.count <= 254 else { return false }
        let sides = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].count <= 64 else { return false }
        let atoms = sides[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return atoms.allSatisfy { atom in !atom.isEmpty && atom.allSatisfy(isAtomText) } && isHostName(sides[1])
    }

    /// A host name of RFC 1123: labels of 1 to 63 letters, digits and inner hyphens, joined by dots.
    static func isHostName(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= 253 else { return false }
        let hyphen = UInt8(ascii: "-")
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen
                && label.allSatisfy { byte in isLetterOrDigit(byte) || byte == hyphen }
                && Array(label).last != hyphen
        }
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// `atext` of RFC 5322, 3.2.3.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
