package import Foundation

/// Cảnh báo thống kê: at a desk, or with an official, dissatisfied ratings have become more frequent than chance allows.
/// It stands beside the alert of the single bad rating and never replaces it.
package struct Alarm: Hashable, Sendable {
    package var id: Int64
    package var subject: Watched
    /// The home unit of the desk or the official when it was raised: whose head sees it.
    package var unit: ID<Unit>
    package var raisedAt: Date
    /// The stretch of ratings in which it built up; both ends included.
    package var firstRating: Int64
    package var lastRating: Int64
    package var firstDay: LocalDay
    package var lastDay: LocalDay
    /// Ratings of the stretch, and how many of them are at level 1 or 2.
    package var n: Int
    package var negatives: Int
    /// Oldest first.
    package var steps: [AlarmStep]

    package init(
        id: Int64, subject: Watched, unit: ID<Unit>, raisedAt: Date, firstRating: Int64, lastRating: Int64,
        firstDay: LocalDay, lastDay: LocalDay, n: Int, negatives: Int, steps: [AlarmStep] = []
    ) {
        self.id = id
        self.subject = subject
        self.unit = unit
        self.raisedAt = raisedAt
        self.firstRating = firstRating
        self.lastRating = lastRating
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.n = n
        self.negatives = negatives
        self.steps = steps
    }

    /// Nobody has said what came of it.
    package var isOpen: Bool { steps.isEmpty }
    package var isWithdrawn: Bool { steps.contains { $0.kind == .withdrawn } }
}

/// What became of an alarm.
package struct AlarmStep: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Somebody looked into it and wrote down what they found.
        case acknowledged
        /// Ratings of its stretch were corrected to somebody else; whoever it is about is looked at anew.
        case withdrawn
    }

    package var kind: Kind
    package var at: Date
    /// As in the journal.
    package var actor: String
    package var note: String

    package init(kind: Kind, at: Date, actor: String, note: String) {
        self.kind = kind
        self.at = at
        self.actor = actor
        self.note = note
    }

    /// Characters.
    package static let longestNote = 1_000
}

/// Which alarms.
package struct AlarmFilter: Hashable, Sendable {
    package var scope: Scope
    package var subject: Watched?
    package var onlyOpen: Bool
    /// Those whose stretch ended on this day or later.
    package var since: LocalDay?

    package init(scope: Scope, subject: Watched? = nil, onlyOpen: Bool = false, since: LocalDay? = nil) {
        self.scope = scope
        self.subject = subject
        self.onlyOpen = onlyOpen
        self.since = since
    }

    /// Days for which an alarm that nobody answered stays on the home page: what is older is history.
    package static let freshDays = 90
}

extension Reading {
    /// Open alarms that are still of today.
    package func freshAlarms(scope: Scope) throws -> [Alarm] {
        let since = LocalDay(now).adding(days: -AlarmFilter.freshDays)
        return try alarms(AlarmFilter(scope: scope, onlyOpen: true, since: since), limit: 100)
    }
}

extension Writing {
    /// Writes down what somebody found; the alarm is then no longer open.
    /// - Throws: `Refusal.notFound`, also for an alarm that was withdrawn; `Refusal.invalid`.
    package func acknowledgeAlarm(_ id: Int64, note typed: String, scope: Scope) throws {
        guard let alarm = try alarm(id, scope: scope), !alarm.isWithdrawn else { throw Refusal.notFound }
        let note = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        var problems = FormProblems()
        if note.isEmpty {
            problems.add("note", "Xin ghi đã xem xét thế nào, ví dụ: đã trao đổi với quầy, do mất điện.")
        }
        if note.unicodeScalars.count > AlarmStep.longestNote {
            problems.add("note", "Ghi chú dài nhất \(AlarmStep.longestNote) chữ cái.")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try insertAlarmStep(AlarmStep(kind: .acknowledged, at: now, actor: actor.label, note: note), alarm: id)
        try log(.alarmAcknowledged, about: "alarm:\(id)")
    }
}
