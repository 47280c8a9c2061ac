package import Foundation

/// A rating form that was read and proven at the door: whoever has one need not check it again.
package struct Submission: Sendable {
    package static let longestComment = 1_000

    package let desk: Desk
    package let questionnaire: Questionnaire
    package let visit: Visit
    package let answers: Answers
    package let official: Official?
    package let onDuty: Int
    /// What the person came for, if they remember and said so.
    package let procedure: Procedure?
    package let stage: Stage?
    package let respondent: Respondent?
    package let reasons: [Reason]
    package let comment: String?
    package let phone: Phone?
    package let mayCallBack: Bool
    package let channel: Channel
    package let contentDigest: [UInt8]
    package let receipt: Receipt
    package let phoneTag: PhoneTag?

    /// - Parameter channel: what the server knows of the way it came; never read from the form.
    /// - Throws: `Refusal`; `.invalid` carries what the person can mend, everything else no honest page can send.
    package init(
        form: FormFields, code: DeskCode, directory: Directory, secrets: Secrets, now: Date, channel: Channel = .qr
    ) throws(Refusal) {
        let today = LocalDay(now)
        desk = try directory.open(code, on: today)
        guard let questionnaire = directory.deskQuestionnaire(on: today) else { throw .closed }
        self.questionnaire = questionnaire
        guard !Self.single.contains(where: form.repeats) else { throw .malformed }
        visit = try Visit(token: form["visit"] ?? "", code: code, secrets: secrets)

        var problems = FormProblems()
        answers = try Self.answers(form, questionnaire, &problems)
        // Whom the page named when it was opened: noon may have passed since.
        let seen = LocalDay(visit.openedAt) == today ? visit.openedAt : now
        let onDuty = directory.officials(at: desk.id, on: today, DayHalf(seen))
        self.onDuty = onDuty.count
        official = try Self.official(form, onDuty)
        procedure = Self.procedure(form, directory, desk, today)
        stage = try Self.choice(form, "stage")
        respondent = try Self.choice(form, "respondent")
        reasons = try Self.reasons(form)
        comment = Self.comment(form, &problems)
        phone = Self.phone(form, required: directory.configuration.form.phoneRequired, &problems)
        mayCallBack = form["callback"] == "yes" && phone != nil
        self.channel = channel
        contentDigest = secrets.contentDigest(Self.content(form))
        receipt = Receipt(of: visit, secrets)
        phoneTag = phone.map { PhoneTag($0, secrets: secrets) }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

extension Submission {
    private static let single = [
        "visit", "official", "procedure", "stage", "respondent", "comment", "phone", "callback",
    ]

    private static func answers(
        _ form: FormFields, _ questionnaire: Questionnaire, _ problems: inout FormProblems
    ) throws(Refusal) -> Answers {
        var found: [ID<Criterion>: Level] = [:]
        for (name, value) in form.all where name.hasPrefix("answer[") {
            guard name.hasSuffix("]"), let level = Int(value).flatMap(Level.init), value.utf8.count == 1 else {
                throw .malformed
            }
            let criterion = ID<Criterion>(String(name.dropFirst(7).dropLast()))
            guard found.updateValue(level, forKey: criterion) == nil else { throw .malformed }
        }
        let ordered = questionnaire.criteria.compactMap { criterion in
            found[criterion.id].map { Answers.Answer(criterion: criterion.id, level: $0) }
        }
        guard ordered.count == found.count else { throw .malformed }
        if ordered.isEmpty, let first = questionnaire.criteria.first {
            problems.add("answer[\(first.id)]", "Xin chọn mức hài lòng ở ít nhất một câu.")
        }
        return Answers(ordered)
    }

    /// One on duty: them. Several: whom the citizen chose; "unknown" or nothing leaves it open.
    private static func official(_ form: FormFields, _ onDuty: [Official]) throws(Refusal) -> Official? {
        guard let chosen = form["official"], !chosen.isEmpty else { return onDuty.count == 1 ? onDuty.first : nil }
        if chosen == "unknown" { return nil }
        guard let official = onDuty.first(where: { $0.id.rawValue == chosen }) else {
            // The page was opened before the shift changed: not the citizen's fault, and nobody else's blame.
            return nil
        }
        return official
    }

    /// One that the desk does not have counts as not said: the page may be older than the list.
    private static func procedure(
        _ form: FormFields, _ directory: Directory, _ desk: Desk, _ today: LocalDay
    ) -> Procedure? {
        guard let chosen = form["procedure"], !chosen.isEmpty else { return nil }
        return directory.procedures(at: desk, on: today).first { $0.id.rawValue == chosen }
    }

    private static func choice<Choice: RawRepresentable<String>>(
        _ form: FormFields, _ name: String
    ) throws(Refusal) -> Choice? {
        guard let value = form[name], !value.isEmpty else { return nil }
        guard let choice = Choice(rawValue: value) else { throw .malformed }
        return choice
    }

    private static func reasons(_ form: FormFields) throws(Refusal) -> [Reason] {
        let chosen = Set(form.values("reason"))
        let reasons = Reason.allCases.filter { chosen.contains($0.rawValue) }
        guard reasons.count == chosen.count else { throw .malformed }
        return reasons
    }

    private static func comment(_ form: FormFields, _ problems: inout FormProblems) -> String? {
        let text = (form["comment"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        // Code points as well, which is what the table counts: one family emoji is seven of them.
        if text.count > longestComment || text.unicodeScalars.count > 4 * longestComment {
            problems.add("comment", "Góp ý dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        return text.isEmpty ? nil : text
    }

    private static func phone(_ form: FormFields, required: Bool, _ problems: inout FormProblems) -> Phone? {
        switch Result(catching: { () throws(Phone.Problem) in try Phone(typed: form["phone"] ?? "") }) {
        case .success(let phone): return phone
        case .failure(.empty):
            if required { problems.add("phone", "Xin nhập số điện thoại giao dịch. Ví dụ: 0912 345 678") }
        case .failure(.wrong):
            problems.add("phone", "Số điện thoại chưa đúng. Ví dụ: 0912 345 678")
        case .failure(.outdated(let renewed)):
            problems.add("phone", "Số 11 chữ số này nay là \(renewed.grouped). Nếu đúng, xin nhập số mới rồi bấm Gửi.")
        }
        return nil
    }

    /// Everything but the visit, in the order it came: equal for two sends of one page.
    private static func content(_ form: FormFields) -> [UInt8] {
        var bytes = [UInt8]()
        for (name, value) in form.all where name != "visit" {
            bytes.append(contentsOf: name.utf8)
            bytes.append(0)
            bytes.append(contentsOf: value.utf8)
            bytes.append(0)
        }
        return bytes
    }
}
