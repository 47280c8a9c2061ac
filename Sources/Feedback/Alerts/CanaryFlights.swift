package import Foundation

extension Reading {
    package func canaryState() throws -> CanaryState {
        let policy = directory.configuration.alerts
        guard policy.canary.isEnabled, let flight = try lastCanary() else { return .quiet }
        // The one of this morning was not even sent: whoever sends them has stopped.
        if let due = policy.canary.lastDue(before: now, hours: policy.hours), flight.day < LocalDay(due),
            now > due.addingTimeInterval(Double(policy.canary.within) * 60)
        {
            return .lost(since: due)
        }
        if let arrived = flight.arrivedAt { return .arrived(arrived) }
        return now > flight.dueAt ? .lost(since: flight.sentAt) : .underWay(since: flight.sentAt)
    }

    /// When a canary is to be sent: now or before, when it is time.
    /// - Parameter watchedSince: when the program was started. The very first one waits for its time; later ones that
    ///   were missed are made up for at once, for nobody is disturbed by them.
    package func nextCanary(watchedSince: Date) throws -> Date {
        let policy = directory.configuration.alerts
        let next = policy.canary.nextDue(after: now, hours: policy.hours)
        guard let due = policy.canary.lastDue(before: now, hours: policy.hours) else { return next }
        let isSent = try lastCanary().map { $0.day >= LocalDay(due) } ?? (due < watchedSince)
        return isSent ? next : due
    }
}

extension Writing {
    /// Sends the canary of the day: the judgement, the queue, the worker and the mail server are those of every alert.
    /// It is no rating and no case; no figure and no list knows of it.
    package func sendCanary(to mailbox: MailAddress) throws {
        let policy = directory.configuration.alerts
        let day = LocalDay(policy.canary.lastDue(before: now, hours: policy.hours) ?? now)
        guard try lastCanary().map({ $0.day < day }) ?? true else { return }
        // Would the worst rating raise an alert at all?
        let judged = policy.category(lowest: .veryDissatisfied, reasons: [], comment: nil)
        let mail = try judged.map { _ in try enqueue(.canary, to: mailbox) }
        try insertCanary(
            CanaryFlight(
                id: 0, day: day, sentAt: now, dueAt: now.addingTimeInterval(Double(policy.canary.within) * 60),
                mail: mail?.id, messageID: mail?.messageID))
        try log(.canarySent, about: "canary:\(day)", mail.map { "mail=\($0.id)" } ?? "no category")
    }

    /// Says once of a canary that did not arrive that it did not. The mail about it may be stuck as well: that is why
    /// the pages say so too.
    package func reportLostCanary() throws {
        guard let flight = try lastCanary(), flight.arrivedAt == nil, flight.lostAt == nil, now > flight.dueAt
        else { return }
        try markCanaryLost(flight.id)
        try log(.canaryLost, about: "canary:\(flight.day)")
        for user in try users() where !user.grants(in: .administrator, on: LocalDay(now)).isEmpty {
            try queueNotice(.canaryLost, to: user.mailbox)
        }
    }

    /// The mail server took a mail: if it was a canary, the way is open.
    func canaryArrived(in mail: OutboxMail) throws {
        guard mail.kind == .canary, let flight = try canary(inMail: mail.id), flight.arrivedAt == nil else { return }
        try markCanaryArrived(flight.id)
        try log(.canaryArrived, about: "canary:\(flight.day)", flight.lostAt == nil ? "" : "late")
    }
}
