/// How the headline is made; named under every table (Statistics.md).
package enum FigureRule: Hashable, Sendable {
    /// The questionnaire's own question on the whole.
    case overallQuestion(String)
    /// All answered criteria together.
    case pooled
    /// The reader chose this criterion.
    case criterion(String)

    package init(of questionnaire: Questionnaire?, chosen criterion: ID<Criterion>?) {
        let texts = questionnaire?.criteria ?? []
        if let criterion {
            self = .criterion(texts.first { $0.id == criterion }?.text ?? criterion.rawValue)
        } else if let overall = questionnaire?.overall {
            self = .overallQuestion(texts.first { $0.id == overall }?.text ?? overall.rawValue)
        } else {
            self = .pooled
        }
    }
}
