package import Foundation

extension Secrets {
    /// How long a page with such a form may stand open.
    package static let pageTokenLifetime: TimeInterval = 12 * 3_600

    /// For the forms of a page that nobody has signed in to yet: 4 bytes of time and 16 of HMAC-SHA256, in base64url.
    /// It proves that the form came from a page of this server; a session's form token is stronger and takes over.
    package func pageToken(at now: Date) -> String {
        let seconds = UInt32(clamping: Int(now.timeIntervalSince1970))
        let time = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: seconds >> $0) }
        return Base64URL.encode(time + pages.of(time))
    }

    package func admitsPageToken(_ token: String, at now: Date) -> Bool {
        guard token.utf8.count == 27, let bytes = Base64URL.decode(token), bytes.count == 20 else { return false }
        let time = Array(bytes.prefix(4))
        let openedAt = Double(time.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        let age = now.timeIntervalSince1970 - openedAt
        // A minute ahead: the clock of the machine may have been set back.
        return pages.isRight(bytes.suffix(16), for: time)
            && age > -60 && age < Self.pageTokenLifetime
    }
}
