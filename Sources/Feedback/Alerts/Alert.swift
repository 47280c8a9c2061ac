package import Foundation

/// Cảnh báo: a bad rating, told to those who answer for the unit, and open as a case until it is answered.
package struct Alert: Sendable, Hashable {
    package var id: Int64
    package var rating: Int64
    package var desk: ID<Desk>
    package var unit: ID<Unit>
    package var category: ID<AlertPolicy.Category>
    package var raisedAt: Date
    /// When an answer is due, in working hours from `raisedAt`.
    package var dueAt: Date
    /// Whether the case is kept from the unit's own head.
    package var bypassesHead: Bool
    /// The name of the head of the rated unit on that day.
    package var headName: String
    package var step: CaseStep.Kind

    package init(
        id: Int64, rating: Int64, desk: ID<Desk>, unit: ID<Unit>, category: ID<AlertPolicy.Category>, raisedAt: Date,
        dueAt: Date, bypassesHead: Bool, headName: String, step: CaseStep.Kind
    ) {
        self.id = id
        self.rating = rating
        self.desk = desk
        self.unit = unit
        self.category = category
        self.raisedAt = raisedAt
        self.dueAt = dueAt
        self.bypassesHead = bypassesHead
        self.headName = headName
        self.step = step
    }

    /// "VV-000123", as people say it.
    package var number: String { "VV-" + Month.padded(Int(id), 6) }
    package var isOpen: Bool { step != .answered && step != .closed }
}

/// What happened to a case: who, when, what was said. The last step is its state.
package struct CaseStep: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case opened, acknowledged, answered, closed

        package var words: String {
            switch self {
            case .opened: "Chưa tiếp nhận"
            case .acknowledged: "Đã tiếp nhận"
            case .answered: "Đã trả lời"
            case .closed: "Đã kết thúc"
            }
        }
    }

    package var alert: Int64
    package var kind: Kind
    package var at: Date
    /// As in the journal.
    package var actor: String
    package var text: String

    package init(alert: Int64, kind: Kind, at: Date, actor: String, text: String = "") {
        self.alert = alert
        self.kind = kind
        self.at = at
        self.actor = actor
        self.text = text
    }
}

/// What a store says about alerts.
package protocol AlertReading {
    /// Nil when there is none in this scope.
    func alert(_ id: Int64, scope: Scope) throws -> Alert?
    func alert(ofRating id: Int64) throws -> Alert?
    /// Newest first.
    func alerts(scope: Scope, onlyOpen: Bool, limit: Int) throws -> [Alert]
    /// How many are open, and how many of these are past their deadline.
    func openAlerts(scope: Scope) throws -> (open: Int, overdue: Int)
    func caseSteps(of alert: Int64) throws -> [CaseStep]
    func rating(id: Int64) throws -> Rating?
}

/// What a store does for alerts.
package protocol AlertWriting {
    /// - Returns: the id.
    func insertAlert(_ alert: Alert) throws -> Int64
    func insertCaseStep(_ step: CaseStep) throws
}
