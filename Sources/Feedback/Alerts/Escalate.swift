import Foundation

extension Writing {
    /// From now on somebody has to take the case on, or it goes up.
    func watch(_ alert: Alert) throws {
        let policy = directory.configuration.alerts
        guard let minutes = policy.escalationMinutes(0) else { return }
        try setWatch(
            EscalationWatch(alert: alert.id, dueAt: policy.hours.deadline(after: now, minutes: minutes)))
    }

    /// Sends every case up whose time has come, each one level; a hundred at most, so that the writer stays free.
    /// - Returns: how many were looked at; nought: none is due.
    @discardableResult
    package func escalateDue() throws -> Int {
        let due = try watchesDue(limit: 100)
        guard !due.isEmpty else { return 0 }
        let chain = EscalationChain(directory: directory, users: try users(), day: LocalDay(now))
        for watch in due { try escalate(watch, chain) }
        return due.count
    }

    private func escalate(_ watch: EscalationWatch, _ chain: EscalationChain) throws {
        guard let alert = try alert(watch.alert, scope: .whole), alert.step.awaitsSomebody else {
            return try endWatch(ofAlert: watch.alert)
        }
        let policy = directory.configuration.alerts
        if watch.isMissed(at: now, hours: policy.hours) {
            let opening = policy.hours.deadline(after: now, minutes: 0)
            return try setWatch(EscalationWatch(alert: alert.id, dueAt: opening))
        }
        let past = try escalations(ofAlert: alert.id)
        guard let next = chain.next(for: alert, after: past.map(\.level)) else {
            return try endWatch(ofAlert: alert.id)
        }
        try insertEscalation(Escalation(alert: alert.id, level: next.level, at: now))
        for person in next.people { try queueMail(.escalation, about: alert, to: person) }
        try log(.caseEscalated, about: "alert:\(alert.id)", "level=\(next.level.rawValue)")
        guard let minutes = policy.escalationMinutes(past.count + 1) else {
            return try endWatch(ofAlert: alert.id)
        }
        try setWatch(
            EscalationWatch(alert: alert.id, dueAt: policy.hours.deadline(after: now, minutes: minutes)))
    }
}

extension CaseStep.Kind {
    /// Whether nobody has said "I have seen it": at first, and again after a return.
    fileprivate var awaitsSomebody: Bool { self == .opened || self == .returned }
}

extension EscalationWatch {
    /// Whether the moment passed while nobody looked and the office has shut since: then it is made up for when the
    /// office opens. A moment that falls on the closing bell is not missed by the seconds it takes to look.
    fileprivate func isMissed(at now: Date, hours: WorkingHours) -> Bool {
        !hours.isOpen(at: now) && now.timeIntervalSince(dueAt) > 5 * 60
    }
}

extension AlertPolicy {
    /// Working minutes until the next level when so many have been told; the last number stands for all further ones.
    /// Nil: cases do not go up.
    package func escalationMinutes(_ told: Int) -> Int? {
        told < escalation.count ? escalation[told] : escalation.last
    }
}
