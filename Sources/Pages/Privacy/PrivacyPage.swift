package import Feedback

/// What happens to what a citizen types: who, what, why, how long, which rights, whom to ask
/// (Law 91/2025/QH15, Art. 4; Decree 356/2025/NĐ-CP, Art. 5). The words are those of a published version.
package struct PrivacyPage: Page {
    package static let template = "privacy"

    let authority: AuthorityLines
    /// Set on a page of an old version: until when it held.
    let wasUntil: String?
    let blocks: [NoticeBlock]
    /// What stood on the rating page.
    let short: String
    let consent: String
    /// Nil before a version was published.
    let version: Version?
    let hasOthers: Bool
    let others: [Other]

    struct Version: Sendable {
        let name: String
        let since: String
        /// SHA-256.
        let hash: String
    }

    struct Other: Sendable {
        let name: String
        let href: String
        let since: String
    }

    /// - Parameter name: of the version; nil: the one in force.
    /// - Throws: `Refusal.notFound` for a version that never was.
    package init(directory: Directory, version name: String? = nil) throws(Refusal) {
        let all = directory.notices
        let place = name.map { name in all.firstIndex { $0.name == name } } ?? (all.isEmpty ? nil : all.count - 1)
        if name != nil, place == nil { throw .notFound }
        let notice = place.map { all[$0] }
        let text = notice?.text ?? directory.noticeText
        authority = AuthorityLines(directory)
        wasUntil = place.flatMap { $0 + 1 < all.count ? Formats.moment(all[$0 + 1].since) : nil }
        blocks = NoticeBlock.all(of: text.full)
        short = text.short
        consent = text.consent
        version = notice.map { Version(name: $0.name, since: Formats.moment($0.since), hash: $0.hash) }
        others = all.reversed().filter { $0.id != notice?.id }.map {
            Other(name: $0.name, href: Self.path(of: $0), since: Formats.moment($0.since))
        }
        hasOthers = !others.isEmpty
    }

    package static func path(of notice: PrivacyNotice) -> String { "/privacy/versions/\(notice.name)" }
}
