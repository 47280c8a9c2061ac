import Foundation

/// What the officer does about a request. Each is a step that the person can read.
extension Writing {
    /// The first reply: it was received, and how it goes on.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` for a text that is too long or a request that is closed.
    package func replyToRequest(_ id: Int64, text: String, scope: Scope) throws {
        let request = try openRequest(id, scope)
        let text = try Self.proven(text, isRequired: false)
        guard request.repliedAt == nil else { return }
        try add(.replied, text, to: request)
        try log(.dataRequestReplied, about: request.subject)
    }

    /// More time, once, with a reason that the person reads.
    /// - Throws: `Refusal.invalid` without a reason, after the last day, or the second time.
    package func extendRequest(_ id: Int64, reason: String, scope: Scope) throws {
        let request = try openRequest(id, scope)
        let reason = try Self.proven(reason, isRequired: true, "reason")
        guard request.extendedTo == nil else { throw Self.problem("reason", "Chỉ gia hạn được một lần.") }
        guard LocalDay(now) <= request.dueBy else {
            throw Self.problem("reason", "Đã quá hạn, không gia hạn được nữa. Xin thực hiện hoặc trả lời ngay.")
        }
        let received = LocalDay(request.receivedAt)
        let day = request.kind.term.extendedTo(after: received, directory.configuration.alerts.hours)
        if request.repliedAt == nil { try add(.replied, "", to: request) }
        try add(.extended, reason, to: request, dueBy: day)
        try log(.dataRequestExtended, about: request.subject, "until=\(day)")
    }

    /// Says no, with the reason in law.
    /// - Throws: `Refusal.invalid` without a reason.
    package func refuseRequest(_ id: Int64, reason: String, scope: Scope) throws {
        let request = try openRequest(id, scope)
        let reason = try Self.proven(reason, isRequired: true, "refusal")
        try add(.refused, reason, to: request)
        try log(.dataRequestRefused, about: request.subject)
    }

    /// Does what was asked for, and says so.
    /// - Parameters:
    ///   - text: what else the person should read.
    ///   - comment: for a correction, the words that take the place of the old ones; empty: none.
    ///   - removesComment: for a deletion, whether the words go too, because they hold personal data.
    /// - Throws: `Refusal.invalid` for words that are too long.
    package func fulfilRequest(
        _ id: Int64, text: String, comment: String, removesComment: Bool, scope: Scope
    ) throws {
        let request = try openRequest(id, scope)
        let text = try Self.proven(text, isRequired: false, "answer")
        let done: String
        switch request.kind {
        case .copy: done = "Bản sao mở được từ trang này."
        case .correct: done = try correct(request, with: comment)
        case .delete: done = try forget(request, removesComment: removesComment)
        case .withdraw, .restrict, .object: done = try stopCalling(request)
        }
        try add(.answered, [done, text].filter { !$0.isEmpty }.joined(separator: "\n"), to: request)
        try log(.dataRequestAnswered, about: request.subject, "kind=\(request.kind.rawValue)")
    }
}

extension Writing {
    /// Nobody can delete a rating, but the words are the person's. The journal keeps that they changed, never the words.
    private func correct(_ request: DataRequest, with comment: String) throws -> String {
        let comment = comment.trimmingCharacters(in: .whitespacesAndNewlines)
        guard comment.count <= Submission.longestComment, comment.unicodeScalars.count <= 4_000 else {
            throw Self.problem("comment", "Lời góp ý dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        try replaceComment(of: request.rating, with: comment.isEmpty ? nil : comment.maskingNumbers)
        try log(.commentCorrected, about: "rating:\(request.rating)", request.subject)
        return comment.isEmpty ? "Đã bỏ lời góp ý của Ông/Bà." : "Đã thay lời góp ý bằng lời Ông/Bà đề nghị."
    }

    /// The number goes from this rating and from those that it replaced, which the same person sent. The anonymous rest
    /// stays, which the law allows when the person is told (Law 91/2025/QH15, Art. 14).
    private func forget(_ request: DataRequest, removesComment: Bool) throws -> String {
        let ids = [request.rating] + (try ratings(replacedBy: request.rating).map(\.id))
        for id in ids {
            try forgetPhone(of: id, digest: random(16))
            if removesComment { try replaceComment(of: id, with: nil) }
            try log(.phoneForgotten, about: "rating:\(id)", request.subject)
        }
        var done = """
            Đã xóa số điện thoại và dấu nhận dạng của số khỏi đánh giá này; không khôi phục được từ dữ liệu đang dùng. \
            Trong bản sao lưu cũ, số vẫn ở dạng mã hóa cho đến khi khóa của tháng bị hủy, nhiều nhất bốn tháng sau khi gửi.
            """
        if removesComment { done += " Lời góp ý cũng đã được xóa." }
        return done
            + " Phần còn lại của đánh giá không còn gắn với Ông/Bà và được giữ để tính số liệu chung."
    }

    private func stopCalling(_ request: DataRequest) throws -> String {
        for id in [request.rating] + (try ratings(replacedBy: request.rating).map(\.id)) {
            try forbidCalling(aboutRating: id)
        }
        try log(.callingForbidden, about: "rating:\(request.rating)", request.subject)
        return "Cơ quan không gọi cho Ông/Bà về đánh giá này nữa."
    }

    private func openRequest(_ id: Int64, _ scope: Scope) throws -> DataRequest {
        guard let request = try dataRequest(id, scope: scope) else { throw Refusal.notFound }
        guard request.isOpen else {
            throw Self.problem("text", "Yêu cầu này đã kết thúc, không làm gì thêm được nữa.")
        }
        return request
    }

    private func add(
        _ kind: DataRequestStep.Kind, _ text: String, to request: DataRequest, dueBy: LocalDay? = nil
    ) throws {
        try insertDataRequestStep(
            DataRequestStep(request: request.id, kind: kind, at: now, actor: actor.label, text: text, dueBy: dueBy))
    }

    private static func proven(_ text: String, isRequired: Bool, _ field: String = "text") throws(Refusal) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if isRequired && text.isEmpty { throw problem(field, "Xin viết lý do: người gửi yêu cầu sẽ đọc.") }
        if text.count > 2_000 { throw problem(field, "Phần viết dài quá 2.000 chữ cái. Xin viết ngắn lại.") }
        return text
    }

    private static func problem(_ field: String, _ message: String) -> Refusal {
        .invalid(FormProblems([.init(field: field, message: message)]))
    }
}
