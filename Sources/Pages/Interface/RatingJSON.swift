package import Feedback
import Foundation

/// Some ratings of a period as another program reads them: never a phone, a tag, a receipt, a nonce.
package struct RatingsJSON: Sendable {
    package let period: Period
    package let ratings: [Rating]
    /// Where the next part begins; nil: this is the last one.
    package let next: RatingPlace?
    /// What the key reads.
    package let reaches: Set<TokenReach>

    package init(period: Period, ratings: [Rating], next: RatingPlace?, reaches: Set<TokenReach>) {
        self.period = period
        self.ratings = ratings
        self.next = next
        self.reaches = reaches
    }

    package func json(isRunning: Bool) -> JSONValue {
        .object([
            ("period", period.json(isRunning: isRunning)), ("next", .text(next?.rawValue)),
            ("ratings", .list(ratings.map(rating))),
        ])
    }

    private func rating(_ rating: Rating) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("id", .integer(Int(rating.id))), ("day", .text(rating.localDay.rawValue)),
            ("hour", .integer(Month.localHour(rating.receivedAt))), ("unit", .text(rating.unit.rawValue)),
            ("desk", .text(rating.desk.rawValue)), ("field", .text(rating.field?.rawValue)),
            ("procedure", .text(rating.procedure?.rawValue)), ("channel", .text(rating.channel.rawValue)),
            ("evidence", .text(rating.evidence.rawValue)), ("stage", .text(rating.stage?.rawValue)),
            ("respondent", .text(rating.respondent?.rawValue)),
            ("questionnaire", .text(rating.questionnaire.rawValue)),
            (
                "answers",
                .object(rating.answers.all.map { ($0.criterion.rawValue, .integer($0.level.rawValue)) })
            ),
            ("reasons", .list(rating.reasons.map { .text($0.rawValue) })),
            ("flags", .list(rating.flags.map { .text($0.rawValue) })),
        ]
        if reaches.contains(.officials) { members.append(("official", .text(rating.official?.rawValue))) }
        if reaches.contains(.comments) { members.append(("comment", .text(rating.comment))) }
        return .object(members)
    }
}
