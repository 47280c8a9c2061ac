package import Feedback
package import Foundation

/// The desk of the data-protection officer: requests by their next day, the 72-hour clock, and the ways to the rest.
package struct PrivacyDeskPage: Page {
    package static let template = "office-privacy"

    struct Row: Sendable {
        let number: String
        let href: String
        let kind: String
        let next: String
        let due: String
        let lastDay: String
        let received: String
        let state: String
        let isLate: Bool
    }

    struct Link: Sendable {
        let title: String
        let href: String
        let words: String
    }

    let header: Header
    let title: String
    let summary: String
    let isBurning: Bool
    let incidents: String?
    let incidentsBurn: Bool
    let incidentsHref: String
    let onlyOpen: Bool
    let openHref: String
    let allHref: String
    let rows: [Row]
    let isEmpty: Bool
    let links: [Link]

    package init(
        _ frame: Frame, requests: [DataRequest], load: DataRequestLoad, onlyOpen: Bool, now: Date
    ) {
        let today = LocalDay(now)
        title = "Dữ liệu cá nhân"
        header = Header(frame, title: title)
        summary = Self.summary(load, today)
        isBurning = load.overdue > 0
        incidents = load.incidents == 0 ? nil : Self.incidents(load, now)
        incidentsBurn = load.notifyBy != nil
        incidentsHref = "/office/privacy/incidents"
        self.onlyOpen = onlyOpen
        openHref = Section.privacy.path
        allHref = "\(Section.privacy.path)?all=1"
        rows = requests.map { Self.row($0, today) }
        isEmpty = rows.isEmpty
        links = Self.links(frame.rights)
    }

    private static func summary(_ load: DataRequestLoad, _ today: LocalDay) -> String {
        guard load.open > 0 else { return "Không có yêu cầu nào đang chờ." }
        var words = "\(Formats.count(load.open)) yêu cầu đang chờ"
        if load.overdue > 0 { words += ", \(Formats.count(load.overdue)) quá hạn" }
        if let next = load.nextDay {
            words += "; hạn gần nhất \(Formats.shortDay(next)) (\(DueDay.words(next, today: today)))"
        }
        return words + "."
    }

    private static func incidents(_ load: DataRequestLoad, _ now: Date) -> String {
        let count = "\(Formats.count(load.incidents)) sự cố chưa kết thúc"
        guard let notifyBy = load.notifyBy else { return count + "." }
        return "\(count); thông báo cơ quan chuyên trách: \(DueText.words(notifyBy, now: now))."
    }

    private static func row(_ request: DataRequest, _ today: LocalDay) -> Row {
        Row(
            number: request.number, href: "/office/privacy/requests/\(request.id)", kind: request.kind.words,
            next: request.isOpen ? request.repliedAt == nil ? "Phản hồi" : "Thực hiện" : "",
            due: request.isOpen ? DueDay.words(request.nextDay, today: today) : "",
            lastDay: Formats.shortDay(request.lastDay), received: Formats.shortDay(LocalDay(request.receivedAt)),
            state: request.stateForOffice, isLate: request.isOverdue(on: today))
    }

    private static func links(_ rights: Rights) -> [Link] {
        [
            Link(
                title: "Sự cố", href: "/office/privacy/incidents",
                words: "Ghi sự cố lộ, mất dữ liệu; đồng hồ 72 giờ; in Mẫu số 08"),
            Link(
                title: "Nhật ký truy cập", href: "/office/privacy/access",
                words: "Ai đã xem số điện thoại, xuất số liệu, đăng nhập; tải tệp CSV"),
            Link(
                title: "Lượt xem số điện thoại", href: RevealsPage.path, words: "Ai đã mở số nào, khi nào, vì sao"),
            Link(
                title: "Lưu giữ và xóa", href: RetentionPage.path,
                words: "Giữ mỗi loại dữ liệu bao lâu; lần xóa gần nhất"),
            Link(title: "Thông báo quyền riêng tư", href: NoticePage.path, words: "Sửa, xem các bản đã công bố"),
        ].filter { $0.href != RevealsPage.path || rights.may(.seeReveals) }
    }
}

extension DataRequest {
    var stateForOffice: String {
        if let outcome { return outcome.words }
        if extendedTo != nil { return "Đang thực hiện, đã gia hạn" }
        return repliedAt == nil ? "Chưa phản hồi" : "Đang thực hiện"
    }
}
