package import Foundation

/// Gọi lại: one person calls back who rated. The number is theirs to see until the call ends.
package struct Call: Sendable, Hashable {
    package enum Outcome: String, Sendable, CaseIterable {
        case reached
        case noAnswer = "no-answer"
        case wrongNumber = "wrong-number"
        case later
        /// Nobody said how it ended: the claim ran out.
        case lapsed

        /// What can be chosen.
        package static let chosen: [Outcome] = [.reached, .noAnswer, .wrongNumber, .later]

        package var words: String {
            switch self {
            case .reached: "Gặp được"
            case .noAnswer: "Không nghe máy"
            case .wrongNumber: "Số sai, hoặc không phải người đã đánh giá"
            case .later: "Hẹn gọi lại"
            case .lapsed: "Hết giờ, không ghi kết quả"
            }
        }
    }

    /// How long a call is claimed: a quarter of an hour.
    package static let length: TimeInterval = 15 * 60
    package static let longestNote = 500

    package var id: Int64
    package var rating: Int64
    package var user: Int64
    package var at: Date
    /// When the claim runs out.
    package var until: Date
    package var endedAt: Date?
    package var outcome: Outcome?
    package var note: String

    package init(
        id: Int64 = 0, rating: Int64, user: Int64, at: Date, endedAt: Date? = nil, outcome: Outcome? = nil,
        note: String = ""
    ) {
        self.id = id
        self.rating = rating
        self.user = user
        self.at = at
        until = at.addingTimeInterval(Self.length)
        self.endedAt = endedAt
        self.outcome = outcome
        self.note = note
    }

    package func isUnderWay(at now: Date) -> Bool { endedAt == nil && now < until }
    /// Whether the number is still to be seen by whoever calls.
    package func isOf(_ user: Int64, at now: Date) -> Bool { self.user == user && isUnderWay(at: now) }
}
