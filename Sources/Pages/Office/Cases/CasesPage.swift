package import Feedback
package import Foundation

/// Vụ việc: bad ratings and whether somebody has answered.
package struct CasesPage: Page {
    package static let template = "office-cases"
    /// Rows on a page.
    package static let length = 50

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

    struct Link: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    struct Choice: Sendable {
        let name: String
        let value: String
        let clearHref: String
    }

    let header: Header
    let title: String
    let summary: String
    let isBurning: Bool
    let tabs: [Link]
    let choices: [Choice]
    let hasFilters: Bool
    let units: [Link]
    let categories: [Link]
    let rows: [Row]
    let isEmpty: Bool
    /// What to do when there is nothing here.
    let empty: String
    let files: FileLinks
    let range: String?
    let newerHref: String?
    let olderHref: String?

    /// - Parameters:
    ///   - cases: one page of them, in the order of the list.
    ///   - total: how many there are on all pages.
    ///   - load: of the whole scope.
    package init(_ frame: Frame, address: CaseAddress, cases: [Alert], total: Int, load: CaseLoad, now: Date) {
        let directory = frame.directory
        let policy = directory.configuration.alerts
        title = "Vụ việc"
        header = Header(frame, title: title)
        summary = CaseText.load(load)
        isBurning = load.overdue > 0
        tabs = CaseAddress.Show.allCases.map { show in
            Link(
                title: show.words + Self.count(show, load), href: address.choosing { $0.show = show }.path,
                isCurrent: show == address.show)
        }
        let scope = frame.rights.scope(of: .seeCases)
        let ratedUnits = directory.configuration.units.filter { $0.notRatedBecause == nil && scope.contains($0.id) }
        units = (ratedUnits.count > 1 ? ratedUnits : []).map { unit in
            Link(
                title: unit.name, href: address.choosing { $0.unit = unit.id }.path, isCurrent: unit.id == address.unit)
        }
        categories = policy.categories.filter { !$0.bypassesHead || scope == .whole }.map { category in
            Link(
                title: category.name, href: address.choosing { $0.category = category.id }.path,
                isCurrent: category.id == address.category)
        }
        hasFilters = units.count + categories.count > 1
        choices = [
            address.unit.map { unit in
                Choice(
                    name: "Đơn vị", value: directory.unit(unit)?.name ?? unit.rawValue,
                    clearHref: address.choosing { $0.unit = nil }.path)
            },
            address.category.map { category in
                Choice(
                    name: "Loại", value: CaseText.category(category, directory),
                    clearHref: address.choosing { $0.category = nil }.path)
            },
        ].compactMap { $0 }
        rows = cases.map { Self.row($0, directory, now) }
        isEmpty = rows.isEmpty
        empty = Self.empty(address)
        files = FileLinks("vụ việc", address: address.file)
        let first = (address.page - 1) * Self.length
        let isCut = total > rows.count
        range = isCut && !isEmpty ? "\(first + 1)–\(first + rows.count) trong \(Formats.count(total)) vụ việc" : nil
        newerHref = address.page > 1 ? address.choosing { $0.page = address.page - 1 }.path : nil
        olderHref = first + rows.count < total && !isEmpty ? address.choosing { $0.page = address.page + 1 }.path : nil
    }

    private static func count(_ show: CaseAddress.Show, _ load: CaseLoad) -> String {
        let count: Int? =
            switch show {
            case .open: load.open
            case .overdue: load.overdue
            case .returned: load.returned
            case .mine, .all: nil
            }
        return count.map { " (\(Formats.count($0)))" } ?? ""
    }

    private static func empty(_ address: CaseAddress) -> String {
        if address.unit != nil || address.category != nil {
            return "Không có vụ việc nào với bộ lọc này. Xin bỏ bớt bộ lọc."
        }
        return switch address.show {
        case .open: "Không có vụ việc nào đang chờ. Khi có đánh giá xấu, vụ việc hiện ở đây và có thư báo."
        case .mine: "Chưa có vụ việc nào giao cho Ông/Bà hoặc do Ông/Bà tiếp nhận."
        case .overdue: "Không có vụ việc nào quá hạn."
        case .returned: "Không có vụ việc nào bị người dân trả lại."
        case .all: "Chưa có vụ việc nào."
        }
    }

    private static func row(_ alert: Alert, _ directory: Directory, _ now: Date) -> Row {
        Row(
            number: alert.number, href: "/office/cases/\(alert.id)",
            desk: directory.desk(alert.desk)?.name ?? alert.desk.rawValue,
            unit: directory.unit(alert.unit)?.name ?? alert.unit.rawValue,
            category: CaseText.category(alert.category, directory),
            raised: "\(Formats.time(alert.raisedAt)), \(Formats.shortDay(LocalDay(alert.raisedAt)))",
            state: alert.step.words, due: alert.isOpen ? DueText(directory).words(alert.dueAt, now: now) : "",
            isLate: alert.isOverdue(at: now))
    }
}

/// Words about cases that several pages need.
enum CaseText {
    /// "6 vụ việc đang chờ trả lời, 2 vụ quá hạn, 1 vụ chưa tiếp nhận."
    static func load(_ load: CaseLoad) -> String {
        guard load.open > 0 else { return "Không có vụ việc nào đang chờ trả lời." }
        let parts = [
            (load.unacknowledged, "chưa tiếp nhận"), (load.dueToday, "đến hạn hôm nay"), (load.returned, "bị trả lại"),
        ]
        .filter { $0.0 > 0 }.map { "\(Formats.count($0.0)) vụ \($0.1)" }
        let late = load.overdue == 0 ? "không vụ nào quá hạn" : "\(Formats.count(load.overdue)) vụ quá hạn"
        return (["\(Formats.count(load.open)) vụ việc đang chờ trả lời", late] + parts).joined(separator: ", ") + "."
    }

    static func category(_ id: ID<AlertPolicy.Category>, _ directory: Directory) -> String {
        directory.configuration.alerts.categories.first { $0.id == id }?.name ?? id.rawValue
    }
}
