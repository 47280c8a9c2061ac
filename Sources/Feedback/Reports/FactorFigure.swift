/// Yếu tố: the criteria of a factor as one figure, by the rule that its questionnaire version names.
package struct FactorFigure: Sendable {
    package var factor: Factor
    package var rule: IndexRule
    /// All answers of the criteria together; ratings are counted once.
    package var measured: Measured
    /// The criteria's own figures, for the mean of criteria.
    package var parts: [Measured]

    package init(factor: Factor, rule: IndexRule, parts: [Measured]) {
        self.factor = factor
        self.rule = rule
        self.parts = parts
        measured = Measured(
            counts: parts.reduce(Counts()) { $0 + $1.counts }, ratings: parts.map(\.ratings).max() ?? 0)
    }

    /// 0..1; nil without answers. A criterion that nobody answered is no part of the mean.
    package var share: Double? {
        guard rule == .meanOfCriteria else { return measured.figure.share }
        let shares = parts.compactMap(\.figure.share)
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }

    /// 95 %. The mean of several questions to the same people: of as many trials as the least answered question has
    /// answers, for what one person says to five questions is not said by five people.
    package var interval: WilsonInterval {
        guard rule == .meanOfCriteria, let share else { return measured.figure.interval }
        let n = parts.map(\.counts.n).filter { $0 > 0 }.min() ?? 0
        return WilsonInterval(share: share, of: n)
    }

    /// By the least answered question where the rule is the mean.
    package func size(of owner: Measured.Owner) -> SampleSize {
        guard rule == .meanOfCriteria else { return measured.size(of: owner) }
        let least = parts.filter { $0.counts.n > 0 }.min { $0.counts.n < $1.counts.n }
        return (least ?? Measured()).size(of: owner)
    }
}
