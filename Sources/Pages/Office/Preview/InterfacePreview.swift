import Feedback
import Foundation

/// Keys of other programs and what leaves the house as files, drawn from samples.
extension OfficePreview {
    static var interface: [(name: String, page: any Page)] { keys + exports }

    private static let now = SampleRating.moment
    private static let base = "https://danhgia.example"
    private static let users = [User(id: 1, name: "Đặng Quốc Việt", email: "viet@longkhanh.example", grants: [])]

    private static var keys: [(name: String, page: any Page)] {
        let tokens = [
            token(3, "Cổng thông tin điện tử", [.figures, .published], usedAgo: 240),
            token(2, "Phần mềm Một cửa", [.ratings, .officials], unit: "tu-phap"),
            token(1, "Thử nghiệm", [.figures], revoked: true),
        ]
        var problems = FormProblems()
        problems.add("name", "Xin đặt tên: khóa này cho phần mềm nào dùng?")
        problems.add("reach", "Xin chọn ít nhất một thứ mà khóa đọc được.")
        var typed = FormFields()
        typed.set("unit", "tu-phap")
        return [
            ("office-interface", page(tokens)),
            ("office-interface-empty", page([], problems: problems, typed: typed)),
            (
                "office-interface-made",
                page(tokens, made: ("Cổng thông tin điện tử", "hl_" + String(repeating: "0Az9-", count: 8) + "xyz"))
            ),
        ]
    }

    private static func page(
        _ tokens: [AccessToken], made: (name: String, text: String)? = nil, problems: FormProblems = FormProblems(),
        typed: FormFields? = nil
    ) -> InterfacePage {
        InterfacePage(
            .sample(.interface), tokens: tokens, users: users, now: now, baseURL: base, made: made, problems: problems,
            typed: typed)
    }

    private static func token(
        _ id: Int64, _ name: String, _ reaches: Set<TokenReach>, unit: ID<Feedback.Unit>? = nil,
        usedAgo: TimeInterval? = nil, revoked: Bool = false
    ) -> AccessToken {
        AccessToken(
            id: id, name: name, reaches: reaches, unit: unit, madeAt: now.addingTimeInterval(-86_400 * 30), madeBy: 1,
            lastDay: LocalDay(now).adding(days: 335), usedAt: usedAgo.map { now.addingTimeInterval(-$0) },
            revokedAt: revoked ? now.addingTimeInterval(-86_400) : nil)
    }

    private static var exports: [(name: String, page: any Page)] {
        let today = LocalDay(now), month = Period(today.month)
        let taken = RatingExport(
            id: 1, at: now, user: 1, days: month.days, purpose: "Sở Nội vụ kiểm tra, công văn 15/SNV ngày 02/11/2026",
            withOfficials: true, withComments: true, lines: 1_204)
        var problems = FormProblems()
        problems.add("purpose", "Xin ghi rõ dùng để làm gì, theo văn bản nào (ít nhất 10 chữ cái).")
        var typed = FormFields()
        typed.set("purpose", "xem")
        typed.set("officials", "yes")
        typed.set("comments", "yes")
        return [
            (
                "office-exports",
                ExportsPage(.sample(.exports), period: month, today: today, taken: [taken], users: users)
            ),
            (
                "office-exports-problems",
                ExportsPage(.sample(.exports), period: month.previous, today: today, problems: problems, typed: typed)
            ),
            ("office-exports-head", ExportsPage(.sampleOfHead(.exports), period: month, today: today)),
        ]
    }
}
