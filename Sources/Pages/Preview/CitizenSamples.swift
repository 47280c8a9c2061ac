import Feedback
import Foundation

extension RatingPage {
    /// As it opens, with one official on duty.
    package static func sample() throws -> RatingPage {
        try RatingPage(code: .sample, directory: .sample, day: .sample, visitToken: sampleToken)
    }

    /// As it comes back with problems, where two officials are on duty.
    package static func sampleWithProblems() throws -> RatingPage {
        var typed = FormFields()
        for (name, value) in [
            ("answer[LK2]", "2"), ("official", "khoa"), ("reason", "late"), ("comment", "Hồ sơ trễ hẹn 5 ngày."),
            ("phone", "0912 34"), ("callback", "yes"), ("stage", "submitted"), ("respondent", "person"),
            ("procedure", "cap-so-dat"),
        ] { typed.set(name, value) }
        var problems = FormProblems()
        problems.add("answer[LK1]", "Xin chọn mức hài lòng ở ít nhất một câu.")
        problems.add("comment", "Góp ý dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        problems.add("phone", "Số điện thoại chưa đúng. Ví dụ: 0912 345 678")
        return try RatingPage(
            code: .sampleOfTwo, directory: .sample, day: .sample, visitToken: sampleToken, typed: typed,
            problems: problems, notice: nil)
    }

    /// As it comes back when the server had too much to do.
    package static func sampleBusy() throws -> RatingPage {
        try RatingPage(
            code: .sample, directory: .sample, day: .sample, visitToken: sampleToken, typed: FormFields(),
            notice: notice(for: .busy(retryAfter: 5)))
    }

    private static let sampleToken = String(repeating: "A", count: Visit.tokenLength)
}

extension ReceiptPage {
    package static let sample = ReceiptPage(
        rating: SampleRating.rating([.satisfied, .verySatisfied, .satisfied, .satisfied, .satisfied]), replaced: true,
        alert: nil, steps: [], directory: .sample, now: SampleRating.moment)
    package static let sampleOpen = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.opened),
        steps: Array(SampleRating.answered.prefix(1)), directory: .sample, now: SampleRating.moment)
    package static let sampleOverdue = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.acknowledged, bypassesHead: true),
        steps: Array(SampleRating.answered.prefix(2)), directory: .sample,
        now: SampleRating.moment.addingTimeInterval(30 * 86_400))
    package static let sampleReplaced: ReceiptPage = {
        var rating = SampleRating.rating([.satisfied])
        rating.supersededBy = 13
        return ReceiptPage(
            rating: rating, replaced: false, alert: nil, steps: [], directory: .sample, now: SampleRating.moment)
    }()
    package static let sampleAnswered = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.answered), steps: SampleRating.answered,
        directory: .sample, now: SampleRating.moment.addingTimeInterval(86_400), formToken: sampleToken)
    /// After a word that was too short and one that held a phone.
    package static let sampleWordRefused = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.answered), steps: SampleRating.answered,
        directory: .sample, now: SampleRating.moment.addingTimeInterval(86_400), formToken: sampleToken,
        reply: ReceiptReply(
            .word, typed: "Xin gọi tôi.",
            problems: FormProblems([.init(field: "text", message: "Xin bỏ số điện thoại khỏi lời viết.")])))
    package static let sampleReturnRefused = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.answered), steps: SampleRating.answered,
        directory: .sample, now: SampleRating.moment.addingTimeInterval(86_400), formToken: sampleToken,
        reply: ReceiptReply(
            .return, typed: "",
            problems: FormProblems([.init(field: "text", message: "Xin viết vài lời trước khi gửi.")])))
    package static let sampleReturned = ReceiptPage(
        rating: SampleRating.bad, replaced: false, alert: SampleRating.alert(.returned), steps: SampleRating.returned,
        directory: .sample, now: SampleRating.moment.addingTimeInterval(100_000), formToken: sampleToken,
        reply: ReceiptReply(
            .return, typed: "Vẫn chưa được.",
            problems: FormProblems([.init(field: "step", message: "Ông/Bà đã báo một lần rồi.")])
        ))

    /// As long as a real one.
    private static let sampleToken = String(repeating: "A", count: 27)
}

extension RefusalPage {
    package static let sampleClosedDesk = RefusalPage(
        .closedDesk(
            ClosedDesk(
                desk: "Hộ tịch – Chứng thực", unit: "Bộ phận Một cửa phường Xuân Hòa",
                lastDay: LocalDay(number: 20_269),
                heirs: [
                    .init(
                        desk: "Quầy 2 – Hộ tịch, chứng thực", unit: "Trung tâm PVHCC phường Long Khánh", code: .sample),
                    .init(desk: "Quầy 3 – Đất đai", unit: "Trung tâm PVHCC phường Long Khánh", code: nil),
                ])), directory: .sample)
    package static let sample = RefusalPage(
        .retiredCode(desk: "Quầy 3 – Chứng thực, hộ tịch", code: .sample), directory: .sample)
}

extension FaultPage {
    package static let sample = FaultPage(incident: "7K2M-4Q", directory: .sample)
}

extension PrivacyPage {
    /// The first version, and the second, which is in force.
    package static func samples() throws -> [PrivacyPage] {
        let directory = Directory.sampleWithNotices
        return [
            try PrivacyPage(directory: directory),
            try PrivacyPage(directory: directory, version: directory.notices.first?.name),
        ]
    }
}

extension AlertMail {
    package static func sample() throws -> AlertMail {
        try AlertMail(
            mail: SampleRating.mail(isDigest: false), alerts: [(SampleRating.alert(.opened), SampleRating.bad)],
            directory: .sample, baseURL: "https://hailong.longkhanh.example", now: SampleRating.moment)
    }

    /// Where the policy lets a mail quote the comment.
    package static func sampleWithComment() throws -> AlertMail {
        var configuration = KioskConfiguration.sample
        configuration.alerts.commentInMail = true
        return try AlertMail(
            mail: SampleRating.mail(isDigest: false), alerts: [(SampleRating.alert(.opened), SampleRating.bad)],
            directory: Directory(configuration: configuration, codes: [], version: 1),
            baseURL: "https://hailong.longkhanh.example", now: SampleRating.moment)
    }

    package static func sampleDigest() throws -> AlertMail {
        try AlertMail(
            mail: SampleRating.mail(isDigest: true),
            alerts: [
                (SampleRating.alert(.acknowledged, id: 123), SampleRating.bad),
                (SampleRating.alert(.opened, id: 124), SampleRating.rating([.dissatisfied])),
                (
                    SampleRating.alert(.opened, bypassesHead: true, id: 125),
                    SampleRating.rating([.neutral], reasons: [.unofficialPayment])
                ),
            ],
            directory: .sample, baseURL: "https://hailong.longkhanh.example",
            now: SampleRating.moment.addingTimeInterval(30 * 86_400))
    }
}
