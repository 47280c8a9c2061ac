/// Figures in words, for those who hear the chart.
enum Phrase {
    static func share(_ share: Share) -> String {
        let low = VietnameseNumber.oneDecimal(share.low)
        return
            "\(VietnameseNumber.percent(share.value)) (khoảng tin cậy \(low)–\(VietnameseNumber.percent(share.high)))"
    }
}
