import Feedback
import Foundation

/// Everything that is going to happen, in order, each at a moment of its own.
struct DemoPlan {
    struct Event: Sendable {
        enum Kind: Sendable {
            case rating(DemoRating)
            /// The mail server takes what is due.
            case delivery
            /// About the rating with this place in the plan.
            case acknowledgement(of: Int)
            case handling(of: Int)
            case answer(to: Int, CaseAnswer)
            /// The citizen says that the answer settled nothing.
            case returning(of: Int, CitizenWord)
            /// The head ends an answered case.
            case closing(of: Int)
            /// Cases that were answered a week ago end by themselves.
            case upkeep
        }

        var at: Date
        let kind: Kind
        let actor: Actor
        /// The rating's place in the plan, for ratings.
        var rating: Int?
    }

    private(set) var events: [Event] = []
    private var draw: DemoDraw
    private var dice: SeededDice
    private let directory: Directory
    private let staff: DemoStaff
    private var ratings = 0

    /// One in eight dossiers brings a rating: 8 to 20 of 100 do (Method.md).
    static let ratingsPerDossier = 0.125
    /// Before `end`, so that the last alert's digest has gone, too.
    static let quiet: TimeInterval = 20 * 60

    init(seed: UInt64, days: ClosedRange<LocalDay>, end: Date, directory: Directory, staff: DemoStaff) {
        dice = SeededDice(seed: seed &+ 1)
        draw = DemoDraw(dice: SeededDice(seed: seed), directory: directory)
        self.directory = directory
        self.staff = staff
        let places = Dictionary(grouping: directory.configuration.desks, by: \.unit)
        let desks = directory.configuration.desks.map { desk in
            DemoDesk(desk, place: places[desk.unit]?.firstIndex(of: desk) ?? 0, in: directory)
        }
        for number in days.lowerBound.number...days.upperBound.number { add(LocalDay(number: number), desks) }
        let last = end.addingTimeInterval(-Self.quiet)
        events.removeAll { event in
            if case .rating = event.kind { return event.at > last }
            return event.at >= end
        }
        events.append(Event(at: end.addingTimeInterval(-1), kind: .delivery, actor: .system))
        settle()
    }

    /// Monday is busiest; a few people come on a Saturday morning where somebody is there.
    private static let weekdays = [1.35, 1.05, 0.95, 0.9, 0.85, 0.05, 0]

    private mutating func add(_ day: LocalDay, _ desks: [DemoDesk]) {
        let hours = directory.configuration.alerts.hours
        guard !hours.holidays.contains(day), let questionnaire = directory.deskQuestionnaire(on: day) else { return }
        let criteria = questionnaire.criteria.map(\.id)
        let isOfficeDay = hours.works(on: day)
        let factor = isOfficeDay && day.weekday > 5 ? 0.8 : Self.weekdays[day.weekday - 1]
        for desk in desks {
            let mean = desk.dossiersPerMonth * Self.ratingsPerDossier / 21 * factor
            var second = 0
            for place in 0..<draw.count(mean) {
                // The suspicious desk's ratings come one after the other at the end of the day.
                let isBurst = desk.character == .suspicious && place > 0
                second = isBurst ? second + dice.whole(6...40) : draw.second(isOfficeDay: isOfficeDay)
                if desk.character == .suspicious && !isBurst { second = 16 * 3_600 + dice.whole(0...1_800) }
                let rating = draw.rating(at: desk, on: day, criteria: criteria)
                let moment = day.start.addingTimeInterval(Double(second))
                add(rating, at: moment)
                // Somebody thinks again and sends another one: it takes the place of the first.
                if dice.happens(0.007) {
                    var again = draw.rating(at: desk, on: day, criteria: criteria)
                    again.phone = rating.phone
                    add(again, at: moment.addingTimeInterval(Double(dice.whole(120...2_400))))
                }
            }
        }
        if isOfficeDay {
            events.append(Event(at: day.start.addingTimeInterval(22.5 * 3_600), kind: .delivery, actor: .system))
            events.append(Event(at: day.start.addingTimeInterval(22.6 * 3_600), kind: .upkeep, actor: .system))
        }
    }

