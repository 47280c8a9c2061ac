/// The random code printed on a desk's card: ten Crockford base32 characters, 50 bits. It says nothing about the desk;
/// a row in the database does, so it can be rotated and retired.
package struct DeskCode: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    package static let length = 10
    package let rawValue: String

    /// Any case, with O for 0 and I or L for 1, as people type. Nil for anything that cannot be a code.
    package init?(_ typed: some StringProtocol) {
        guard let code = Crockford.normalized(typed, count: Self.length) else { return nil }
        rawValue = code
    }

    package init?(rawValue: String) { self.init(rawValue) }

    package init(random: [UInt8]) { rawValue = Crockford.code(Self.length, from: random) }

    package var description: String { rawValue }
}

/// A code that was issued for a desk, in force until it is retired.
package struct IssuedCode: Codable, Hashable, Sendable {
    package var code: DeskCode
    package var desk: ID<Desk>
    package var isRetired: Bool

    package init(code: DeskCode, desk: ID<Desk>, isRetired: Bool = false) {
        self.code = code
        self.desk = desk
        self.isRetired = isRetired
    }
}
