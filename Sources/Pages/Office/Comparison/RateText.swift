import Feedback

/// How many of those who were served rated, in words.
struct RateText: Sendable {
    /// "14,2 %"; "hơn 100 %" where there are more ratings than dossiers.
    let share: String
    /// "88 phiếu trên 620 hồ sơ".
    let words: String
    /// What asks for a look.
    let warning: String?

    init(_ rate: ResponseRate) {
        words = "\(Formats.count(rate.ratings)) phiếu trên \(Formats.count(rate.dossiers)) hồ sơ"
        if rate.isMoreThanAll {
            share = "hơn 100\(Formats.space)%"
            warning = "nhiều phiếu hơn hồ sơ: xin kiểm tra số hồ sơ, hoặc xem có ai đánh giá nhiều lần"
        } else {
            share = rate.share.map { Formats.percent($0, decimals: 1) } ?? "–"
            warning = nil
        }
    }
}
