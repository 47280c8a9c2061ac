import Feedback

/// The one large figure of a page, with all that belongs to it.
struct Headline: Sendable {
    /// "Tháng 11: 93,14 % hài lòng, không khác tháng 10"
    let sentence: String
    let figure: FigureText
    let ratings: String
    let ratingsHref: String?
    let change: String
    let previous: String
    let rule: String
    let target: String?

    init(
        month: Month, isRunning: Bool, of owner: Measured.Owner = .anything, measured: Measured, previous: Measured,
        change: Change, rule: FigureRule,
        target: Target?, ratingsHref: String?
    ) {
        let last = month.previous
        figure = FigureText(measured, of: owner)
        ratings = Formats.count(measured.ratings)
        self.ratingsHref = measured.ratings == 0 ? nil : ratingsHref
        self.change = change.words(since: last)
        let before = FigureText(previous, of: owner)
        self.previous =
            "\(Formats.month(last).firstUppercased): \(before.share ?? before.note ?? "không hiện"), n\u{A0}=\u{A0}\(before.n)"
        self.rule = rule.words
        self.target = target.map { Self.words($0, measured, owner) }
        sentence = Self.sentence(month, isRunning, figure, change)
    }

    private static func sentence(_ month: Month, _ isRunning: Bool, _ figure: FigureText, _ change: Change) -> String {
        let subject = "Tháng \(month.number)" + (isRunning ? " đến nay" : "")
        guard let share = figure.share else { return "\(subject): \(figure.note ?? "quá ít phiếu để nói")" }
        return "\(subject): \(share) hài lòng, \(change.words(since: month.previous))"
    }

    private static func words(_ target: Target, _ measured: Measured, _ owner: Measured.Owner) -> String {
        let isRound = (target.value * 100).rounded() == target.value * 100
        let name = "\(target.name) \(Formats.percent(target.value, decimals: isRound ? 0 : 2))"
        let note = target.sameMethod ? "" : " (khác phương pháp)"
        guard measured.size(of: owner) == .full else { return name + note }
        let interval = measured.figure.interval
        let verdict =
            interval.low >= target.value
            ? "đã đạt" : interval.high < target.value ? "chưa đạt" : "chưa đủ chắc là đạt hay chưa"
        return "\(name)\(note): \(verdict)"
    }
}

extension Change {
    func words(since month: Month) -> String {
        switch self {
        case .unknown: "chưa đủ phiếu để so với tháng \(month.number)"
        case .same: "không khác tháng \(month.number)"
        case .higher: "cao hơn tháng \(month.number)"
        case .lower: "thấp hơn tháng \(month.number)"
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
