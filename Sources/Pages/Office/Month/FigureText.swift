import Feedback

/// A figure in words, with as much of it as the number of ratings allows (statistics.md, "Small numbers"):
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

    init(_ measured: Measured) {
        self.init(
            measured, measured.size,
            note: [.tooFew: "quá ít phiếu", .provisional: "tạm tính"][measured.size] ?? Self.none(measured))
    }

    /// By the stricter rule for one person's own figures.
    init(ofOfficial measured: Measured) {
        let size = measured.sizeOfOfficial
        self.init(measured, size, note: [.hidden: "dưới 30 phiếu", .provisional: "tạm tính"][size])
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

    private static func none(_ measured: Measured) -> String? { measured.counts.n == 0 ? "chưa có phiếu" : nil }

    static func words(_ interval: WilsonInterval) -> String {
        "\(Formats.number(interval.low * 100, decimals: 2))–\(Formats.percent(interval.high))"
    }
}
