import Feedback
import Foundation

/// A bad rating and what followed, for samples.
enum SampleRating {
    /// Friday, 20/11/2026, 09:15 in Viet Nam.
    static let moment = LocalDay.sample.start.addingTimeInterval(9 * 3_600 + 15 * 60)

    static func rating(_ levels: [Level], reasons: [Reason] = [], comment: String? = nil) -> Rating {
        Rating(
            id: 12, receipt: Receipt(random: Array(7...19)), nonce: [], contentDigest: [], desk: "q03",
            unit: "tu-phap", official: "minh", field: nil, channel: .qr, evidence: .c, questionnaire: "LK@1",
            answers: Answers(
                zip(Questionnaire.sample.criteria, levels).map { Answers.Answer(criterion: $0.id, level: $1) }),
            reasons: reasons, flags: [], stage: nil, respondent: nil, comment: comment, phone: nil, phoneTag: nil,
            mayCallBack: false, receivedAt: moment, supersededBy: nil)
    }

    static let bad: Rating = {
        var told = rating(
            [.veryDissatisfied, .dissatisfied, .neutral, .neutral, .dissatisfied], reasons: [.passTheBuck, .late],
            comment: "Phòng này chỉ qua phòng kia, đi lại 3 lần.")
        (told.field, told.procedure) = ("ho-tich", "khai-sinh")
        return told
    }()

    static func alert(_ step: CaseStep.Kind, bypassesHead: Bool = false, id: Int64 = 123) -> Alert {
        Alert(
            id: id, rating: 12, desk: "q03", unit: "tu-phap",
            category: bypassesHead ? "nghiem-trong" : "chua-hai-long", raisedAt: moment,
            dueAt: AlertPolicy.sample.hours.deadline(after: moment, minutes: 16 * 60), bypassesHead: bypassesHead,
            headName: "Trần Thị Hạnh", step: step)
    }

    static let answered = [
        CaseStep(alert: 123, kind: .opened, at: moment, actor: "citizen"),
        CaseStep(alert: 123, kind: .acknowledged, at: moment.addingTimeInterval(1_500), actor: "user:2"),
        CaseStep(
            alert: 123, kind: .answered, at: moment.addingTimeInterval(9_000), actor: "user:2",
            text:
                "Phòng đã kiểm tra và xin lỗi Ông/Bà. Hồ sơ lẽ ra chỉ cần nộp ở một quầy.\nTừ hôm nay quầy 3 nhận cả hai phần.",
            finding: .confirmed, measure: "Phân công lại quầy 3; họp rút kinh nghiệm ngày 20/11."),
    ]

    /// After `answered`: the citizen was not content, the office answered again.
    static let returned =
        answered + [
            CaseStep(
                alert: 123, kind: .returned, at: moment.addingTimeInterval(90_000), actor: "citizen",
                text: "Tôi đến lại vẫn bị chỉ sang phòng khác.", dueAt: moment.addingTimeInterval(500_000))
        ]

    static func mail(isDigest: Bool, kind: OutboxMail.Kind = .alert) -> OutboxMail {
        OutboxMail(
            id: 1, recipient: MailAddress(name: "Trần Thị Hạnh", address: "hanh@longkhanh.example"), desk: "q03",
            createdAt: moment, dueAt: moment, attempts: 1, messageID: "m", sentAt: nil, gaveUpAt: nil, lastError: nil,
            isDigest: isDigest, kind: kind)
    }
}
