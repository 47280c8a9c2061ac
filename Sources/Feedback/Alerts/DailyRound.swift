package import Foundation

extension Writing {
    /// Queues the morning's lists, once on each working day from its opening on: whoever starts the server at nine gets
    /// them at nine, and after closing they wait for the next working day. One transaction, so never half of them and
    /// never twice.
    /// - Returns: how many mails; nil when it was not the time.
    @discardableResult
    package func queueDailyDigests() throws -> Int? {
        guard try nextDailyRound() <= now else { return nil }
        let day = LocalDay(now)
        let cases = try openCases()
        let readers = DailyReaders(directory: directory, users: try users(), day: day)
        let due = readers.all.filter { !DailyDigest(cases, scope: $0.scope, now: now).isEmpty }
        var mails = 0
        // A list that still waits for the mail server says the state of the moment when it goes: one is enough.
        for reader in due where try !isWaiting(.daily, for: reader.mailbox.address) {
            try enqueue(.daily, to: reader.mailbox)
            mails += 1
        }
        try insertDailyRound(DailyRound(day: day, at: now, mails: mails))
        try log(.digestsQueued, about: "day:\(day)", "mails=\(mails)")
        return mails
    }
}

/// A morning on which the lists were queued.
package struct DailyRound: Sendable, Hashable {
    package var day: LocalDay
    package var at: Date
    package var mails: Int

    package init(day: LocalDay, at: Date, mails: Int) {
        self.day = day
        self.at = at
        self.mails = mails
    }
}

extension Reading {
    /// When the next lists are due: now or before, when they are.
    package func nextDailyRound() throws -> Date {
        let hours = directory.configuration.alerts.hours
        let today = LocalDay(now)
        let last = try lastDailyRound()?.day
        if last.map({ $0 < today }) ?? true, let span = hours.working(on: today), now < span.upperBound {
            return span.lowerBound
        }
        return hours.firstOpening(after: today)
    }
}

extension WorkingHours {
    /// From the first opening to the last closing; nil on a day off.
    func working(on day: LocalDay) -> Range<Date>? {
        guard works(on: day), let from = spans.first?.from, let to = spans.last?.to, from < to else { return nil }
        return day.start.addingTimeInterval(Double(from) * 60)..<day.start.addingTimeInterval(Double(to) * 60)
    }

    /// Looks two years ahead at most.
    func firstOpening(after day: LocalDay) -> Date {
        let ahead = (1...730).lazy.compactMap { working(on: day.adding(days: $0))?.lowerBound }
        return ahead.first ?? day.adding(days: 730).start
    }
}

/// What a store says about the morning's lists.
package protocol DailyReading {
    func lastDailyRound() throws -> DailyRound?
}

/// What a store does for the morning's lists.
package protocol DailyWriting {
    func insertDailyRound(_ round: DailyRound) throws
}
