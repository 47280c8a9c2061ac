package import Foundation

/// What happened to a case: who, when, what was said. The last step that is a state is the case's state.
package struct CaseStep: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case opened, acknowledged, handling, answered, returned, closed
        /// Somebody was told to handle it; the state stays.
        case assigned
        /// The citizen added a word; the state stays.
        case said

        package static let states: [Kind] = [.opened, .acknowledged, .handling, .answered, .returned, .closed]
        /// An answer is awaited.
        package static let open: [Kind] = [.opened, .acknowledged, .handling, .returned]

        package var words: String {
            switch self {
            case .opened: "Chưa tiếp nhận"
            case .acknowledged: "Đã tiếp nhận"
            case .handling: "Đang xử lý"
            case .answered: "Đã trả lời"
            case .returned: "Người dân báo chưa được giải quyết"
            case .closed: "Đã kết thúc"
            case .assigned: "Giao người xử lý"
            case .said: "Người đánh giá viết thêm"
            }
        }
    }

    package var alert: Int64
    package var kind: Kind
    package var at: Date
    /// As in the journal.
    package var actor: String
    /// An answer, a citizen's word, a note.
    package var text: String
    /// Of answers since there are findings.
    package var finding: Finding?
    /// What was done, for the office; with an answer.
    package var measure: String?
    /// Whom `assigned` names.
    package var handler: Int64?
    /// The deadline that `opened` and `returned` set.
    package var dueAt: Date?

    package init(
        alert: Int64, kind: Kind, at: Date, actor: String, text: String = "", finding: Finding? = nil,
        measure: String? = nil, handler: Int64? = nil, dueAt: Date? = nil
    ) {
        self.alert = alert
        self.kind = kind
        self.at = at
        self.actor = actor
        self.text = text
        self.finding = finding
        self.measure = measure
        self.handler = handler
        self.dueAt = dueAt
    }

    /// Whether a citizen wrote `text`: it is for those who may read comments.
    package var isCitizens: Bool { kind == .said || kind == .returned }
}

/// What looking into a case brought to light.
package enum Finding: String, Codable, Sendable, CaseIterable {
    case confirmed, unfounded, unclear

    package var words: String {
        switch self {
        case .confirmed: "Phản ánh đúng"
        case .unfounded: "Phản ánh không đúng"
        case .unclear: "Chưa đủ căn cứ để kết luận"
        }
    }
}

/// The first time somebody opened a case.
package struct CaseOpening: Sendable, Hashable {
    package var user: Int64
    package var at: Date

    package init(user: Int64, at: Date) {
        self.user = user
        self.at = at
    }
}
