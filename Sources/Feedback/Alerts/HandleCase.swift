import Foundation

extension Writing {
    /// "I have seen it": the head takes the case on.
    package func acknowledge(_ id: Int64, scope: Scope) throws {
        guard let alert = try alert(id, scope: scope) else { throw Refusal.notFound }
        guard alert.step == .opened else { return }
        try insertCaseStep(CaseStep(alert: id, kind: .acknowledged, at: now, actor: actor.label))
        try log(.caseAcknowledged, about: "alert:\(id)")
    }

    /// Says what was found and done. The citizen reads it behind the receipt code.
    /// - Throws: `Refusal.invalid` for an empty answer or one over 2,000 characters.
    package func answer(_ id: Int64, text: String, scope: Scope) throws {
        guard let alert = try alert(id, scope: scope) else { throw Refusal.notFound }
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        var problems = FormProblems()
        if text.isEmpty { problems.add("text", "Xin viết câu trả lời trước khi gửi.") }
        if text.count > 2_000 { problems.add("text", "Câu trả lời dài quá 2.000 chữ cái. Xin viết ngắn lại.") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        if alert.step == .opened {
            try insertCaseStep(CaseStep(alert: id, kind: .acknowledged, at: now, actor: actor.label))
        }
        try insertCaseStep(CaseStep(alert: id, kind: .answered, at: now, actor: actor.label, text: text))
        try log(.caseAnswered, about: "alert:\(id)")
    }
}
