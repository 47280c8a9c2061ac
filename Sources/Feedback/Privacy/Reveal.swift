package import Foundation

/// Why somebody of the staff opened a phone number. The journal has the kind; the words stand in a table of their own,
/// because people write names into them.
package enum RevealReason: String, Sendable, CaseIterable {
    case caseWork = "case"
    case verification, doubt
    case dataRequest = "data-request"
    case other
    /// The box was ticked: no words are asked for.
    case callback

    /// What can be chosen; a consented call is no choice.
    package static let chosen: [RevealReason] = [.caseWork, .verification, .doubt, .dataRequest, .other]

    package var words: String {
        switch self {
        case .caseWork: "Giải quyết vụ việc, cần hỏi rõ"
        case .verification: "Phúc tra đánh giá"
        case .doubt: "Nghi đánh giá không thật"
        case .dataRequest: "Yêu cầu về dữ liệu của chính người đánh giá"
        case .other: "Việc khác"
        case .callback: "Gọi lại, người đánh giá đã cho phép"
        }
    }
}

/// A number that was shown: who looked, when, and why.
package struct Reveal: Sendable, Hashable {
    package static let shortestWords = 10
    package static let longestWords = 200

    package var id: Int64
    package var rating: Int64
    package var user: Int64
    package var at: Date
    package var reason: RevealReason
    /// 10..200 characters; empty for a consented call.
    package var words: String

    package init(id: Int64 = 0, rating: Int64, user: Int64, at: Date, reason: RevealReason, words: String) {
        self.id = id
        self.rating = rating
        self.user = user
        self.at = at
        self.reason = reason
        self.words = words
    }
}

/// A reveal in the list of them, with what it was about.
package struct RevealLine: Sendable, Hashable {
    package let reveal: Reveal
    package let name: String
    package let desk: ID<Desk>
    package let unit: ID<Unit>
    package let ratedAt: Date
    /// "VV-000123", if there is a case about that rating.
    package let caseNumber: String?

    package init(reveal: Reveal, name: String, desk: ID<Desk>, unit: ID<Unit>, ratedAt: Date, alert: Int64?) {
        self.reveal = reveal
        self.name = name
        self.desk = desk
        self.unit = unit
        self.ratedAt = ratedAt
        caseNumber = alert.map { "VV-" + Month.padded(Int($0), 6) }
    }
}

/// Which reveals.
package struct RevealFilter: Sendable, Hashable {
    package var reason: RevealReason?
    package var user: Int64?
    package var rating: Int64?

    package init(reason: RevealReason? = nil, user: Int64? = nil, rating: Int64? = nil) {
        self.reason = reason
        self.user = user
        self.rating = rating
    }
}

/// What a store says about phones. None of it gives a number to whoever does not call it.
package protocol PhoneReading {
    /// "090•••123"; nil when there is no number, or it can no longer be read.
    func maskedPhone(of rating: Int64) throws -> String?
    /// Newest first; past what bypasses the head unless the scope is whole.
    func reveals(_ filter: RevealFilter, scope: Scope, limit: Int) throws -> [RevealLine]
    /// Oldest first.
    func calls(about rating: Int64) throws -> [Call]
    /// The number, for whoever has claimed this call and as long as it lasts; nil for everybody else.
    func calledPhone(_ call: Int64, by user: Int64) throws -> Phone?
}

/// What a store does for phones.
package protocol PhoneWriting {
    /// The number itself. Ask for it only in a verb that leaves a `Reveal`.
    func openPhone(of rating: Int64) throws -> Phone?
    /// - Returns: its id.
    func insertReveal(_ reveal: Reveal) throws -> Int64
    func insertCall(_ call: Call) throws -> Int64
    func endCall(_ call: Int64, _ outcome: Call.Outcome, note: String, at: Date) throws
}
