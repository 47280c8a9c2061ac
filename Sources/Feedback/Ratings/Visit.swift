package import Foundation

/// One opening of the rating page: when, and a nonce that makes sending it twice harmless.
package struct Visit: Hashable, Sendable {
    /// A visit older than this still counts, one evidence class lower.
    package static let lifetime: TimeInterval = 48 * 3_600
    /// Nobody reads five questions faster than this; such a rating counts one class lower.
    package static let quickest: TimeInterval = 5
    /// Characters of `token`.
    package static let tokenLength = 48

    /// Whole seconds.
    package let openedAt: Date
    /// 16 random bytes: the idempotency key of what is sent from this page.
    package let nonce: [UInt8]

    package init(openedAt: Date, nonce: [UInt8]) {
        self.openedAt = Date(timeIntervalSince1970: openedAt.timeIntervalSince1970.rounded(.down))
        self.nonce = nonce
    }

    /// The hidden field: 4 bytes of time, the nonce, and 16 bytes of HMAC-SHA256 over both and the desk, in base64url.
    package func token(for code: DeskCode, secrets: Secrets) -> String {
        let payload = Self.payload(openedAt, nonce)
        return Base64URL.encode(payload + Self.signature(payload, code, secrets))
    }

    /// - Throws: `Refusal.forgedVisit` unless this server signed it for this desk.
    package init(token: String, code: DeskCode, secrets: Secrets) throws(Refusal) {
        guard token.utf8.count == Self.tokenLength, let bytes = Base64URL.decode(token), bytes.count == 36 else {
            throw .forgedVisit
        }
        let payload = Array(bytes.prefix(20))
        guard secrets.visits.isRight(bytes.suffix(16), for: Self.signed(payload, code)) else { throw .forgedVisit }
        let seconds = payload.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        openedAt = Date(timeIntervalSince1970: Double(seconds))
        nonce = Array(payload.dropFirst(4))
    }

    private static func payload(_ openedAt: Date, _ nonce: [UInt8]) -> [UInt8] {
        let seconds = UInt32(clamping: Int(openedAt.timeIntervalSince1970))
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: seconds >> $0) } + nonce
    }

    private static func signed(_ payload: [UInt8], _ code: DeskCode) -> [UInt8] {
        payload + Array(code.rawValue.utf8)
    }

    private static func signature(_ payload: [UInt8], _ code: DeskCode, _ secrets: Secrets) -> [UInt8] {
        secrets.visits.of(signed(payload, code))
    }
}
