package import Feedback
package import Foundation

/// One request: what was asked, the rating behind it without a phone, the legal days, and what can be done.
/// Posts `token` with `text` to …/reply, `reason` to …/extend, `answer`, `comment`, `removeComment` to …/fulfil,
/// `refusal` to …/refuse.
package struct PrivacyRequestPage: Page {
    package static let template = "office-privacy-request"

    struct Event: Sendable {
        let moment: String
        let machineTime: String
        let words: String
        let detail: String
        let isBad: Bool
    }

    struct Problem: Sendable {
        let anchor: String
        let message: String
    }

    let header: Header
    let title: String
    let kind: String
    let state: String
    let wish: String?
    let receivedAt: String
    let isOpen: Bool
    let replyBy: String?
    let replyDue: String
    let replyIsLate: Bool
    let lastDay: String
    let lastDue: String
    let lastIsLate: Bool
    let wasExtended: Bool
    let rating: RatingText
    let phone: String
    let mayCallBack: String
    let events: [Event]
    let problems: [Problem]
    let action: String
    let formToken: String
    /// Words of the first reply, ready to be sent.
    let reply: String
    let extendsTo: String?
    let reason: String
    let reasonIsOpen: Bool
    let fulfilTitle: String
    let fulfilHint: String
    let fulfilButton: String
    /// The comment as it should be, of a correction.
    let correction: Correction?
    /// Whether there are words that a deletion may take too.
    let mayRemoveComment: Bool
    let removesComment: Bool
    let answer: String
    let refusal: String
    let refusalIsOpen: Bool

    struct Correction: Sendable {
        let comment: String
    }

    /// - Parameter typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, file: DataRequestFile, now: Date, typed: FormFields = FormFields(),
        problems: FormProblems = FormProblems()
    ) {
        let (request, today) = (file.request, LocalDay(now))
        title = "Yêu cầu \(request.number)"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        self.problems = problems.problems.map { Problem(anchor: $0.field, message: $0.message) }
        kind = request.kind.words
        state = request.stateForOffice
        wish = request.wish.isEmpty ? nil : request.wish
        receivedAt = Formats.moment(request.receivedAt)
        isOpen = request.isOpen
        replyBy = request.isOpen && request.repliedAt == nil ? Formats.day(request.replyBy) : nil
        replyDue = DueDay.words(request.replyBy, today: today)
        replyIsLate = request.replyBy < today
        lastDay = Formats.day(request.lastDay)
        lastDue = DueDay.words(request.lastDay, today: today)
        lastIsLate = request.isOpen && request.lastDay < today
        wasExtended = request.extendedTo != nil
        rating = RatingText(file.rating, in: frame.directory)
        phone = file.rating.phone == nil ? "Không có số điện thoại" : "Có, mã hóa"
        mayCallBack = file.rating.mayCallBack ? "Có" : "Không"
        events = file.steps.map { Self.event($0, file.names) }
        action = "/office/privacy/requests/\(request.id)"
        formToken = frame.formToken
        reply = typed["text"] ?? request.usualReply
        let hours = frame.directory.configuration.alerts.hours
        let canExtend = request.isOpen && request.extendedTo == nil && today <= request.dueBy
        extendsTo =
            canExtend
            ? Formats.day(request.kind.term.extendedTo(after: LocalDay(request.receivedAt), hours)) : nil
        reason = typed["reason"] ?? ""
        reasonIsOpen = typed["reason"] != nil
        (fulfilTitle, fulfilHint, fulfilButton) = request.kind.work
        correction =
            request.kind == .correct ? Correction(comment: typed["comment"] ?? file.rating.comment ?? "") : nil
        mayRemoveComment = request.kind == .delete && file.rating.comment != nil
        removesComment = typed["removeComment"] == "yes"
        answer = typed["answer"] ?? ""
        refusal = typed["refusal"] ?? ""
        refusalIsOpen = typed["refusal"] != nil
    }

    private static func event(_ step: DataRequestStep, _ names: [String: String]) -> Event {
        let who = names[step.actor] ?? (step.actor == Actor.citizen.label ? "Người đánh giá" : step.actor)
        let until = step.dueBy.map { " (đến \(Formats.shortDay($0)))" } ?? ""
        return Event(
            moment: "\(Formats.time(step.at)), \(Formats.shortDay(LocalDay(step.at)))",
            machineTime: MachineTime.text(step.at), words: step.kind.words + until,
            detail: step.text.isEmpty ? who : "\(who): \(step.text)", isBad: step.kind == .refused)
    }
}

extension DataRequest {
    fileprivate var usualReply: String {
        """
        Cơ quan đã nhận yêu cầu “\(kind.words)” của Ông/Bà và đang thực hiện. Việc này xong chậm nhất \
        \(Formats.day(lastDay)). Kết quả hiện ở trang này.
        """
    }
}

extension DataRequest.Kind {
    /// Title, what happens, and the button.
    fileprivate var work: (String, String, String) {
        switch self {
        case .copy:
            (
                "Cấp bản sao",
                "Người yêu cầu thấy mọi thứ đang giữ về đánh giá này, bằng mã yêu cầu. Số điện thoại chỉ hiện dạng che.",
                "Cấp bản sao"
            )
        case .correct:
            (
                "Sửa lời góp ý",
                "Lời cũ bị ghi đè, không khôi phục được. Nhật ký chỉ ghi là đã sửa. Điểm đánh giá không đổi.",
                "Sửa và trả lời"
            )
        case .delete:
            (
                "Xóa số điện thoại",
                """
                Ghi đè số đã mã hóa và dấu nhận dạng của đánh giá này, cả của các lượt nó đã thay. Không khôi phục được. \
                Điểm đánh giá ở lại, không gắn với ai.
                """, "Xóa và trả lời"
            )
        case .withdraw, .restrict, .object:
            (
                "Ngừng sử dụng",
                "Không ai được gọi cho người này về đánh giá này nữa. Xin viết rõ cơ quan đã ngừng việc gì.",
                "Ngừng và trả lời"
            )
        }
    }
}
