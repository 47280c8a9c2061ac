import Foundation

/// A request as somebody typed it, proven: the receipt has the right form, the kind exists, the words are not too long.
package struct DataRequestForm: Sendable, Hashable {
    /// Letters of the wish.
    package static let longestWish = 1_000

    package let receipt: Receipt
    package let kind: DataRequest.Kind
    package let wish: String

    /// Fields: `receipt`, `kind`, `wish`.
    /// - Throws: `Refusal.invalid` with what to mend.
    package init(_ form: FormFields) throws(Refusal) {
        var problems = FormProblems()
        let kind = form["kind"].flatMap(DataRequest.Kind.init)
        if kind == nil { problems.add("kind", "Xin chọn điều Ông/Bà muốn.") }
        let receipt = Receipt((form["receipt"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
        if receipt == nil { problems.add("receipt", "Mã đánh giá gồm 13 chữ và số. Xin gõ lại cho đủ.") }
        let wish = (form["wish"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        // Code points too, which is what the table counts.
        if wish.count > Self.longestWish || wish.unicodeScalars.count > 4 * Self.longestWish {
            problems.add("wish", "Phần viết dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        if kind == .correct && wish.isEmpty {
            problems.add("wish", "Xin viết lời góp ý đúng phải là thế nào.")
        }
        guard problems.isEmpty, let kind, let receipt else { throw .invalid(problems) }
        self.kind = kind
        self.receipt = receipt
        self.wish = wish
    }

    package static let unknownReceipt = FormProblems([
        .init(
            field: "receipt",
            message: "Không có đánh giá nào mang mã này. Xin xem lại mã trên trang cảm ơn, rồi gõ lại.")
    ])
}

extension Writing {
    /// Takes a request about one's own data and starts its legal clock.
    /// Sending the same words twice within ten minutes gives the same request: a double tap is one wish.
    /// - Throws: `Refusal.invalid` for a receipt that is none, or when the same is being done already.
    @discardableResult
    package func ask(_ form: DataRequestForm) throws -> DataRequest {
        guard let rating = try rating(receipt: form.receipt) else {
            throw Refusal.invalid(DataRequestForm.unknownReceipt)
        }
        if let same = try dataRequests(aboutRating: rating.id).first(where: { $0.isOpen && $0.kind == form.kind }) {
            guard same.wish == form.wish, now.timeIntervalSince(same.receivedAt) < 600 else {
                throw Refusal.invalid(Self.alreadyOpen(same))
            }
            return same
        }
        let (today, hours, term) = (LocalDay(now), directory.configuration.alerts.hours, form.kind.term)
        var request = DataRequest(
            id: 0, code: RequestCode(random: random(RequestCode.length)), rating: rating.id, kind: form.kind,
            wish: form.wish, receivedAt: now, replyBy: term.replyBy(after: today, hours),
            dueBy: term.dueBy(after: today, hours))
        request.id = try insertDataRequest(request)
        try insertDataRequestStep(
            DataRequestStep(request: request.id, kind: .received, at: now, actor: actor.label))
        try log(.dataRequestReceived, about: request.subject, "kind=\(request.kind.rawValue)")
        return request
    }

    private static func alreadyOpen(_ request: DataRequest) -> FormProblems {
        FormProblems([
            .init(
                field: "kind",
                message: """
                    Đánh giá này đã có yêu cầu cùng loại (\(request.number)) đang được giải quyết. Xin mở trang trả lời \
                    bằng mã yêu cầu đã nhận khi gửi.
                    """)
        ])
    }
}

extension DataRequest {
    /// In the journal.
    package var subject: String { "data-request:\(id)" }
}
