import Feedback
import Foundation

extension OfficePreview {
    /// What people wrote.
    static var comments: [(name: String, page: any Page)] {
        let today = LocalDay(SampleRating.moment)
        let month = Period(.month, holding: today)
        let counts: [CommentKind: Int] = [.complaint: 54, .wish: 21, .praise: 93]
        let themes: [Reason: Int] = [.late: 23, .repeatedSupplements: 11, .disrespect: 4]
        let names = ["user:2": "Trần Thị Hạnh"]
        let sorted = KindChange(rating: 12, kind: .wish, at: SampleRating.moment, actor: "user:2")
        let wish = Comment(rating: wishing, suggested: .complaint, sorted: sorted)
        let unsorted = Comment(rating: wishing, suggested: .complaint)
        let bad = Comment(rating: complaining, suggested: .complaint)
        let all = [bad, wish, Comment(rating: praising, suggested: .praise)]
        let searched = CommentAddress(
            period: month, search: "chờ \"đi lại\"",
            cell: CellFilter(
                unit: "tu-phap", desk: "q03", official: "minh", field: "ho-tich", channel: .qr, procedure: "khai-sinh",
                evidence: .c, stage: .received), level: .dissatisfied, reason: .late, kind: .wish, page: 2)
        return [
            (
                "office-comments",
                CommentsPage(
                    .sample(.comments), address: CommentAddress(period: month), comments: all, counts: counts,
                    themes: themes, names: names, today: today)
            ),
            (
                "office-comments-searched",
                CommentsPage(
                    .sampleOfHead(.comments), address: searched, comments: [wish],
                    counts: [.complaint: 3, .wish: 60, .praise: 1], themes: themes, names: names,
                    sorted: (wish, [sorted]), today: today)
            ),
            (
                "office-comments-empty",
                CommentsPage(
                    .sample(.comments),
                    address: CommentAddress(period: Period(rawValue: "2026-11-03..2026-11-09") ?? month), comments: [],
                    counts: [:], themes: [:], names: [:],
                    today: today)
            ),
            (
                "office-comments-none-found",
                CommentsPage(
                    .sample(.comments), address: CommentAddress(period: month, search: "hải quan"), comments: [],
                    counts: [:], themes: themes, names: [:],
                    sorted: (
                        unsorted,
                        [sorted, KindChange(rating: 12, kind: nil, at: SampleRating.moment, actor: "user:2")]
                    ), today: today)
            ),
        ]
    }

    private static let complaining: Rating = {
        var rating = SampleRating.bad
        rating.id = 14
        rating.mayCallBack = true
        rating.phone = SealedPhone(month: LocalDay.sample.month, bytes: [])
        (rating.field, rating.procedure, rating.stage) = ("ho-tich", "khai-sinh", .submitted)
        return rating
    }()
    private static let wishing = SampleRating.rating(
        [.neutral, .neutral, .satisfied, .satisfied, .neutral],
        comment: "Đề nghị có thêm ghế cho người già ở chỗ chờ.\nThứ Hai đông quá, đứng cả buổi.")
    private static let praising: Rating = {
        var rating = SampleRating.rating(
            Array(repeating: .verySatisfied, count: 5), comment: "Chị hướng dẫn rất nhiệt tình, cảm ơn.")
        rating.id = 13
        rating.official = nil
        return rating
    }()
}
