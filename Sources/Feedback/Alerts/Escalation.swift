package import Foundation

/// Chuyển cấp: a case that nobody took on in time went one level up.
package struct Escalation: Sendable, Hashable {
    package enum Level: String, Sendable, CaseIterable {
        /// Others who lead the rated unit.
        case deputy
        /// Those who lead the authority.
        case leadership
        case homeAffairs

        package var words: String {
            switch self {
            case .deputy: "phó thủ trưởng đơn vị"
            case .leadership: "lãnh đạo"
            case .homeAffairs: "cơ quan nội vụ"
            }
        }
    }

    package var alert: Int64
    package var level: Level
    package var at: Date

    package init(alert: Int64, level: Level, at: Date) {
        self.alert = alert
        self.level = level
        self.at = at
    }
}

/// A case that somebody has to take on before `dueAt`.
package struct EscalationWatch: Sendable, Hashable {
    package var alert: Int64
    package var dueAt: Date

    package init(alert: Int64, dueAt: Date) {
        self.alert = alert
        self.dueAt = dueAt
    }
}

/// What a store says about cases that went up.
package protocol EscalationReading {
    /// Oldest first.
    func escalations(ofAlert id: Int64) throws -> [Escalation]
    /// When the next case goes up unless somebody takes it on; nil when none is watched.
    func nextEscalationDue() throws -> Date?
}

/// What a store does for cases that go up.
package protocol EscalationWriting {
    /// Watches a case; for one that is watched already, moves the moment.
    func setWatch(_ watch: EscalationWatch) throws
    func endWatch(ofAlert id: Int64) throws
    /// Those whose moment has come, the earliest first.
    func watchesDue(limit: Int) throws -> [EscalationWatch]
    func insertEscalation(_ escalation: Escalation) throws
}
