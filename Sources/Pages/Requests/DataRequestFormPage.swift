package import Feedback

/// Where somebody asks about the data of their own rating. Posts `token`, `kind`, `receipt`, `wish` to /privacy/request.
/// The receipt's code is the only proof: nobody's phone is asked, so nothing can be learned about one.
package struct DataRequestFormPage: Page {
    package static let template = "data-request-form"

    struct Problem: Sendable {
        let anchor: String
        let message: String
    }

    struct KindChoice: Sendable {
        let value: String
        let words: String
        let hint: String
        /// The first one carries the anchor of a problem.
        let anchor: String?
        let isChecked: Bool
    }

    let authority: AuthorityLines
    let token: String
    let notice: String?
    let hasMessage: Bool
    let hasProblems: Bool
    let problems: [Problem]
    let kinds: [KindChoice]
    let kindError: String?
    let receipt: String
    let receiptError: String?
    let wish: String
    let wishError: String?

    /// - Parameters:
    ///   - token: of this page (`Secrets.pageToken`).
    ///   - typed: the form as it was sent, or what is known beforehand (`receipt`).
    ///   - notice: what is wrong beside the fields.
    package init(
        directory: Directory, token: String, typed: FormFields = FormFields(), problems: FormProblems = FormProblems(),
        notice: String? = nil
    ) {
        authority = AuthorityLines(directory)
        self.token = token
        self.notice = notice
        hasProblems = !problems.isEmpty
        hasMessage = hasProblems || notice != nil
        self.problems = problems.problems.map { Problem(anchor: $0.field, message: $0.message) }
        kinds = DataRequest.Kind.allCases.enumerated().map { place, kind in
            KindChoice(
                value: kind.rawValue, words: kind.words, hint: kind.hint, anchor: place == 0 ? "kind" : nil,
                isChecked: typed["kind"] == kind.rawValue)
        }
        kindError = problems.message(for: "kind")
        receipt = typed["receipt"] ?? ""
        receiptError = problems.message(for: "receipt")
        wish = typed["wish"] ?? ""
        wishError = problems.message(for: "wish")
    }
}

extension DataRequest.Kind {
    /// What it means and how long it takes, for somebody who has never asked for such a thing.
    fileprivate var hint: String {
        let days = "Xong trong \(term.days) ngày."
        switch self {
        case .copy: return "Cơ quan cho xem tất cả những gì đang giữ về đánh giá này. \(days)"
        case .correct: return "Viết lại lời góp ý cho đúng, hoặc bỏ đi. \(days)"
        case .delete: return "Xóa số, và lời góp ý nếu có thông tin riêng. Điểm ở lại, không gắn với ai. \(days)"
        case .withdraw: return "Cơ quan không gọi cho Ông/Bà về đánh giá này nữa. \(days)"
        case .restrict: return "Giữ nguyên, nhưng ngừng dùng vào việc Ông/Bà nêu. \(days)"
        case .object: return "Không đồng ý với một cách dùng; xin nêu rõ ở dưới. \(days)"
        }
    }
}
