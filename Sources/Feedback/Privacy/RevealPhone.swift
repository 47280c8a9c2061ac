import Foundation

extension Writing {
    /// Shows a number once, to whoever gives a reason.
    /// - Throws: `Refusal.notFound` outside the scope and for actors who are nobody of the staff; `Refusal.invalid`
    ///   without a reason of 10..200 characters, and when there is no number to show.
    package func revealPhone(of rating: Int64, reason: RevealReason?, words: String, scope: Scope) throws -> Phone {
        _ = try phoneFile(rating, scope: scope)
        let (reason, words) = try Self.proven(reason, words)
        return try open(rating, reason, words)
    }

    /// Claims the call for a quarter of an hour. Whoever ticked the box may be called; for the others a case must be
    /// waiting, and a reason be given.
    /// - Returns: the call; the one under way when it is the caller's own already.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` as `revealPhone`, and while somebody else calls.
    @discardableResult
    package func beginCall(_ rating: Int64, reason: RevealReason?, words: String, scope: Scope) throws -> Call {
        guard case .user(let user) = actor else { throw Refusal.notFound }
        let file = try phoneFile(rating, scope: scope)
        if let last = file.lastCall, last.isUnderWay(at: now) {
            guard last.user == user else { throw Self.refused("call", "Có người đang gọi số này. Xin chờ.") }
            return last
        }
        guard file.mayBeCalled else {
            throw Self.refused(
                "call",
                file.isCallForbidden
                    ? "Người đánh giá đã yêu cầu không gọi về đánh giá này."
                    : "Người đánh giá không cho phép gọi lại, và không có vụ việc nào đang chờ.")
        }
        if let last = file.lastCall, last.endedAt == nil {
            try endCall(last.id, .lapsed, note: "", at: last.until)
            try log(.callEnded, about: "rating:\(rating)", "call=\(last.id) outcome=\(Call.Outcome.lapsed.rawValue)")
        }
        if file.rating.mayCallBack {
            _ = try open(rating, .callback, "")
        } else {
            let (reason, words) = try Self.proven(reason, words)
            _ = try open(rating, reason, words)
        }
        var call = Call(rating: rating, user: user, at: now)
        call.id = try insertCall(call)
        try log(.callBegun, about: "rating:\(rating)", "call=\(call.id)")
        return call
    }

    /// Says how the call ended; the number is shut again.
    /// - Throws: `Refusal.notFound` unless the call under way is the actor's; `Refusal.invalid`.
    package func endCall(_ rating: Int64, outcome: Call.Outcome?, note: String, scope: Scope) throws {
        let file = try phoneFile(rating, scope: scope)
        guard case .user(let user) = actor, let call = file.lastCall, call.user == user, call.endedAt == nil else {
            throw Refusal.notFound
        }
        let note = note.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let outcome, Call.Outcome.chosen.contains(outcome) else {
            throw Self.refused("outcome", "Xin chọn kết quả cuộc gọi.")
        }
        guard note.unicodeScalars.count <= Call.longestNote else {
            throw Self.refused("note", "Ghi chú dài quá \(Call.longestNote) chữ cái. Xin viết ngắn lại.")
        }
        try endCall(call.id, outcome, note: note, at: now)
        try log(.callEnded, about: "rating:\(rating)", "call=\(call.id) outcome=\(outcome.rawValue)")
    }

    private func open(_ rating: Int64, _ reason: RevealReason, _ words: String) throws -> Phone {
        guard case .user(let user) = actor else { throw Refusal.notFound }
        guard let phone = try openPhone(of: rating) else {
            throw Self.refused("phone", "Không còn số điện thoại nào đọc được cho đánh giá này.")
        }
        _ = try insertReveal(Reveal(rating: rating, user: user, at: now, reason: reason, words: words))
        try log(.phoneRevealed, about: "rating:\(rating)", "reason=\(reason.rawValue)")
        return phone
    }

    private static func proven(_ reason: RevealReason?, _ words: String) throws -> (RevealReason, String) {
        let words = words.trimmingCharacters(in: .whitespacesAndNewlines)
        let count = words.unicodeScalars.count
        var problems = FormProblems()
        let chosen = reason.flatMap { RevealReason.chosen.contains($0) ? $0 : nil }
        if chosen == nil { problems.add("reason", "Xin chọn lý do.") }
        if count < Reveal.shortestWords {
            problems.add("words", "Xin viết rõ lý do, ít nhất \(Reveal.shortestWords) chữ cái.")
        }
        if count > Reveal.longestWords {
            problems.add("words", "Lý do dài quá \(Reveal.longestWords) chữ cái. Xin viết ngắn lại.")
        }
        guard let chosen, problems.isEmpty else { throw Refusal.invalid(problems) }
        return (chosen, words)
    }

    private static func refused(_ field: String, _ message: String) -> Refusal {
        .invalid(FormProblems([.init(field: field, message: message)]))
    }
}
