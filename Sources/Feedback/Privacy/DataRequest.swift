package import Foundation

/// Yêu cầu về dữ liệu cá nhân: somebody who holds a receipt asks what we hold about that rating, or wants it changed.
/// Rights: Law 91/2025/QH15, Art. 4; terms: Decree 356/2025/NĐ-CP, Art. 5 (`DataRequest.Term`).
package struct DataRequest: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// See what is held, with a copy.
        case copy
        case correct
        case delete
        /// Take back the consent to be called.
        case withdraw
        case restrict
        case object

        /// Whether nobody calls about the rating once it is done.
        package var stopsCalls: Bool { self == .withdraw || self == .restrict || self == .object }

        package var words: String {
            switch self {
            case .copy: "Xem và nhận bản sao"
            case .correct: "Sửa lời góp ý"
            case .delete: "Xóa số điện thoại"
            case .withdraw: "Rút lại đồng ý gọi lại"
            case .restrict: "Hạn chế sử dụng"
            case .object: "Phản đối sử dụng"
            }
        }
    }

    package var id: Int64
    package var code: RequestCode
    package var rating: Int64
    package var kind: Kind
    /// In the person's own words; may be empty.
    package var wish: String
    package var receivedAt: Date
    /// The last day for a first reply.
    package var replyBy: LocalDay
    /// The last day for the whole, as it was promised at first.
    package var dueBy: LocalDay
    package var repliedAt: Date?
    /// The last day after the one extension.
    package var extendedTo: LocalDay?
    /// Answered or refused; nil while it is open.
    package var outcome: DataRequestStep.Kind?

    package init(
        id: Int64, code: RequestCode, rating: Int64, kind: Kind, wish: String, receivedAt: Date, replyBy: LocalDay,
        dueBy: LocalDay, repliedAt: Date? = nil, extendedTo: LocalDay? = nil, outcome: DataRequestStep.Kind? = nil
    ) {
        self.id = id
        self.code = code
        self.rating = rating
        self.kind = kind
        self.wish = wish
        self.receivedAt = receivedAt
        self.replyBy = replyBy
        self.dueBy = dueBy
        self.repliedAt = repliedAt
        self.extendedTo = extendedTo
        self.outcome = outcome
    }

    /// "YC-000012", as people say it.
    package var number: String { "YC-" + Month.padded(Int(id), 6) }
    package var isOpen: Bool { outcome == nil }
    /// The last day for the whole, as it stands now.
    package var lastDay: LocalDay { extendedTo ?? dueBy }
    /// The last day of what comes next: the first reply, then the whole.
    package var nextDay: LocalDay { repliedAt == nil ? min(replyBy, lastDay) : lastDay }
    package func isOverdue(on day: LocalDay) -> Bool { isOpen && nextDay < day }
}

/// What happened to a request: who, when, what was said. The person reads the text behind the request code.
package struct DataRequestStep: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case received, replied, extended, answered, refused

        package var words: String {
            switch self {
            case .received: "Đã nhận yêu cầu"
            case .replied: "Đã phản hồi"
            case .extended: "Đã gia hạn"
            case .answered: "Đã thực hiện"
            case .refused: "Không thực hiện được"
            }
        }
    }

    package var request: Int64
    package var kind: Kind
    package var at: Date
    /// As in the journal.
    package var actor: String
    package var text: String
    /// The new last day; only of an extension.
    package var dueBy: LocalDay?

    package init(
        request: Int64, kind: Kind, at: Date, actor: String, text: String = "", dueBy: LocalDay? = nil
    ) {
        self.request = request
        self.kind = kind
        self.at = at
        self.actor = actor
        self.text = text
        self.dueBy = dueBy
    }
}

/// The code behind which the answer waits: 13 Crockford characters, 65 bits. Another one than the receipt's, because a
/// receipt is shown around and an answer may hold personal data.
package struct RequestCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package static let length = 13
    package let rawValue: String

    package init?(_ typed: some StringProtocol) {
        guard let code = Crockford.normalized(typed, count: Self.length) else { return nil }
        rawValue = code
    }

    package init?(rawValue: String) { self.init(rawValue) }

    package init(random: [UInt8]) { rawValue = Crockford.code(Self.length, from: random) }

    package var description: String { rawValue }
}

/// What waits at the officer's desk.
package struct DataRequestLoad: Sendable, Hashable {
    package var open: Int
    /// Of these, past the first reply's day or the last day.
    package var overdue: Int
    /// The nearest day of something that is not done yet.
    package var nextDay: LocalDay?
    /// Incidents that are not closed.
    package var incidents: Int
    /// When the first of these must be with the authority; nil: all were notified or need not be.
    package var notifyBy: Date?

    package init(
        open: Int = 0, overdue: Int = 0, nextDay: LocalDay? = nil, incidents: Int = 0, notifyBy: Date? = nil
    ) {
        self.open = open
        self.overdue = overdue
        self.nextDay = nextDay
        self.incidents = incidents
        self.notifyBy = notifyBy
    }
}
