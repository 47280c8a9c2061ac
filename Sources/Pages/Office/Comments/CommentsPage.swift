package import Feedback

/// Ý kiến: what people wrote, to read and to look through.
package struct CommentsPage: Page {
    package static let template = "office-comments"
    /// Comments of one page, and of one for paper.
    package static let length = 25
    package static let printedLength = 300

    struct Link: Sendable {
        let title: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    struct Option: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    struct Choice: Sendable {
        let name: String
        let value: String
        let clearHref: String
    }

    /// What was just sorted, to take it back.
    struct Done: Sendable {
        let words: String
        let action: String
        /// The kind before: of a reader, or empty for what the words suggest.
        let before: String
    }

    let header: Header
    let title: String
    let summary: String
    let done: Done?
    let kinds: [Link]
    let themes: [Link]
    let hasThemes: Bool
    let search: String
    let periods: [Option]
    let units: [Option]
    let hasUnits: Bool
    let fields: [Option]
    let stages: [Option]
    let levels: [Option]
    let hidden: [Hidden]
    let choices: [Choice]
    let isFiltered: Bool
    /// Whether something is chosen that stands folded away.
    let isNarrowed: Bool
    let clearHref: String
    let rows: [CommentRow]
    let isEmpty: Bool
    /// What to do when there is nothing here.
    let empty: String
    /// For whoever is over a part: what never stands here.
    let hasHidden: Bool
    let range: String?
    let newerHref: String?
    let olderHref: String?
    let printHref: String?
    let csvHref: String
    let xlsxHref: String
    let formToken: String
    /// The address, for forms that lead back to it.
    let choice: String

    /// - Parameters:
    ///   - comments: one page of them.
    ///   - counts: of every kind, as `CommentReading.commentCounts`.
    ///   - themes: how often each reason was ticked, with words or without, for the same period and cells.
    ///   - names: of users, by their mark in the journal.
    ///   - sorted: the comment that was sorted just now, with what readers said of it, oldest first.
    package init(
        _ frame: Frame, address: CommentAddress, comments: [Comment], counts: [CommentKind: Int],
        themes: [Reason: Int], names: [String: String], sorted: (Comment, [KindChange])? = nil, today: LocalDay
    ) {
        let directory = frame.directory.picture(of: address.period)
        let scope = frame.rights.scope(of: .readRatings)
        let choices = CommentChoices(address: address, directory: directory, scope: scope, today: today)
        let all = counts.values.reduce(0, +)
        title = "Ý kiến của người dân"
        header = Header(frame, title: title)
        summary = Self.summary(address, counts)
        done = sorted.map { comment, changes in
            Done(
                words: "Đã xếp một lời vào: \(comment.kind.words)"
                    + (comment.sorted == nil ? " (như gợi ý ban đầu)." : "."),
                action: "/office/comments/\(comment.rating.id)/kind",
                before: changes.dropLast().last?.kind?.rawValue ?? "")
        }
        kinds =
            [
                Link(
                    title: "Tất cả", count: Formats.count(all), href: address.choosing { $0.kind = nil }.path,
                    isCurrent: address.kind == nil)
            ]
            + CommentKind.allCases.map { kind in
                Link(
                    title: kind.words, count: Formats.count(counts[kind] ?? 0),
                    href: address.choosing { $0.kind = kind }.path, isCurrent: kind == address.kind)
            }
        self.themes = Reason.allCases.map { reason in (reason, themes[reason] ?? 0) }
            .filter { $0.1 > 0 || $0.0 == address.reason }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
            .map { reason, count in
                Link(
                    title: reason.words, count: Formats.count(count),
                    href: address.choosing { $0.reason = $0.reason == reason ? nil : reason }.path,
                    isCurrent: reason == address.reason)
            }
        hasThemes = !self.themes.isEmpty
        search = address.search
        periods = choices.periods
        units = choices.units
        hasUnits = choices.units.count > 2
        fields = choices.fields
        stages = choices.stages
        levels = choices.levels
        hidden = choices.hidden
        self.choices = choices.chosen
        isFiltered = address.isFiltered
        let cell = address.cell
        isNarrowed = cell.unit != nil || cell.field != nil || cell.stage != nil || address.level != nil
        clearHref = CommentAddress(period: address.period).path
        rows = comments.map {
            CommentRow($0, in: directory, names: names, mayCall: frame.rights.may(.revealPhones))
        }
        isEmpty = rows.isEmpty
        empty =
            address.isFiltered
            ? "Không có lời nào khớp với những gì đang chọn. Xin bỏ bớt bộ lọc hoặc tìm từ khác."
            : "Chưa có ai viết lời nào trong kỳ này. Xin chọn kỳ khác."
        hasHidden = scope != .whole && directory.configuration.alerts.categories.contains(where: \.bypassesHead)
        let length = address.isForPrint ? Self.printedLength : Self.length
        let total = address.kind.map { counts[$0] ?? 0 } ?? all
        let first = (address.page - 1) * length
        range =
            total > rows.count && !rows.isEmpty
            ? "\(Formats.count(first + 1))–\(Formats.count(first + rows.count)) trong \(Formats.count(total)) lời"
            : nil
        newerHref = address.page > 1 ? Self.turned(address, to: address.page - 1) : nil
        olderHref = first + rows.count < total && !rows.isEmpty ? Self.turned(address, to: address.page + 1) : nil
        printHref = address.isForPrint ? nil : address.choosing { $0.isForPrint = true }.path
        csvHref = address.file("csv")
        xlsxHref = address.file("xlsx")
        formToken = frame.formToken
        choice = address.choice
    }

    private static func turned(_ address: CommentAddress, to page: Int) -> String {
        var other = address
        other.page = page
        return other.path
    }

    /// "Tháng 11/2026: 128 lời viết; 54 phàn nàn, 20 nguyện vọng, 54 lời khen."
    private static func summary(_ address: CommentAddress, _ counts: [CommentKind: Int]) -> String {
        var found = address
        found.kind = nil
        let chosen = found.isFiltered ? ", theo những gì đang chọn" : ""
        let period = Formats.period(address.period) + chosen
        let all = counts.values.reduce(0, +)
        guard all > 0 else { return "\(period.prefix(1).uppercased())\(period.dropFirst()): không có lời nào." }
        let parts = CommentKind.allCases.map { "\(Formats.count(counts[$0] ?? 0)) \($0.words.lowercased())" }
        let words = "\(period): \(Formats.count(all)) lời viết, gồm \(parts.joined(separator: "; "))."
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
