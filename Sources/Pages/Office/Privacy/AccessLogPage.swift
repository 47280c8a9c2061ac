package import Feedback
import Foundation

/// Who came in, looked at or took out what, in a stretch of time. Posts `token`, `from`, `to` to /office/privacy/access
/// for another stretch and to …/access.csv for the file.
package struct AccessLogPage: Page {
    package static let template = "office-privacy-access"
    /// Lines on the page; the file has all.
    package static let length = 500

    struct Row: Sendable {
        let time: String
        let machineTime: String
        let who: String
        let what: String
        let about: String
        let details: String
    }

    let header: Header
    let title: String
    let formToken: String
    let from: String
    let to: String
    let summary: String
    let problem: String?
    let rows: [Row]
    let isEmpty: Bool
    let isCut: Bool

    package init(_ frame: Frame, log: AccessLog, problem: String? = nil) {
        title = "Nhật ký truy cập"
        header = Header(frame, title: problem == nil ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        from = IncidentMoment.typed(log.from)
        to = IncidentMoment.typed(log.to)
        summary = "Từ \(Formats.moment(log.from)) đến \(Formats.moment(log.to))"
        self.problem = problem
        rows = log.entries.prefix(Self.length).map { entry in
            Row(
                time: "\(Formats.time(entry.at)), \(Formats.shortDay(LocalDay(entry.at)))",
                machineTime: MachineTime.text(entry.at),
                who: log.names[entry.actor] ?? (entry.actor == Actor.system.label ? "Hệ thống" : entry.actor),
                what: AccessWords.words(entry.kind), about: entry.subject, details: entry.details)
        }
        isEmpty = rows.isEmpty
        isCut = log.entries.count > Self.length
    }
}

/// What a line of the access log says.
enum AccessWords {
    static func words(_ kind: String) -> String {
        switch Entry.Kind(rawValue: kind) {
        case .signedIn: "Đăng nhập"
        case .signedOut: "Đăng xuất"
        case .phoneRevealed: "Xem số điện thoại"
        case .callBegun: "Bắt đầu gọi lại"
        case .callEnded: "Kết thúc cuộc gọi"
        case .exported: "Xuất số liệu"
        case .accessLogExported: "Xuất nhật ký truy cập"
        case .dataRequestAnswered: "Thực hiện yêu cầu dữ liệu"
        case .commentCorrected: "Sửa lời góp ý theo yêu cầu"
        case .phoneForgotten: "Xóa số điện thoại theo yêu cầu"
        case .phonesErased, .dataErased: "Xóa theo thời hạn lưu giữ"
        default: kind
        }
    }
}
