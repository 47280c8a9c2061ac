import Feedback

/// A criterion as it is asked: its words and five rows.
struct Question: Sendable {
    /// "answer[LK1]".
    let name: String
    /// "Câu 1 trên 5".
    let number: String
    let text: String
    /// Whom the question is for, when not for everybody.
    let askedOnlyIf: String?
    let error: String?
    let levels: [Choice]
}

extension Question {
    /// All questions of a questionnaire, in its order, with what was chosen before.
    static func all(of questionnaire: Questionnaire, typed: FormFields?, problems: FormProblems) -> [Question] {
        let count = questionnaire.criteria.count
        let asked = questionnaire.factors.flatMap { factor in factor.criteria.map { ($0, factor.askedOnlyIf) } }
        return asked.enumerated().map { index, asked in
            let (criterion, condition) = asked
            let name = field(criterion.id)
            return Question(
                name: name, number: "Câu \(index + 1) trên \(count)", text: criterion.text, askedOnlyIf: condition,
                error: problems.message(for: name),
                levels: questionnaire.scale.enumerated().map { place, words in
                    Choice(
                        anchor: place == 0 ? anchor(index) : nil, value: "\(place + 1)", words: words,
                        isChecked: typed?[name] == "\(place + 1)")
                })
        }
    }

    static func field(_ criterion: ID<Criterion>) -> String { "answer[\(criterion)]" }
    static func anchor(_ index: Int) -> String { "cau-\(index + 1)" }
}
