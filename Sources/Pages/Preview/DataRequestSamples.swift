import Feedback
import Foundation

/// The pages about one's own data, drawn from samples.
enum DataRequestPreview {
    static func pages() -> [(name: String, page: any Page)] {
        [
            ("data-request-form", DataRequestFormPage(directory: .sample, token: token)),
            ("data-request-form-problems", wrongForm),
            (
                "data-request",
                DataRequestPage(SampleRequest.file(.delete), directory: .sample, now: SampleRating.moment)
            ),
            (
                "data-request-overdue",
                DataRequestPage(
                    SampleRequest.file(.correct), directory: .sample,
                    now: SampleRating.moment.addingTimeInterval(9 * 86_400))
            ),
            (
                "data-request-answered",
                DataRequestPage(SampleRequest.answered, directory: .sample, now: SampleRating.moment)
            ),
            (
                "data-request-refused",
                DataRequestPage(SampleRequest.refused, directory: .sample, now: SampleRating.moment)
            ),
            ("data-request-copy", PersonCopyPage(SampleRequest.person, directory: .sample)),
            (
                "data-request-copy-empty",
                PersonCopyPage(PersonFile(madeAt: SampleRating.moment, items: []), directory: .sample)
            ),
            (
                "impact-file",
                ImpactFile(
                    directory: .sample,
                    columns: [
                        SchemaColumn(table: "rating", name: "phone", type: "BLOB"),
                        SchemaColumn(table: "rating", name: "comment", type: "TEXT"),
                        SchemaColumn(table: "brandNew", name: "nobodyLooked", type: "TEXT"),
                    ], periods: RetentionPurpose.allCases.map { RetentionPeriod(purpose: $0, days: $0.usual) },
                    now: SampleRating.moment)
            ),
        ]
    }

    private static let token = "AAAAAAAAAAAAAAAAAAAAAAAAAAA"

    private static var wrongForm: DataRequestFormPage {
        var typed = FormFields()
        for (name, value) in [("kind", "delete"), ("receipt", "8G4T-20H9"), ("wish", "Xin xóa số của tôi.")] {
            typed.set(name, value)
        }
        var problems = FormProblems()
        problems.add("kind", "Xin chọn điều Ông/Bà muốn.")
        problems.add("receipt", "Mã đánh giá gồm 13 chữ và số. Xin gõ lại cho đủ.")
        problems.add("wish", "Phần viết dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        return DataRequestFormPage(
            directory: .sample, token: token, typed: typed, problems: problems,
            notice: "Trang này mở đã lâu nên chưa gửi được. Những gì Ông/Bà viết vẫn còn. Xin bấm Gửi lần nữa.")
    }
}

/// A request and what hangs on it, for samples. None of it happened.
enum SampleRequest {
    static func request(
        _ kind: DataRequest.Kind, id: Int64 = 12, outcome: DataRequestStep.Kind? = nil, repliedAt: Date? = nil,
        extendedTo: LocalDay? = nil
    ) -> DataRequest {
        let hours = AlertPolicy.sample.hours
        return DataRequest(
            id: id, code: RequestCode(random: Array(3...15)), rating: 12, kind: kind,
            wish: kind == .copy ? "" : "Xin xóa số và phần tôi viết về gia đình.", receivedAt: SampleRating.moment,
            replyBy: kind.term.replyBy(after: .sample, hours), dueBy: kind.term.dueBy(after: .sample, hours),
            repliedAt: repliedAt, extendedTo: extendedTo, outcome: outcome)
    }

    static func file(_ kind: DataRequest.Kind) -> DataRequestFile {
        DataRequestFile(request: request(kind), rating: SampleRating.bad, steps: [step(.received)])
    }

    static let answered = DataRequestFile(
        request: request(.copy, outcome: .answered, repliedAt: SampleRating.moment), rating: SampleRating.bad,
        steps: [
            step(.received), step(.replied, "Cơ quan đã nhận yêu cầu."), step(.extended, "Phải tìm trong hồ sơ giấy."),
            step(.answered, "Bản sao nằm ở dưới trang này."),
        ], names: names)

    static let refused = DataRequestFile(
        request: request(.object, outcome: .refused, repliedAt: SampleRating.moment), rating: SampleRating.bad,
        steps: [step(.received), step(.refused, "Số liệu gộp không còn gắn với Ông/Bà (Luật 91/2025/QH15, Điều 2).")],
        names: names)

    static let names = ["user:9": "Vũ Thị Kim Chi"]

    static let person = PersonFile(
        madeAt: SampleRating.moment,
        items: [
            PersonFile.Item(
                rating: SampleRating.bad, phone: .masked("095•••101"), alert: SampleRating.alert(.answered),
                caseSteps: SampleRating.answered, requests: [answered])
        ], others: 2)

    static func step(_ kind: DataRequestStep.Kind, _ text: String = "") -> DataRequestStep {
        DataRequestStep(
            request: 12, kind: kind, at: SampleRating.moment, actor: kind == .received ? "citizen" : "user:9",
            text: text, dueBy: kind == .extended ? LocalDay.sample.adding(days: 17) : nil)
    }
}
