import Feedback

/// Sentences that say a figure with all that belongs to it: n, the interval, how sure a difference is.
enum ReportSentences {
    /// "93,14 % (khoảng tin cậy 95 %: 91,54–94,45 %; n = 1.147)", or that there are too few.
    static func share(_ measured: Measured) -> String {
        let text = FigureText(measured)
        guard let share = text.share, let interval = text.interval else {
            return "chưa nêu tỷ lệ vì \(text.note ?? "quá ít phiếu") (n\u{A0}=\u{A0}\(text.n))"
        }
        return "\(share) (khoảng tin cậy 95\u{A0}%: \(interval); n\u{A0}=\u{A0}\(text.n))"
    }

    /// "84,11 %, n = 214".
    static func short(_ measured: Measured) -> String {
        let text = FigureText(measured)
        return "\(text.share ?? text.note ?? "không hiện"), n\u{A0}=\u{A0}\(text.n)"
    }

    /// "So với tháng 10/2024 (92,78 %, n = 1.302): không khác biệt rõ, …".
    static func change(_ old: Measured, _ new: Measured, since period: Period) -> String {
        let name = Formats.period(period)
        guard old.counts.n > 0 else { return "So với \(name): kỳ đó chưa có phiếu để so sánh." }
        return "So với \(name) (\(short(old))): \(verdict(old, new))."
    }

    private static func verdict(_ old: Measured, _ new: Measured) -> String {
        let points = ((new.figure.share ?? 0) - (old.figure.share ?? 0)) * 100
        let size = "\(Formats.number(abs(points), decimals: 2)) điểm phần trăm"
        switch Change(from: old, to: new) {
        case .unknown: return "chưa đủ phiếu để so sánh"
        case .same:
            return points.magnitude < 0.005
                ? "không thay đổi"
                : "\(points > 0 ? "tăng" : "giảm") \(size), nhưng chênh lệch này có thể do ngẫu nhiên"
        case .higher: return "tăng rõ rệt, \(size)"
        case .lower: return "giảm rõ rệt, \(size)"
        }
    }

    static func verdict(_ measured: Measured, on goal: ReportFigures.Goal) -> String {
        guard measured.size == .full else { return "chưa đủ phiếu để kết luận" }
        let interval = measured.interval
        if interval.low >= goal.value { return "đạt" }
        return interval.high < goal.value ? "chưa đạt" : "chưa đủ chắc là đạt hay chưa đạt"
    }

    /// "trả lời quá hạn 2", of what is not 0.
    static func counts(_ counts: [(words: String, count: Int)]) -> String {
        counts.filter { $0.count > 0 }.map { "\($0.words) \(Formats.count($0.count))" }.joined(separator: ", ")
    }

    /// "A (84,11 %, n = 214); B (…)".
    static func list(_ lines: [ReportFigures.Line]) -> String {
        lines.map { "\($0.name) (\(short($0.measured)))" }.joined(separator: "; ")
    }
}

extension ReportFigures {
    /// What the parts of this report are: units of the authority, desks of a unit.
    var parts: [Line] { unit == nil ? units : desks }
    var partWord: String { unit == nil ? "đơn vị" : "quầy" }

    func band(_ line: Line) -> Band { Band(of: line.measured, whole: headline) }
    var partsTable: ReportSecrets.Table { unit == nil ? .units : .desks }
    var lower: [Line] { parts.filter { band($0).isLower } }
    var higher: [Line] { parts.filter { band($0).isHigher } }
    /// Whether two parts at least can be told apart from the whole.
    var isCompared: Bool { parts.count { $0.measured.size == .full } > 1 }

    /// Questions about single things, with enough ratings, the lowest first.
    var rankedCriteria: [Line] {
        criteria.filter { $0.name != question && $0.measured.size == .full }
            .sorted { ($0.measured.figure.share ?? 0, $0.id) < ($1.measured.figure.share ?? 0, $1.id) }
    }

    /// The criteria of a factor together, now and in the period before; nothing for a questionnaire with one factor.
    var factorLines: [(now: FactorFigure, before: FactorFigure)] {
        guard factors.count > 1 else { return [] }
        return factors.map { group in
            let own = criteria.filter { group.criteria.contains($0.id) }
            let factor = Factor(
                id: ID(group.id), name: group.name, askedOnlyIf: group.askedOnlyIf,
                criteria: own.map { Criterion(id: ID($0.id), text: $0.name) })
            let rule = index ?? .pooled
            return (
                FactorFigure(factor: factor, rule: rule, parts: own.map(\.measured)),
                FactorFigure(factor: factor, rule: rule, parts: own.map(\.measuredBefore))
            )
        }
    }

    func name(of factor: FactorFigure) -> String {
        factor.factor.name + (factor.factor.askedOnlyIf.map { " (\($0))" } ?? "")
    }
}
