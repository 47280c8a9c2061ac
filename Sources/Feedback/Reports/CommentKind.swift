/// What a comment is: wishes are kept apart from complaints and praise (Kế hoạch 203/KH-UBND, I.2: "nhận xét, đánh giá
/// cũng như nguyện vọng").
package enum CommentKind: String, Sendable, Hashable, CaseIterable {
    case complaint, wish, praise

    package var words: String {
        switch self {
        case .complaint: "Phàn nàn, phản ánh"
        case .wish: "Nguyện vọng, đề xuất"
        case .praise: "Lời khen"
        }
    }
}

extension CommentKind {
    /// What the words suggest, until a reader says otherwise. Somebody who ticked a reason or chose a bad level
    /// complains, whatever else they ask for: a wish must never hide a complaint.
    /// - Parameter lowest: of all answers.
    package static func suggested(for comment: String, lowest: Level?, reasons: [Reason]) -> CommentKind {
        if !reasons.isEmpty || lowest.map({ $0 <= .dissatisfied }) ?? false { return .complaint }
        let words = CommentWords(comment)
        if wishes.contains(where: words.contain) { return .wish }
        if praises.contains(where: words.contain) { return .praise }
        if lowest == .neutral || complaints.contains(where: words.contain) { return .complaint }
        return .praise
    }

    private static let wishes = [
        "đề nghị", "đề xuất", "kiến nghị", "mong", "ước gì", "giá như", "phải chi", "hy vọng", "hi vọng",
        "nguyện vọng", "nên có", "nên thêm", "nên bố trí", "nên mở", "nên đặt", "nên làm", "cần có", "cần thêm",
        "cần bố trí", "xin thêm", "góp ý",
    ]
    private static let praises = [
        "cảm ơn", "cám ơn", "nhiệt tình", "tận tình", "chu đáo", "vui vẻ", "dễ thương", "rõ ràng", "rất hài lòng",
        "nhanh", "đúng hẹn", "tốt",
    ]
    private static let complaints = [
        "chậm", "trễ", "chờ lâu", "chờ hơi lâu", "lâu quá", "quá lâu", "hỏng", "chật", "nhỏ quá", "cộc lốc",
        "hách dịch", "không có người", "khó chịu", "phiền hà",
    ]
}
