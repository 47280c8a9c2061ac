package import Foundation

/// Sự cố: personal data that were lost, seen or used by whom they should not have been. The record that Law
/// 91/2025/QH15, Art. 23, and Decree 356/2025/NĐ-CP, Art. 28, ask for; what it says goes into Form 08.
package struct Incident: Sendable, Hashable {
    /// From detection until the specialised police authority must know, in real hours: nights and holidays count.
    package static let notifyWithin: TimeInterval = 72 * 3_600

    package var id: Int64
    package var detectedAt: Date
    /// As they stand now.
    package var facts: IncidentFacts
    /// When the authority was told.
    package var notifiedAt: Date?
    /// Somebody decided, with a reason, that no harm is possible and the authority need not be told.
    package var needsNoNotice: Bool
    package var closedAt: Date?

    package init(
        id: Int64, detectedAt: Date, facts: IncidentFacts, notifiedAt: Date? = nil, needsNoNotice: Bool = false,
        closedAt: Date? = nil
    ) {
        self.id = id
        self.detectedAt = detectedAt
        self.facts = facts
        self.notifiedAt = notifiedAt
        self.needsNoNotice = needsNoNotice
        self.closedAt = closedAt
    }

    /// "SC-0003", as people say it.
    package var number: String { "SC-" + Month.padded(Int(id), 4) }
    package var isOpen: Bool { closedAt == nil }
    package var notifyBy: Date { detectedAt.addingTimeInterval(Self.notifyWithin) }
    /// Whether the clock runs.
    package var mustNotify: Bool { isOpen && notifiedAt == nil && !needsNoNotice }
    package var subject: String { "incident:\(id)" }
}

/// What is known about an incident. Each saving is a new row: what was believed earlier stays readable.
package struct IncidentFacts: Sendable, Hashable {
    /// What happened, where, how.
    package var what: String
    /// Who found it, and how.
    package var foundBy: String
    /// Which data.
    package var data: String
    /// How many people, in words: it is often "khoảng 40, đang rà soát" at first.
    package var people: String
    package var consequences: String
    package var measures: String

    package init(
        what: String, foundBy: String, data: String = "", people: String = "", consequences: String = "",
        measures: String = ""
    ) {
        self.what = what
        self.foundBy = foundBy
        self.data = data
        self.people = people
        self.consequences = consequences
        self.measures = measures
    }
}

/// What was done about an incident: who, when, what.
package struct IncidentStep: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// `notifiedAuthority` stops the clock; `noNotice` does, with a reason.
        case opened, noted, notifiedAuthority, notifiedPeople, noNotice, closed

        package var words: String {
            switch self {
            case .opened: "Mở hồ sơ sự cố"
            case .noted: "Ghi thêm"
            case .notifiedAuthority: "Đã thông báo cơ quan chuyên trách"
            case .notifiedPeople: "Đã thông báo người bị ảnh hưởng, nơi khác"
            case .noNotice: "Không phải thông báo"
            case .closed: "Kết thúc"
            }
        }
    }

    package var incident: Int64
    package var kind: Kind
    /// When it was written down.
    package var at: Date
    /// When it happened, for what was told to somebody.
    package var happenedAt: Date
    /// As in the journal.
    package var actor: String
    package var text: String

    package init(
        incident: Int64, kind: Kind, at: Date, happenedAt: Date, actor: String, text: String = ""
    ) {
        self.incident = incident
        self.kind = kind
        self.at = at
        self.happenedAt = happenedAt
        self.actor = actor
        self.text = text
    }
}
