package import Feedback

/// The page behind the code on a desk: who is rated, five levels for each question, and one button.
///
/// Nothing is chosen beforehand, nothing needs a script or a cookie, and reading it leaves no trace.
package struct RatingPage: Page {
    package static let template = "rating"

    let authority: AuthorityLines
    let code: String
    let visitToken: String
    let notice: String?
    /// Whether something stands on top that the focus moves to.
    let hasMessage: Bool
    let hasProblems: Bool
    let problems: [ProblemLine]
    let unit: String
    /// The department where the desk stands, if that is another unit.
    let place: String?
    let desk: String
    let official: OfficialLine?
    let hasOfficialChoice: Bool
    let officials: [Choice]
    let questions: [Question]
    let reasons: [Choice]
    /// What one can come for at this desk; empty where nobody listed anything.
    let procedures: [ProcedureGroup]
    let hasProcedures: Bool
    let comment: String
    let commentError: String?
    let phone: String
    let phoneError: String?
    let isPhoneRequired: Bool
    /// The short notice, and the words of the consent, of the version in force.
    let phoneHint: String
    let callbackWords: String
    let mayCallBack: Bool
    let stages: [Choice]
    let respondents: [Choice]

    struct OfficialLine: Sendable {
        let name: String
        let title: String
    }

    struct ProcedureGroup: Sendable {
        /// The name of the field, where the desk has several.
        let field: String?
        let choices: [Choice]
    }

    struct ProblemLine: Sendable {
        let anchor: String
        let message: String
    }
}

extension RatingPage {
    /// - Parameters:
    ///   - half: of the day, when others are on duty in the other one; nil: whoever is on duty that day.
    ///   - visitToken: `Visit.token`; the one thing that differs between two openings of the page.
    ///   - typed: what came back with problems; all of it is kept.
    ///   - notice: a sentence on top that is about no field, such as "the server is busy".
    /// - Throws: `Refusal` as `Directory.open` does; `.closed` without a questionnaire in force.
    package init(
        code: DeskCode, directory: Directory, day: LocalDay, half: DayHalf? = nil, visitToken: String,
        typed: FormFields? = nil, problems: FormProblems = FormProblems(), notice: String? = nil
    ) throws(Refusal) {
        let desk = try directory.open(code, on: day)
        guard let questionnaire = directory.deskQuestionnaire(on: day) else { throw .closed }
        let onDuty = directory.officials(at: desk.id, on: day, half)
        let rated = onDuty.count == 1 ? onDuty.first?.unit ?? desk.unit : desk.unit

        authority = AuthorityLines(directory)
        self.code = code.rawValue
        self.visitToken = visitToken
        self.notice = notice
        hasMessage = notice != nil || !problems.isEmpty
        hasProblems = !problems.isEmpty
        self.problems = Self.lines(problems, of: questionnaire)
        unit = directory.unit(rated)?.name ?? ""
        place = desk.place.flatMap { $0 == rated ? nil : directory.unit($0)?.name }
        self.desk = desk.name
        official = onDuty.count == 1 ? onDuty.first.map { OfficialLine(name: $0.name, title: $0.title) } : nil
        hasOfficialChoice = onDuty.count > 1
        officials = onDuty.count > 1 ? Self.officials(onDuty, typed) : []
        questions = Question.all(of: questionnaire, typed: typed, problems: problems)
        reasons = Reason.allCases.map { reason in
            Choice(
                value: reason.rawValue, words: Self.capitalized(reason.words),
                isChecked: typed?.values("reason").contains(reason.rawValue) ?? false)
        }
        procedures = Self.procedures(directory.procedures(at: desk, on: day), directory, typed)
        hasProcedures = !procedures.isEmpty
        comment = typed?["comment"] ?? ""
        commentError = problems.message(for: "comment")
        phone = typed?["phone"] ?? ""
        phoneError = problems.message(for: "phone")
        isPhoneRequired = directory.configuration.form.phoneRequired
        let notice = directory.noticeText
        phoneHint = notice.short
        callbackWords = notice.consent
        mayCallBack = typed?["callback"] == "yes"
        stages = Stage.allCases.map {
            Choice(value: $0.rawValue, words: $0.wordsForCitizens, isChecked: typed?["stage"] == $0.rawValue)
        }
        respondents = Respondent.allCases.map {
            Choice(value: $0.rawValue, words: $0.wordsForCitizens, isChecked: typed?["respondent"] == $0.rawValue)
        }
    }

    private static func officials(_ onDuty: [Official], _ typed: FormFields?) -> [Choice] {
        let named = onDuty.map { official in
            Choice(
                value: official.id.rawValue, words: official.name, note: official.title,
                isChecked: typed?["official"] == official.id.rawValue)
        }
        return named + [Choice(value: "unknown", words: "Không rõ", isChecked: typed?["official"] == "unknown")]
    }

    private static func procedures(
        _ asked: [Procedure], _ directory: Directory, _ typed: FormFields?
    ) -> [ProcedureGroup] {
        // They come field by field.
        let fields = asked.map(\.field).reduce(into: [ID<Field>]()) { if $0.last != $1 { $0.append($1) } }
        return fields.map { field in
            ProcedureGroup(
                field: fields.count > 1 ? directory.field(field)?.name : nil,
                choices: asked.filter { $0.field == field }.map {
                    Choice(value: $0.id.rawValue, words: $0.name, isChecked: typed?["procedure"] == $0.id.rawValue)
                })
        }
    }

    private static func lines(_ problems: FormProblems, of questionnaire: Questionnaire) -> [ProblemLine] {
        let anchors = questionnaire.criteria.enumerated().map { (Question.field($1.id), Question.anchor($0)) }
        let byField = Dictionary(anchors, uniquingKeysWith: { first, _ in first })
        return problems.problems.map { ProblemLine(anchor: byField[$0.field] ?? $0.field, message: $0.message) }
    }

    private static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

extension Stage {
    fileprivate var wordsForCitizens: String {
        switch self {
        case .submitted: "Chưa, tôi mới nộp hồ sơ"
        case .received: "Rồi, tôi đã nhận kết quả"
        }
    }
}

extension Respondent {
    fileprivate var wordsForCitizens: String {
        switch self {
        case .person: "Cá nhân, gia đình tôi"
        case .organization: "Tổ chức, doanh nghiệp"
        }
    }
}
