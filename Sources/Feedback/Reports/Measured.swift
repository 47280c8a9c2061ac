/// The figure of a cell with the number of ratings it comes from.
///
/// A questionnaire without a question on the whole pools the answers of its criteria: five answers of one person are
/// not five people. So what may be shown is decided by ratings as well as by answers, whichever are fewer.
package struct Measured: Hashable, Sendable {
    package var counts: Counts
    /// Ratings that count in this cell, also those that left the question blank.
    package var ratings: Int

    package init(counts: Counts = Counts(), ratings: Int = 0) {
        self.counts = counts
        self.ratings = ratings
    }

    package var figure: Figure { Figure(counts) }
    package var size: SampleSize { size(of: .anything) }

    package func size(of owner: Owner) -> SampleSize {
        let base = min(counts.n, ratings)
        return owner == .official ? SampleSize(ofOfficial: base) : SampleSize(n: base)
    }

    /// Whose figure it is: one person's own figures are shown from more ratings on (Statistics.md, "Small numbers").
    package enum Owner: Hashable, Sendable {
        case anything, official
    }

    /// The 95 % interval to judge by: of people. With pooled criteria the interval of all answers is narrower than what
    /// so few people can tell.
    package var interval: WilsonInterval {
        people.n < counts.n ? WilsonInterval(share: figure.share ?? 0, of: people.n) : figure.interval
    }

    /// An estimate that does not let few ratings run to an end of the list: (k + m·P)/(n + m) with m = 15
    /// (Statistics.md, "Comparing fairly").
    /// - Parameter whole: P, the share of the whole, 0..1.
    package func shrunken(towards whole: Double) -> Double {
        (Double(people.n) * (figure.share ?? 0) + 15 * whole) / (Double(people.n) + 15)
    }

    package static func + (a: Self, b: Self) -> Self {
        Measured(counts: a.counts + b.counts, ratings: a.ratings + b.ratings)
    }
}
