package import Foundation

/// What a citizen writes behind the receipt code: proven to be there, short, and without phone and identity numbers,
/// which would stand where nobody encrypts them.
package struct CitizenWord: Sendable, Hashable {
    package static let longest = 1_000

    package let text: String

    /// - Throws: `Refusal.invalid` under "text".
    package init(typed: String) throws(Refusal) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        var problems = FormProblems()
        if text.isEmpty { problems.add("text", "Xin viết vài lời trước khi gửi.") }
        if text.isLonger(than: Self.longest) {
            problems.add("text", "Lời viết dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        if text.holdsNumber {
            problems.add("text", "Xin bỏ số điện thoại, số giấy tờ khỏi lời viết: ở đây số không được mã hóa.")
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        self.text = text
    }
}

extension Reading {
    /// The case that a receipt leads to, with what its citizen may still do.
    /// - Throws: `Refusal.notFound` without such a receipt or where it opened no case.
    package func citizenCase(_ receipt: Receipt) throws -> CitizenCase {
        guard let rating = try rating(receipt: receipt), let alert = try alert(ofRating: rating.id) else {
            throw Refusal.notFound
        }
        return CitizenCase(
            alert: alert, steps: try caseSteps(of: alert.id), rules: directory.configuration.alerts.cases, now: now)
    }
}

/// A case as its citizen may act on it.
package struct CitizenCase: Sendable {
    package let alert: Alert
    /// Oldest first.
    package let steps: [CaseStep]
    /// Once in each state.
    package let maySay: Bool
    /// Once, and for so many days after the answer.
    package let mayReturn: Bool
    /// Until when the citizen may return it; nil unless there is an answer.
    package let returnableUntil: Date?

    package init(alert: Alert, steps: [CaseStep], rules: CaseRules, now: Date) {
        self.alert = alert
        self.steps = steps
        let isState = Set(CaseStep.Kind.states)
        let sinceState = steps.reversed().prefix { !isState.contains($0.kind) }
        maySay = CaseAction.say.move(from: alert.step) == .to(.said) && !sinceState.contains { $0.kind == .said }
        let spoke = steps.last { $0.kind == .answered || $0.kind == .said }?.at
        returnableUntil =
            steps.contains { $0.kind == .answered }
            ? spoke?.addingTimeInterval(86_400 * Double(rules.closesAfterDays)) : nil
        mayReturn =
            CaseAction.return.move(from: alert.step) == .to(.returned) && !steps.contains { $0.kind == .returned }
            && returnableUntil.map { now <= $0 } ?? false
    }
}

extension Writing {
    /// The citizen adds a word, once in each state. The same word sent twice is one.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` with a sentence when it is not the time.
    package func say(_ word: CitizenWord, receipt: Receipt) throws {
        let citizens = try citizenCase(receipt)
        guard !citizens.steps.contains(where: { $0.kind == .said && $0.text == word.text }),
            let kind = try citizens.alert.move(.say)
        else { return }
        guard citizens.maySay else {
            throw Refusal.caseStep("Ông/Bà đã viết thêm rồi. Xin chờ cơ quan xem xét; sau đó Ông/Bà viết tiếp được.")
        }
        try keep(word, kind, citizens.alert, dueAt: nil)
        try log(.caseSaid, about: citizens.alert.subject)
    }

    /// "Chưa được giải quyết": the case is open again, and its deadline begins anew. Once.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` with a sentence when it is not the time.
    package func returnCase(_ word: CitizenWord, receipt: Receipt) throws {
        let citizens = try citizenCase(receipt)
        guard !citizens.steps.contains(where: { $0.kind == .returned && $0.text == word.text }),
            let kind = try citizens.alert.move(.return)
        else { return }
        if citizens.steps.contains(where: { $0.kind == .returned }) {
            throw Refusal.caseStep(
                "Ông/Bà đã báo một lần rồi. Nếu vẫn chưa được giải quyết, xin gọi số điện thoại ở cuối trang.")
        }
        guard citizens.mayReturn else {
            throw Refusal.caseStep("Đã quá ngày báo lại. Xin gọi cơ quan theo số điện thoại ở cuối trang.")
        }
        try keep(word, kind, citizens.alert, dueAt: dueAgain(citizens.alert))
        try log(.caseReturned, about: citizens.alert.subject)
        try tellAgain(citizens.alert)
        try watch(citizens.alert)
    }

    /// The same people as at first. A mail that still waits tells them anyway: its words are made when it goes.
    private func tellAgain(_ alert: Alert) throws {
        let policy = directory.configuration.alerts
        guard let category = policy.categories.first(where: { $0.id == alert.category }) else { return }
        let waiting = try mails(aboutAlert: alert.id).filter { $0.sentAt == nil && $0.gaveUpAt == nil }
        for mailbox in directory.recipients(of: alert, category: category)
        where !waiting.contains(where: { $0.recipient.address == mailbox.address }) {
            try queueMail(.alert, about: alert, to: mailbox)
        }
    }

    private func keep(_ word: CitizenWord, _ kind: CaseStep.Kind, _ alert: Alert, dueAt: Date?) throws {
        try insertCaseStep(
            CaseStep(alert: alert.id, kind: kind, at: now, actor: actor.label, text: word.text, dueAt: dueAt))
    }

    /// The hours of its category; what they were at first, when the category is no more.
    private func dueAgain(_ alert: Alert) -> Date {
        let policy = directory.configuration.alerts
        let minutes =
            policy.categories.first { $0.id == alert.category }.map { $0.answerWithin * 60 }
            ?? policy.hours.minutes(from: alert.raisedAt, to: alert.dueAt)
        return policy.hours.deadline(after: now, minutes: minutes)
    }
}
