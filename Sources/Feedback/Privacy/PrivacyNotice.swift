import Crypto
package import Foundation

/// What people are told before they give their number. Full text with light marks: "## " begins a heading, "- " a line
/// of a list, an empty line ends a paragraph. Words in braces are filled in when it is published.
package struct NoticeText: Sendable, Hashable, Codable {
    /// Above the phone field.
    package var short: String
    /// Beside the box that allows calling back: a consent of its own, never ticked beforehand (Law 91/2025, Art. 9).
    package var consent: String
    /// The page at /privacy.
    package var full: String

    package init(short: String, consent: String, full: String) {
        self.short = short
        self.consent = consent
        self.full = full
    }

    /// SHA-256 over the three, each with its length, in hexadecimal.
    package var hash: String {
        let all = [short, consent, full].map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Array(all.utf8)).map(Self.hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

/// A published version of the notice. It never changes; each rating says which one stood on its page.
package struct PrivacyNotice: Sendable, Hashable {
    package let id: Int64
    package let since: Date
    /// As in the journal.
    package let actor: String
    /// As it was read.
    package let text: NoticeText
    /// As the office wrote it, with braces; nil: the program's own words.
    package let source: NoticeText?
    package let hash: String

    package init(id: Int64, since: Date, actor: String, text: NoticeText, source: NoticeText?, hash: String) {
        self.id = id
        self.since = since
        self.actor = actor
        self.text = text
        self.source = source
        self.hash = hash
    }

    /// "2026-11-21-1a2b3c4d", what people cite: the day and the beginning of the hash.
    package var name: String { "\(LocalDay(since))-\(hash.prefix(8))" }
}

/// What a store says about notices.
package protocol PrivacyNoticeReading {
    /// Oldest first. The directory holds them in memory too.
    func privacyNotices() throws -> [PrivacyNotice]
}

/// What a store does for notices.
package protocol PrivacyNoticeWriting {
    func insertPrivacyNotice(_ notice: PrivacyNotice) throws
}
