package import Foundation

/// For what personal data is kept, and so for how long: each purpose has a period of its own
/// (Law 91/2025/QH15, Art. 3; the usual periods are a proposal, no decree names a number).
package enum RetentionPurpose: String, Sendable, CaseIterable {
    /// The number itself, to follow up a bad rating.
    case phone
    /// The number behind a case that came to its end.
    case closedCase = "closed-case"
    /// The keyed fingerprint by which one person counts once.
    case phoneTag = "phone-tag"
    case session
    /// To whom a mail went.
    case mail
    /// Who looked at a number, and why.
    case reveal

    /// Days, unless the officer says otherwise.
    package var usual: Int {
        switch self {
        case .phone: 90
        case .closedCase: 7
        case .phoneTag: 365
        case .session: 1
        case .mail: 365
        case .reveal: 730
        }
    }

    /// Days. Below, the purpose cannot be served; above, the data would be kept longer than it needs.
    /// A number's 45 days: the key goes with the first day of its month, so that the last ones have two weeks.
    package var bounds: ClosedRange<Int> {
        switch self {
        case .phone: 45...120
        case .closedCase: 0...90
        case .phoneTag: 31...365
        case .session: 1...30
        case .mail: 31...1_825
        case .reveal: 365...3_650
        }
    }
}

/// How long data of a purpose is kept, and who said so.
package struct RetentionPeriod: Sendable, Hashable {
    package let purpose: RetentionPurpose
    package let days: Int
    /// Nil: the usual period, which nobody has changed.
    package let since: Date?
    /// As in the journal.
    package let actor: String?

    package init(purpose: RetentionPurpose, days: Int, since: Date? = nil, actor: String? = nil) {
        self.purpose = purpose
        self.days = days
        self.since = since
        self.actor = actor
    }

    /// What came before this day is erased today.
    package func end(on today: LocalDay) -> LocalDay { today.adding(days: -days) }
}

/// What one run erased.
package struct RetentionRun: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let purpose: RetentionPurpose
        /// Whatever came before this day.
        package let before: LocalDay
        package let count: Int

        package init(purpose: RetentionPurpose, before: LocalDay, count: Int) {
            self.purpose = purpose
            self.before = before
            self.count = count
        }
    }

    package let id: Int64
    package let at: Date
    package let lines: [Line]

    package init(id: Int64, at: Date, lines: [Line]) {
        self.id = id
        self.at = at
        self.lines = lines
    }
}

/// What a store says about retention.
package protocol RetentionReading {
    /// One for each purpose, in the order of the purposes.
    func retentionPeriods() throws -> [RetentionPeriod]
    /// Newest first.
    func retentionRuns(limit: Int) throws -> [RetentionRun]
    /// Months whose numbers can be read, oldest first.
    func readableMonths() throws -> [Month]
}

/// What a store does for retention.
package protocol RetentionWriting {
    func insertRetentionPeriod(_ period: RetentionPeriod) throws
    /// - Returns: its id.
    func insertRetentionRun(_ lines: [RetentionRun.Line]) throws -> Int64
    /// Makes data of this purpose from before `day` unreadable for good.
    /// - Returns: how many things were erased.
    func erase(_ purpose: RetentionPurpose, before day: LocalDay) throws -> Int
}
