import Feedback

/// A band in words, with the mark that its part has on the funnel.
struct BandText: Sendable {
    /// "▼", "▲"; nil where nothing stands out.
    let mark: String?
    let words: String
    /// How sure that is: "ngoài giới hạn 99,8 %".
    let note: String?
    let isLow: Bool

    init(_ band: Band) {
        mark = band.isLower ? "▼" : band.isHigher ? "▲" : nil
        words = band.words
        note =
            band.isLower || band.isHigher
            ? (band.isAlarm ? "chắc: ngoài giới hạn 99,8 %" : "nên theo dõi: ngoài giới hạn 95 %") : nil
        isLow = band.isLower
    }
}
