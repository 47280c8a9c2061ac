import Feedback

/// The one large figure of a page, with all that belongs to it.
struct Headline: Sendable {
    /// "Tháng 11/2026: 93,14 % hài lòng, không khác rõ so với tháng 10/2026"
    let sentence: String
    let figure: FigureText
    let ratings: String
    let ratingsHref: String?
    let change: String
    let previous: String
    let rule: String
    let target: String?

    init(
        period: Period, isRunning: Bool, of owner: Measured.Owner = .anything, measured: Measured, previous: Measured,
        change: Change, rule: FigureRule, target: Target?, ratingsHref: String?
    ) {
        let last = period.previous
        figure = FigureText(measured, of: owner)
        ratings = Formats.count(measured.ratings)
        self.ratingsHref = measured.ratings == 0 ? nil : ratingsHref
        self.change = change.words(since: last)
        let before = FigureText(previous, of: owner)
        self.previous =
            "\(Formats.period(last).firstUppercased): \(before.share ?? before.note ?? "không hiện"), n\u{A0}=\u{A0}\(before.n)"
        self.rule = rule.words
        self.target = target.map { TargetLine($0, measured, owner).words }
        sentence = Self.sentence(period, isRunning, figure, change)
    }

    init(
        month: Month, isRunning: Bool, of owner: Measured.Owner = .anything, measured: Measured, previous: Measured,
        change: Change, rule: FigureRule, target: Target?, ratingsHref: String?
    ) {
        self.init(
            period: Period(month), isRunning: isRunning, of: owner, measured: measured, previous: previous,
            change: change, rule: rule, target: target, ratingsHref: ratingsHref)
    }

    private static func sentence(
        _ period: Period, _ isRunning: Bool, _ figure: FigureText, _ change: Change
    ) -> String {
        let subject = Formats.period(period).firstUppercased + (isRunning ? " đến hôm nay" : "")
        guard let share = figure.share else { return "\(subject): \(figure.note ?? "quá ít phiếu để nói")" }
        return "\(subject): \(share) hài lòng, \(change.words(since: period.previous))"
    }
}

/// A target or a benchmark beside the figure: its value, its method, and whether it is reached.
struct TargetLine: Sendable {
    /// "Mục tiêu 2026 90 %: đã đạt"
    let words: String
    let name: String
    let value: String
    /// How it was measured; with a warning where that is not our way.
    let method: String
    let isOther: Bool
    let verdict: String

    init(_ target: Target, _ measured: Measured, _ owner: Measured.Owner = .anything) {
        let isRound = (target.value * 100).rounded() == target.value * 100
        name = target.name
        value = Formats.percent(target.value, decimals: isRound ? 0 : 2)
        isOther = !target.sameMethod
        method = target.method
        let note = isOther ? " (khác phương pháp)" : ""
        let standing = Standing(of: measured, to: target, owner: owner)
        verdict = isOther ? standing.wordsBesideBenchmark : standing.words
        words = "\(name) \(value)\(note)" + (standing == .unknown ? "" : ": \(verdict)")
    }
}

extension Standing {
    fileprivate var words: String {
        switch self {
        case .unknown: "chưa đủ phiếu để nói"
        case .reached: "đã đạt"
        case .missed: "chưa đạt"
        case .unsure: "chưa đủ chắc là đạt hay chưa"
        }
    }

    /// Another method measures something else: nobody reaches or misses it.
    fileprivate var wordsBesideBenchmark: String {
        switch self {
        case .unknown: "chưa đủ phiếu để nói"
        case .reached: "cao hơn"
        case .missed: "thấp hơn"
        case .unsure: "ngang mức này"
        }
    }
}

extension Change {
    func words(since period: Period) -> String {
        let name = Formats.period(period)
        return switch self {
        case .unknown: "chưa đủ phiếu để so với \(name)"
        case .same: "không khác rõ so với \(name)"
        case .higher: "cao hơn rõ so với \(name)"
        case .lower: "thấp hơn rõ so với \(name)"
        }
    }

    /// Whether chance alone may have made it.
    var sureness: String? {
        switch self {
        case .unknown: nil
        case .same: "chênh lệch này có thể chỉ do ngẫu nhiên"
        case .higher, .lower: "chênh lệch này khó là ngẫu nhiên"
        }
    }
}

extension FigureRule {
    /// Printed under the figures.
    var words: String {
        switch self {
        case .overallQuestion(let text): "Tính theo câu hỏi chung: “\(text)”."
        case .pooled: "Tính gộp mọi câu trả lời của các tiêu chí."
        case .criterion(let text): "Chỉ tính tiêu chí: “\(text)”."
        }
    }
}

extension String {
    var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
