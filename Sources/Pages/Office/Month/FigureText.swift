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
        let size = measured.size(of: owner)
        let hidden = owner == .official ? "dưới 30 phiếu" : measured.counts.n == 0 ? "chưa có phiếu" : nil
        let note: String? =
            switch size {
            case .hidden: hidden
            case .tooFew: "quá ít phiếu"
            case .provisional: "tạm tính"
            case .full: nil
            }
        self.init(measured, size, note: note)
    }

    private init(_ measured: Measured, _ size: SampleSize, note: String?) {
        let figure = measured.figure
        let isShown = size == .provisional || size == .full
        n = Formats.count(figure.n)
        share = isShown ? figure.share.map { Formats.percent($0) } : nil
        interval = isShown ? Self.words(figure.interval) : nil
        dissatisfied = isShown ? figure.dissatisfiedShare.map { Formats.percent($0) } : nil
        mean = isShown ? figure.mean.map { Formats.number($0, decimals: 2) } : nil
        self.note = note
        isProvisional = size == .provisional
    }

    static func words(_ interval: WilsonInterval) -> String {
        "\(Formats.number(interval.low * 100, decimals: 2))–\(Formats.percent(interval.high))"
    }
}
