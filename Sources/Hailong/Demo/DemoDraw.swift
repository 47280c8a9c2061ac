import Feedback
import Foundation

/// Draws one rating after the other.
struct DemoDraw {
    private(set) var dice: SeededDice
    private let directory: Directory

    init(dice: SeededDice, directory: Directory) {
        self.dice = dice
        self.directory = directory
    }

    mutating func count(_ mean: Double) -> Int { dice.poisson(mean) }

    /// Seconds after midnight: most before ten, nobody at lunch, a few from home in the evening.
    mutating func second(isOfficeDay: Bool) -> Int {
        if !isOfficeDay { return dice.whole(8 * 3_600...11 * 3_600) }
        if dice.happens(0.03) { return dice.whole(18 * 3_600...(21 * 3_600 + 1_800)) }
        let start = Self.halfHours[dice.index(by: Self.halfHours.map(\.weight))].minute
        return start * 60 + dice.whole(0...1_799)
    }

    private static let halfHours: [(minute: Int, weight: Double)] = [
        (450, 5), (480, 11), (510, 13), (540, 12), (570, 10), (600, 7), (630, 6), (660, 4), (690, 0.15), (780, 0.15),
        (810, 6), (840, 8), (870, 7), (900, 6), (930, 5), (960, 4), (990, 2),
    ]

    mutating func rating(at desk: DemoDesk, on day: LocalDay, criteria: [ID<Criterion>]) -> DemoRating {
        let onDuty = directory.officials(at: desk.desk.id, on: day)
        let chosen = onDuty.count > 1 && dice.happens(0.85) ? onDuty.randomElement(using: &dice) : nil
        let rated = onDuty.count == 1 ? onDuty.first : chosen
        let levels = levels(mood: dice.index(by: desk.moods) + 1, criteria, isSteady: desk.character == .suspicious)
        let lowest = levels.map(\.level).min() ?? 5
        let words: (text: String?, reason: Reason?) =
            desk.character == .suspicious ? (nil, nil) : comment(lowest: lowest)
        let isFast = desk.character == .suspicious && dice.happens(0.4)
        return DemoRating(
            desk: desk.desk.id, official: chosen?.id, unit: rated?.unit ?? desk.desk.unit, levels: levels,
            reasons: words.reason.map { [$0] } ?? [], comment: words.text, phone: phone(),
            mayCallBack: dice.happens(lowest <= 2 ? 0.5 : 0.1),
            procedure: procedure(at: desk.desk, on: day),
            stage: dice.happens(0.7) ? (dice.happens(0.6) ? .received : .submitted) : nil,
            respondent: dice.happens(0.5) ? (dice.happens(0.88) ? .person : .organization) : nil,
            channel: channel(), thinking: Double(isFast ? dice.whole(2...4) : dice.whole(18...240)))
    }

    /// Answers follow the mood of the visit; one in six strays by a level, a few stay blank. The last question,
    /// on the whole, is the mood itself.
    private mutating func levels(
        mood: Int, _ criteria: [ID<Criterion>], isSteady: Bool
    ) -> [(criterion: ID<Criterion>, level: Int)] {
        let skips = !isSteady && dice.happens(0.06)
        return criteria.enumerated().compactMap { index, criterion in
            let isLast = index == criteria.count - 1
            if skips && !isLast && dice.happens(0.4) { return nil }
            guard !isSteady, !isLast, dice.happens(0.16) else { return (criterion, mood) }
            // Somebody content rarely goes down by more than one step, and almost never into the bad ones.
            let step = dice.happens(mood >= 4 ? 0.6 : 0.5) ? -1 : 1
            let level = mood + step
            return (criterion, level == 2 && dice.happens(0.7) ? mood : min(5, max(1, level)))
        }
    }

    private mutating func comment(lowest: Int) -> (text: String?, reason: Reason?) {
        let text: String?
        var reason: Reason?
        switch lowest {
        case 5: text = dice.happens(0.07) ? dice.one(of: DemoWords.praise, else: "") : nil
        case 3, 4:
            text =
                dice.happens(0.08)
                ? dice.one(of: dice.happens(0.5) ? DemoWords.remarks : DemoWords.praise, else: "") : nil
        default:
            switch dice.index(by: [0.035, 0.16, 0.405, 0.4]) {
            case 0:
                reason = .unofficialPayment
                text = dice.happens(0.6) ? dice.one(of: DemoWords.bribes, else: "") : nil
            case 1:
                reason = dice.happens(0.6) ? .disrespect : nil
                text = dice.one(of: DemoWords.rude, else: "")
            case 2:
                reason = dice.one(of: [.late, .repeatedSupplements, .passTheBuck, .other], else: .other)
                text = dice.one(of: DemoWords.complaints, else: "")
            default: text = nil
            }
        }
        return (text.map { dice.happens(0.3) ? DemoWords.plain($0) : $0 }, reason)
    }

    /// Two of three remember; what stands first in a list of the field is asked for most.
    private mutating func procedure(at desk: Desk, on day: LocalDay) -> ID<Procedure>? {
        let asked = directory.procedures(at: desk, on: day)
        guard !asked.isEmpty, dice.happens(0.65) else { return nil }
        return asked[dice.index(by: asked.indices.map { 1 / Double($0 + 1) })].id
    }

    private mutating func phone() -> String {
        let digits = String(dice.whole(0...999_999))
        return "0950" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    private mutating func channel() -> Channel {
        [.qr, .paper, .hotline, .screen][dice.index(by: [0.70, 0.25, 0.025, 0.025])]
    }
}
