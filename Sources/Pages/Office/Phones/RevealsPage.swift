package import Feedback

/// Who looked at a phone number, when and why: for the head of the unit and the data-protection officer.
package struct RevealsPage: Page {
    package static let template = "office-phones"
    package static let path = "/office/phones"

    struct Row: Sendable {
        let moment: String
        let who: String
        let whoHref: String
        let reason: String
        let words: String?
        let desk: String
        let unit: String
        /// When the rating came in: which one it was.
        let rated: String
        /// Nil for whoever may not see the rating.
        let ratingHref: String?
        let caseNumber: String?
    }

    struct Tab: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    let header: Header
    let tabs: [Tab]
    /// Whose reveals these are, when one person was chosen.
    let chosen: String?
    let clearHref: String
    let rows: [Row]
    let isEmpty: Bool
    /// Set when there may be more than the page holds.
    let cut: String?

    /// - Parameter limit: how many lines were asked for.
    package init(_ frame: Frame, lines: [RevealLine], filter: RevealFilter, limit: Int) {
        header = Header(frame, title: "Ai đã xem số điện thoại")
        let all = [Tab(title: "Tất cả", href: Self.href(nil, filter.user), isCurrent: filter.reason == nil)]
        tabs =
            all
            + RevealReason.allCases.map {
                Tab(title: $0.words, href: Self.href($0, filter.user), isCurrent: filter.reason == $0)
            }
        chosen = filter.user.map { user in lines.first { $0.reveal.user == user }?.name ?? "một người" }
        clearHref = Self.href(filter.reason, nil)
        let directory = frame.directory
        let mayOpen = frame.rights.may(.revealPhones)
        rows = lines.map { line in
            let reveal = line.reveal
            return Row(
                moment: "\(Formats.time(reveal.at)), \(Formats.shortDay(LocalDay(reveal.at)))", who: line.name,
                whoHref: Self.href(filter.reason, reveal.user), reason: reveal.reason.words,
                words: reveal.words.isEmpty ? nil : reveal.words,
                desk: directory.desk(line.desk)?.name ?? line.desk.rawValue,
                unit: directory.unit(line.unit)?.name ?? line.unit.rawValue,
                rated: "\(Formats.time(line.ratedAt)), \(Formats.shortDay(LocalDay(line.ratedAt)))",
                ratingHref: mayOpen ? PhonePage.path(of: reveal.rating) : nil,
                caseNumber: line.caseNumber)
        }
        isEmpty = rows.isEmpty
        cut = rows.count == limit ? Formats.count(limit) : nil
    }

    private static func href(_ reason: RevealReason?, _ user: Int64?) -> String {
        let parts = [reason.map { "reason=\($0.rawValue)" }, user.map { "user=\($0)" }].compactMap(\.self)
        return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    }
}
