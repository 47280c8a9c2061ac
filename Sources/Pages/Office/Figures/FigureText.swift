import Feedback

/// A figure in words, with as much of it as the number of ratings allows (Statistics.md, "Small numbers"):
/// pages cannot show more than stands here.
struct FigureText: Sendable {
    /// Answers behind the figure; always shown.
    let n: String
    /// "93,14 %"; nil where it may not be shown.
    let share: String?
    /// "91,54–94,45 %".
    let interval: String?
    let dissatisfied: String?
    /// "4,52".
    let mean: String?
    /// "quá ít phiếu", "tạm tính".
    let note: String?
    /// Shown without colour or rank.
    let isProvisional: Bool

    init(_ measured: Measured, of owner: Measured.Owner = .anything) {
        let figure = measured.figure
        self.init(
            measured, measured.size(of: owner), owner, share: figure.share, interval: figure.interval,
            dissatisfied: figure.dissatisfiedShare, mean: figure.mean)
    }

    /// A factor; by the mean of its criteria there are no five levels of its own.
    init(_ factor: FactorFigure, of owner: Measured.Owner) {
        let isMean = factor.rule == .meanOfCriteria
        let figure = factor.measured.figure
        self.init(
            factor.measured, factor.size(of: owner), owner, share: factor.share, interval: factor.interval,
            dissatisfied: isMean ? nil : figure.dissatisfiedShare, mean: isMean ? nil : figure.mean)
    }

    private init(
        _ measured: Measured, _ size: SampleSize, _ owner: Measured.Owner, share: Double?, interval: WilsonInterval,
        dissatisfied: Double?, mean: Double?
    ) {
        let isShown = size == .provisional || size == .full
        n = Formats.count(measured.counts.n)
        self.share = isShown ? share.map { Formats.percent($0) } : nil
        self.interval = isShown ? Self.words(interval) : nil
        self.dissatisfied = isShown ? dissatisfied.map { Formats.percent($0) } : nil
        self.mean = isShown ? mean.map { Formats.number($0, decimals: 2) } : nil
        note = Self.note(size, measured, owner)
        isProvisional = size == .provisional
    }

    /// Whether share and interval may be shown at all.
    static func shows(_ measured: Measured, _ owner: Measured.Owner) -> Bool {
        [.provisional, .full].contains(measured.size(of: owner))
    }

    private static func note(_ size: SampleSize, _ measured: Measured, _ owner: Measured.Owner) -> String? {
        switch size {
        case .hidden: owner == .official ? "dưới 30 phiếu" : measured.counts.n == 0 ? "chưa có phiếu" : nil
        case .tooFew: "quá ít phiếu"
        case .provisional: "tạm tính"
        case .full: nil
        }
    }

    static func words(_ interval: WilsonInterval) -> String {
        "\(Formats.number(interval.low * 100, decimals: 2))–\(Formats.percent(interval.high))"
    }
}
