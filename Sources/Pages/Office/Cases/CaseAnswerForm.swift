import Feedback

/// The form of an answer: what was found, what was done, what the citizen reads.
struct CaseAnswerForm: Sendable {
    struct Link: Sendable {
        let title: String
        let href: String
    }

    let action: String
    let findings: [Choice]
    let measure: String
    let text: String
    let hasTemplates: Bool
    let templates: [Link]

    /// - Parameters:
    ///   - template: the id of words to begin with.
    ///   - typed: what came back with problems; all of it is kept.
    init(case id: Int64, answers: [AnswerTemplate], template: String?, typed: FormFields?) {
        let path = "/office/cases/\(id)"
        action = "\(path)/answer"
        findings = Finding.allCases.map {
            Choice(value: $0.rawValue, words: $0.words, isChecked: typed?["finding"] == $0.rawValue)
        }
        measure = typed?["measure"] ?? ""
        text = typed?["text"] ?? answers.first { $0.id.rawValue == template }?.text ?? ""
        hasTemplates = !answers.isEmpty
        templates = answers.map { Link(title: $0.title, href: "\(path)?template=\($0.id)#answer") }
    }
}

/// Who may be told to handle a case.
struct CaseHandlerForm: Sendable {
    let action: String
    /// The first is nobody.
    let people: [Choice]

    init(case id: Int64, handlers: [User], chosen: Int64?) {
        action = "/office/cases/\(id)/handler"
        people =
            [Choice(value: "", words: "Không giao riêng ai", isChecked: chosen == nil)]
            + handlers.map { Choice(value: String($0.id), words: $0.name, isChecked: chosen == $0.id) }
    }
}