    private mutating func add(_ rating: DemoRating, at moment: Date) {
        let place = ratings
        ratings += 1
        events.append(Event(at: moment, kind: .rating(rating), actor: .citizen, rating: place))
        let policy = directory.configuration.alerts
        guard
            let category = policy.category(lowest: rating.lowest, reasons: rating.reasons, comment: rating.comment)
        else { return }
        events.append(Event(at: moment.addingTimeInterval(1.5), kind: .delivery, actor: .system))
        // One case in twenty-five is left lying; most are taken within the hour and answered in a day or two.
        guard !dice.happens(0.04) else { return }
        let isSlow = dice.happens(0.06)
        let taken = dice.whole(4...90) * (isSlow ? 8 : 1)
        let answered = taken + dice.whole(60...(category.answerWithin * (isSlow ? 90 : 50)))
        let actor = category.bypassesHead ? staff.homeAffairs : staff.head(of: rating.unit, in: directory)
        let hours = policy.hours
        events.append(
            Event(at: hours.deadline(after: moment, minutes: taken), kind: .acknowledgement(of: place), actor: actor))
        if dice.happens(0.7) {
            events.append(
                Event(at: hours.deadline(after: moment, minutes: taken + 20), kind: .handling(of: place), actor: actor))
        }
        follow(place, answeredAt: hours.deadline(after: moment, minutes: answered), actor, category.answerWithin)
    }

    /// The answer, and what came of it: one in ten citizens is not content, a few cases are ended by hand.
    private mutating func follow(_ place: Int, answeredAt: Date, _ actor: Actor, _ answerWithin: Int) {
        let hours = directory.configuration.alerts.hours
        guard let answer = answer() else { return }
        events.append(Event(at: answeredAt, kind: .answer(to: place, answer), actor: actor))
        if dice.happens(0.1), let word = try? CitizenWord(typed: dice.one(of: DemoWords.returns, else: "Chưa được.")) {
            let returned = answeredAt.addingTimeInterval(Double(dice.whole(2...96)) * 3_600)
            events.append(Event(at: returned, kind: .returning(of: place, word), actor: .citizen))
            guard !dice.happens(0.1), let second = self.answer() else { return }
            let answered = hours.deadline(after: returned, minutes: dice.whole(90...(answerWithin * 50)))
            events.append(
                Event(at: hours.deadline(after: returned, minutes: 30), kind: .handling(of: place), actor: actor))
            events.append(Event(at: answered, kind: .answer(to: place, second), actor: actor))
        } else if dice.happens(0.15) {
            let closed = hours.deadline(after: answeredAt.addingTimeInterval(2 * 86_400), minutes: 60)
            events.append(Event(at: closed, kind: .closing(of: place), actor: actor))
        }
    }

    private mutating func answer() -> CaseAnswer? {
        let words = dice.one(of: DemoWords.answers, else: (.unclear, "", "Đã tiếp thu."))
        return try? CaseAnswer(text: words.text, finding: words.finding, measure: words.measure)
    }

    /// Sorts, and moves events of the same millisecond apart: the moment tells the event.
    private mutating func settle() {
        let order = events.indices.sorted { (events[$0].at, $0) < (events[$1].at, $1) }
        events = order.map { events[$0] }
        var last = 0
        for index in events.indices {
            last = max(events[index].at.millisecond, last + 1)
            // A fifth of a millisecond more, so that a store may cut or round to milliseconds and mean the same.
            events[index].at = Date(timeIntervalSince1970: (Double(last) + 0.2) / 1_000)
        }
    }
}

extension Date {
    /// Since 1970, to the nearest.
    var millisecond: Int { Int((timeIntervalSince1970 * 1_000).rounded()) }
}

/// Who acts on cases: the demo's accounts, the program itself where nobody has one.
struct DemoStaff: Sendable {
    let homeAffairs: Actor
    private let heads: [ID<Feedback.Unit>: Actor]

    init(_ users: [User]) {
        homeAffairs =
            users.first { $0.grants.contains { $0.role == .homeAffairs } }.map { .user($0.id) } ?? .system
        let pairs = users.flatMap { user in
            user.grants.filter { $0.role == .head }.compactMap { grant in grant.unit.map { ($0, Actor.user(user.id)) } }
        }
        heads = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The account of the unit's head, or of the nearest one above.
    func head(of unit: ID<Feedback.Unit>, in directory: Directory) -> Actor {
        var next: ID<Feedback.Unit>? = unit
        for _ in 0..<16 {
            guard let current = next else { break }
            if let head = heads[current] { return head }
            next = directory.unit(current)?.parent
        }
        return .system
    }
}
