package import Foundation

/// Thư thử: once a working day a mail that means nothing goes the way of every alert, to see that the way is open.
///
/// It has arrived when the mail server has taken it: we cannot look into a mailbox. What happens behind the mail server
/// is for whoever reads that mailbox to see.
package struct CanaryFlight: Sendable, Hashable {
    package var id: Int64
    /// One a day.
    package var day: LocalDay
    package var sentAt: Date
    /// By when the mail server should have it.
    package var dueAt: Date
    /// Nil when no mail could be made: no bad rating would have raised an alert either.
    package var mail: Int64?
    package var messageID: String?
    package var arrivedAt: Date?
    /// When it was found missing.
    package var lostAt: Date?

    package init(
        id: Int64, day: LocalDay, sentAt: Date, dueAt: Date, mail: Int64?, messageID: String?, arrivedAt: Date? = nil,
        lostAt: Date? = nil
    ) {
        self.id = id
        self.day = day
        self.sentAt = sentAt
        self.dueAt = dueAt
        self.mail = mail
        self.messageID = messageID
        self.arrivedAt = arrivedAt
        self.lostAt = lostAt
    }
}

/// What the pages and /healthz say about the way of alerts.
package enum CanaryState: Hashable, Sendable {
    /// None has been sent, or none is to be sent.
    case quiet
    case underWay(since: Date)
    case arrived(Date)
    /// Not there in time, or not even sent when it should have been.
    case lost(since: Date)
}

extension AlertPolicy {
    /// When the canary is sent and how long it may take.
    package struct Canary: Codable, Hashable, Sendable {
        package var isEnabled: Bool
        /// To whom; nil: to the sender's own address.
        package var to: String?
        /// Minutes since midnight, on working days.
        package var at: Int
        /// Minutes until the mail server should have it.
        package var within: Int

        package init(isEnabled: Bool = true, to: String? = nil, at: Int = 7 * 60 + 15, within: Int = 10) {
            self.isEnabled = isEnabled
            self.to = to
            self.at = at
            self.within = within
        }

        /// The time on the last working day on which it was due by `now`. Looks two months back at most.
        package func lastDue(before now: Date, hours: WorkingHours) -> Date? {
            let today = LocalDay(now)
            return (0...60).lazy.map { today.adding(days: -$0) }.filter(hours.works(on:)).map(moment(on:))
                .first { $0 <= now }
        }

        /// Looks two years ahead at most.
        package func nextDue(after now: Date, hours: WorkingHours) -> Date {
            let today = LocalDay(now)
            let ahead = (0...730).lazy.map { today.adding(days: $0) }.filter(hours.works(on:)).map(moment(on:))
            return ahead.first { $0 > now } ?? today.adding(days: 730).start
        }

        private func moment(on day: LocalDay) -> Date { day.start.addingTimeInterval(Double(at) * 60) }
    }
}

/// What a store says about canaries.
package protocol CanaryReading {
    /// The newest.
    func lastCanary() throws -> CanaryFlight?
    func canary(inMail id: Int64) throws -> CanaryFlight?
}

/// What a store does for canaries.
package protocol CanaryWriting {
    func insertCanary(_ flight: CanaryFlight) throws
    func markCanaryArrived(_ id: Int64) throws
    func markCanaryLost(_ id: Int64) throws
}
