package import Feedback
package import Foundation

/// Vụ việc: bad ratings and whether somebody has answered.
package struct CasesPage: Page {
    package static let template = "office-cases"

    struct Row: Sendable {
        let number: String
        let href: String
        let desk: String
        let unit: String
        let category: String
        let raised: String
        let state: String
        let due: String
        let isLate: Bool
    }

    let header: Header
    let title: String
    let summary: String
    let onlyOpen: Bool
    let openHref: String
    let allHref: String
    let rows: [Row]
    let isEmpty: Bool
    /// Set when there are more than the page holds.
    let cut: String?

    /// - Parameters:
    ///   - cases: open ones come first, by deadline; the others newest first.
    ///   - counts: of the whole scope, from `openAlerts`.
    package init(
        _ frame: Frame, cases: [Alert], counts: (open: Int, overdue: Int), onlyOpen: Bool, now: Date
    ) {
        title = onlyOpen ? "Vụ việc đang chờ trả lời" : "Tất cả vụ việc"
        header = Header(frame, title: title)
        summary = MonthPage.cases(counts.open, counts.overdue)
        self.onlyOpen = onlyOpen
        openHref = Section.cases.path
        allHref = "\(Section.cases.path)?all=1"
        let open = cases.filter(\.isOpen).sorted { $0.dueAt < $1.dueAt }
        rows = (open + cases.filter { !$0.isOpen }).map { Self.row($0, frame.directory, now) }
        isEmpty = rows.isEmpty
        cut = onlyOpen && rows.count < counts.open ? Formats.count(rows.count) : nil
    }

    private static func row(_ alert: Alert, _ directory: Directory, _ now: Date) -> Row {
        Row(
            number: alert.number, href: "/office/cases/\(alert.id)",
            desk: directory.desk(alert.desk)?.name ?? alert.desk.rawValue,
            unit: directory.unit(alert.unit)?.name ?? alert.unit.rawValue,
            category: directory.configuration.alerts.categories.first { $0.id == alert.category }?.name
                ?? alert.category.rawValue,
            raised: "\(Formats.time(alert.raisedAt)), \(Formats.shortDay(LocalDay(alert.raisedAt)))",
            state: alert.step.words, due: alert.isOpen ? DueText.words(alert.dueAt, now: now) : "",
            isLate: alert.isOpen && alert.dueAt < now)
    }
}
