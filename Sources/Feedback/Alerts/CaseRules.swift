/// How cases run out, and words to begin an answer with. From `alerts.yaml`.
package struct CaseRules: Codable, Hashable, Sendable {
    /// Days after the answer, or after the citizen's last word on it, until an answered case closes by itself. So long
    /// a citizen may also say that it is not settled, even where the head closed the case before.
    package var closesAfterDays: Int
    package var answers: [AnswerTemplate]

    package init(closesAfterDays: Int = 7, answers: [AnswerTemplate] = []) {
        self.closesAfterDays = closesAfterDays
        self.answers = answers
    }
}

/// Mẫu trả lời: words to begin with, which whoever answers changes to fit.
package struct AnswerTemplate: Codable, Hashable, Sendable {
    package var id: ID<AnswerTemplate>
    package var title: String
    package var text: String

    package init(id: ID<AnswerTemplate>, title: String, text: String) {
        self.id = id
        self.title = title
        self.text = text
    }
}
