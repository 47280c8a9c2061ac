package import Feedback

/// The screen of whoever calls back: the number, what to say, how it ended. Nobody else gets this page, and after a
/// quarter of an hour neither does the caller. Posts `outcome`, `note`, `token` to …/outcome.
package struct CallPage: Page {
    package static let template = "office-phone-call"

    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    let header: Header
    let backHref: String
    /// "0912 345 678".
    let number: String
    /// "tel:+84912345678".
    let dial: String
    let until: String
    let say: [String]
    let rating: RatingText
    let outcomes: [Choice]
    let note: String
    let problem: String?
    let outcomeAction: String
    let formToken: String

    /// - Parameter typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, file: PhoneFile, call: Call, number: Phone, typed: FormFields = FormFields(),
        problems: FormProblems = FormProblems()
    ) {
        header = Header(frame, title: problems.isEmpty ? "Gọi lại" : "Lỗi: Gọi lại")
        backHref = PhonePage.path(of: file.rating.id)
        self.number = number.grouped
        dial = "tel:\(number.e164)"
        until = Formats.time(call.until)
        rating = RatingText(file.rating, in: frame.directory)
        let authority = frame.directory.configuration.authority.name
        say = [
            "Thưa Ông/Bà, tôi là \(frame.user.name), \(authority).",
            "Ngày \(rating.day), Ông/Bà có đánh giá việc phục vụ tại \(rating.desk). Xin phép hỏi thêm vài phút?",
            "Nếu người nghe không phải người đã đánh giá: xin lỗi và dừng, không nói gì về đánh giá.",
            "Nếu Ông/Bà ấy không muốn nói: cảm ơn và dừng. Không hỏi số giấy tờ, không hứa điều ngoài thẩm quyền.",
        ]
        outcomes = Call.Outcome.chosen.map {
            Choice(value: $0.rawValue, title: $0.words, isChosen: typed["outcome"] == $0.rawValue)
        }
        note = typed["note"] ?? ""
        problem = problems.isEmpty ? nil : problems.problems.map(\.message).joined(separator: " ")
        outcomeAction = "\(backHref)/outcome"
        formToken = frame.formToken
    }
}
