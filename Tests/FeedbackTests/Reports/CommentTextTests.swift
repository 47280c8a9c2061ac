import Feedback
import Testing

@Suite("What people wrote, as it is searched and sorted")
struct CommentTextTests {
    private func finds(_ typed: String, in comment: String) -> Bool {
        let text = CommentText(comment)
        return CommentSearch(typed).parts.allSatisfy { ($0.isPlain ? text.plain : text.typed).contains($0.text) }
    }

    @Test(
        "A word without diacritics finds both spellings, one with them only itself, and always whole words",
        arguments: [
            ("cham", "Làm chậm quá", true), ("cham", "Lam cham qua", true), ("chậm", "Làm chậm quá", true),
            ("chậm", "Lam cham qua", false), ("chậm", "Ông ấy chăm lắm", false), ("CHẬM", "chậm", true),
            ("an", "Bàn hướng dẫn", false), ("di lai", "Đi lại 3 lần", true), ("đi", "Di sản", false),
            ("doạ", "Dọa dân", true), ("3 lần", "đi lại 3 lần", true), ("chậm, quá!", "quá chậm", true),
            ("chậm nhanh", "quá chậm", false), ("", "gì cũng thấy", true), ("%", "100 % hài lòng", true),
            ("_ậm", "chậm", false), ("cha\u{302}\u{323}m", "chậm", true),
        ])
    func words(typed: String, comment: String, isFound: Bool) {
        #expect(finds(typed, in: comment) == isFound, "\(typed) in \(comment)")
    }

    @Test(
        "What stands in quotation marks must stand together",
        arguments: [
            ("\"chờ lâu\"", "Phải chờ lâu", true), ("\"chờ lâu\"", "Lâu lắm, cứ chờ", false),
            ("\"cho lau\"", "Phải chờ lâu", true), ("\"chờ lau\"", "Phải chờ lâu", true),
            ("\"chờ lau\"", "Phai cho lau", false), ("“đi lại” 3", "đi lại 3 lần", true),
            ("\"chờ", "Tôi chờ", true),
        ])
    func phrases(typed: String, comment: String, isFound: Bool) {
        #expect(finds(typed, in: comment) == isFound, "\(typed) in \(comment)")
    }

    @Test("A search of a thousand words is cut, not refused")
    func long() {
        #expect(CommentSearch(String(repeating: "a ", count: 5_000)).parts.count == CommentSearch.mostParts)
        #expect(CommentSearch(" ,.\" \"").isEmpty)
    }

    @Test(
        "Wishes stand apart; whoever ticks a reason or chooses a bad level complains, whatever they ask for",
        arguments: [
            ("Đề nghị có ghế cho người già", Level.satisfied, [], CommentKind.wish),
            ("mong co them quat", .verySatisfied, [], .wish), ("Nên có thêm quầy", .neutral, [], .wish),
            ("Đề nghị xem lại thái độ", .dissatisfied, [], .complaint),
            ("Đề nghị xem lại", .verySatisfied, [.disrespect], .complaint), ("Chờ hơi lâu", .satisfied, [], .complaint),
            ("Nhanh gọn, không phải chờ lâu", .verySatisfied, [], .praise), ("Cảm ơn", .neutral, [], .praise),
            ("Bình thường thôi", .neutral, [], .complaint), ("👍", .verySatisfied, [], .praise),
            ("Máy lấy số hỏng", .satisfied, [], .complaint), ("Ai cũng được", nil, [], .praise),
        ] as [(String, Level?, [Reason], CommentKind)])
    func kinds(comment: String, lowest: Level?, reasons: [Reason], kind: CommentKind) {
        #expect(CommentKind.suggested(for: comment, lowest: lowest, reasons: reasons) == kind, "\(comment)")
    }
}
