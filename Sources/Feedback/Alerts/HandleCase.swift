import Foundation

extension Writing {
    /// "I have seen it": the head takes the case on.
    /// - Throws: `Refusal.notFound` outside the scope; `Refusal.invalid` with a sentence in the wrong state.
    package func acknowledge(_ id: Int64, scope: Scope) throws {
        let alert = try theCase(id, scope)
        guard let state = try alert.move(.acknowledge) else { return }
        try step(alert, state)
        try log(.caseAcknowledged, about: alert.subject)
    }

    /// Somebody looks into it.
    /// - Throws: as `acknowledge`.
    package func handle(_ id: Int64, scope: Scope) throws {
        let alert = try theCase(id, scope)
        guard let state = try alert.move(.handle) else { return }
        try acknowledgeAlongside(alert)
        try step(alert, state)
        try log(.caseHandled, about: alert.subject)
    }

    /// Names who looks into it, for all to see. Nil: nobody in particular.
    /// - Throws: as `acknowledge`; `Refusal.invalid` under "handler" for somebody who may not answer it.
    package func assign(_ id: Int64, to handler: Int64?, scope: Scope) throws {
        let alert = try theCase(id, scope)
        guard let state = try alert.move(.assign), alert.handler != handler else { return }
        if let handler, try !handlers(of: alert).contains(where: { $0.id == handler }) {
            throw Refusal.invalid(
                FormProblems([.init(field: "handler", message: "Người này không có quyền trả lời vụ việc ở đây.")]))
        }
        try insertCaseStep(CaseStep(alert: id, kind: state, at: now, actor: actor.label, handler: handler))
        try log(.caseAssigned, about: alert.subject, handler.map { "user:\($0)" } ?? "nobody")
    }

    /// Says what was found and done. The citizen reads the text behind the receipt code.
    /// - Throws: as `acknowledge`.
    package func answer(_ id: Int64, _ answer: CaseAnswer, scope: Scope) throws {
        let alert = try theCase(id, scope)
        // The same form sent twice: the first was taken.
        if alert.step == .answered, let last = try caseSteps(of: id).last(where: { $0.kind == .answered }),
            last.text == answer.text && last.actor == actor.label
        {
            return
        }
        guard let state = try alert.move(.answer) else { return }
        try acknowledgeAlongside(alert)
        try insertCaseStep(
            CaseStep(
                alert: id, kind: state, at: now, actor: actor.label, text: answer.text, finding: answer.finding,
                measure: answer.measure))
        try log(.caseAnswered, about: alert.subject, "finding=\(answer.finding.rawValue)")
    }

    /// Ends an answered case before it ends by itself.
    /// - Throws: as `acknowledge`.
    package func close(_ id: Int64, scope: Scope) throws {
        let alert = try theCase(id, scope)
        guard let state = try alert.move(.close) else { return }
        try step(alert, state)
        try log(.caseClosed, about: alert.subject)
    }

    /// Ends the answered cases whose citizens said nothing for as many days as the policy gives them.
    /// - Returns: how many; the next call ends further ones.
    @discardableResult
    package func closeSilentCases(limit: Int = 200) throws -> Int {
        let days = directory.configuration.alerts.cases.closesAfterDays
        let silent = try casesToClose(limit: limit)
        for alert in silent {
            try step(alert, .closed)
            try log(.caseClosed, about: alert.subject, "after=\(days) days")
        }
        return silent.count
    }

    /// The first time that a person opens a case after signing in is kept: it is part of its delivery.
    package func noteOpening(of id: Int64, by user: Int64, scope: Scope) throws {
        let alert = try theCase(id, scope)
        guard try insertCaseOpening(CaseOpening(user: user, at: now), of: id) else { return }
        try log(.caseOpened, about: alert.subject)
    }
}

extension Reading {
    /// Answered cases whose days are over.
    package func casesToClose(limit: Int) throws -> [Alert] {
        let days = directory.configuration.alerts.cases.closesAfterDays
        return try silentCases(since: now.addingTimeInterval(-86_400 * Double(days)), limit: limit)
    }
}

extension Writing {
    private func theCase(_ id: Int64, _ scope: Scope) throws -> Alert {
        guard let alert = try alert(id, scope: scope) else { throw Refusal.notFound }
        return alert
    }

    private func step(_ alert: Alert, _ kind: CaseStep.Kind) throws {
        try insertCaseStep(CaseStep(alert: alert.id, kind: kind, at: now, actor: actor.label))
    }

    /// Whoever handles or answers at once has seen it too: the time of that counts, as of any other case.
    private func acknowledgeAlongside(_ alert: Alert) throws {
        guard alert.step == .opened else { return }
        try step(alert, .acknowledged)
        try log(.caseAcknowledged, about: alert.subject)
    }
}

extension Alert {
    /// In the journal.
    package var subject: String { "alert:\(id)" }
}
