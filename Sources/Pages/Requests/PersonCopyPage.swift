package import Feedback
import Foundation

/// Everything that is held about somebody, as they can read, keep and print it.
package struct PersonCopyPage: Page {
    package static let template = "data-request-copy"

    struct Line: Sendable {
        let name: String
        let value: String
    }

    struct Moment: Sendable {
        let at: String
        let words: String
    }

    struct Part: Sendable {
        let title: String
        let lines: [Line]
        let comment: String?
        /// The case, its answers, calls, requests, and who looked: in the order of time.
        let moments: [Moment]
    }

    let authority: AuthorityLines
    let madeAt: String
    let parts: [Part]
    let isEmpty: Bool
    /// How many ratings of the same phone are not in here.
    let others: String?

    package init(_ file: PersonFile, directory: Directory) {
        authority = AuthorityLines(directory)
        madeAt = Formats.moment(file.madeAt)
        parts = file.items.map { Part($0, directory) }
        isEmpty = parts.isEmpty
        others = file.others > 0 ? Formats.count(file.others) : nil
    }
}

extension PersonCopyPage.Part {
    init(_ item: PersonFile.Item, _ directory: Directory) {
        let rating = item.rating
        title = "Đánh giá \(ReceiptPage.grouped(rating.receipt.rawValue))"
        let text = RatingText(rating, in: directory)
        var lines = [
            ("Gửi lúc", Formats.moment(rating.receivedAt)), ("Quầy", text.desk), ("Đơn vị", text.unit),
            ("Người phục vụ", text.official ?? "không ghi"), ("Kênh", text.channel),
        ]
        lines += text.levels.map { ($0.words, $0.criteria) }
        if let reasons = text.reasons { lines.append(("Lý do đã chọn", reasons)) }
        if let procedure = text.procedure { lines.append(("Thủ tục", procedure)) }
        if let stage = rating.stage { lines.append(("Hồ sơ", stage == .received ? "đã nhận kết quả" : "mới nộp")) }
        if let respondent = rating.respondent {
            lines.append(("Làm thủ tục cho", respondent == .person ? "cá nhân" : "tổ chức"))
        }
        lines += [
            ("Số điện thoại", item.phone.words), ("Cho phép gọi lại", rating.mayCallBack ? "có" : "không"),
            ("Mức xác thực", text.evidence),
        ]
        if let flags = text.flags { lines.append(("Lưu ý của hệ thống", flags)) }
        if rating.supersededBy != nil { lines.append(("Tình trạng", "đã được thay bằng đánh giá gửi sau")) }
        self.lines = lines.map { PersonCopyPage.Line(name: $0.0, value: $0.1) }
        comment = rating.comment
        moments = Self.moments(item)
    }

    private static func moments(_ item: PersonFile.Item) -> [PersonCopyPage.Moment] {
        var all: [(Date, String)] = []
        for step in item.caseSteps {
            // What the office notes for itself is its work, not the person's data.
            let text = step.kind == .answered && !step.text.isEmpty ? ": \(step.text)" : ""
            all.append((step.at, "Vụ việc \(item.alert?.number ?? ""): \(step.kind.words)\(text)"))
        }
        all += item.reveals.map { ($0.reveal.at, "Cán bộ xem số điện thoại: \($0.reveal.reason.words)") }
        all += item.calls.map { ($0.at, "Cán bộ gọi lại" + ($0.outcome.map { ": \($0.words)" } ?? "")) }
        for request in item.requests {
            all += request.steps.map { step in
                (step.at, "Yêu cầu \(request.request.number) (\(request.request.kind.words)): \(step.kind.words)")
            }
        }
        return all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map {
            PersonCopyPage.Moment(at: Formats.moment($0.element.0), words: $0.element.1)
        }
    }
}

extension PersonFile.HeldPhone {
    fileprivate var words: String {
        switch self {
        case .none: "không có, hoặc đã xóa"
        case .masked(let masked): "\(masked), mã hóa; không in đủ vì ai có mã cũng mở được trang này"
        case .unreadable: "còn dạng mã hóa, khóa đã hủy nên không ai đọc được nữa"
        }
    }
}
