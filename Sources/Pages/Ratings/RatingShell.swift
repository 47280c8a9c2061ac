package import Feedback

extension RatingPage {
    /// What stands before and after the visit token on the page of a desk: the page is drawn once for each half of a
    /// day and desk, and the token put between.
    /// - Throws: `Refusal` as `init` does; `TemplateFault`.
    package static func shell(
        code: DeskCode, directory: Directory, day: LocalDay, half: DayHalf? = nil
    ) throws -> (prefix: [UInt8], suffix: [UInt8]) {
        let mark = String(repeating: "\u{E000}", count: 4)
        let html = try RatingPage(code: code, directory: directory, day: day, half: half, visitToken: mark).html()
        let parts = html.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw TemplateFault.mark(template) }
        return (Array(parts[0].utf8), Array(parts[1].utf8))
    }

    /// What to say above a form that comes back although nothing in it is wrong; nil when it does not come back.
    package static func notice(for refusal: Refusal) -> String? {
        switch refusal {
        case .busy(let seconds):
            """
            Lúc này có nhiều người gửi cùng lúc nên đánh giá của Ông/Bà chưa được ghi lại. Những gì Ông/Bà đã chọn vẫn \
            còn ở dưới. Xin chờ \(max(seconds, 1)) giây rồi bấm Gửi lần nữa.
            """
        case .forgedVisit:
            """
            Trang này mở chưa trọn vẹn nên đánh giá chưa được ghi lại. Những gì Ông/Bà đã chọn vẫn còn ở dưới. \
            Xin xem lại rồi bấm Gửi lần nữa.
            """
        default: nil
        }
    }
}
