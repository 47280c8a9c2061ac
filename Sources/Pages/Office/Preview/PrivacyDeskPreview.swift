import Feedback
import Foundation

/// The desk of the data-protection officer, drawn from samples.
enum PrivacyDeskPreview {
    static var pages: [(name: String, page: any Page)] { requests + incidents }

    private static let now = SampleRating.moment
    private static let late = now.addingTimeInterval(20 * 86_400)
    private static let frame = Frame(
        user: officer, rights: Rights(of: officer, in: .officeSample, on: LocalDay(now)), directory: .officeSample,
        formToken: "c2FtcGxlLWZvcm0tdG9rZW4", section: .privacy)
    private static let officer = User(
        id: 9, name: "Vũ Thị Kim Chi", email: "chi@longkhanh.example", grants: [Grant(role: .dataProtection)])

    private static var requests: [(name: String, page: any Page)] {
        let waiting = [SampleRequest.request(.correct, id: 11), SampleRequest.request(.delete, repliedAt: now)]
        let done = SampleRequest.request(.copy, id: 9, outcome: .answered, repliedAt: now)
        var problems = FormProblems()
        problems.add("reason", "Xin viết lý do: người gửi yêu cầu sẽ đọc.")
        var extended = SampleRequest.file(.withdraw)
        extended.request = SampleRequest.request(
            .withdraw, repliedAt: now, extendedTo: LocalDay.sample.adding(days: 20))
        return [
            (
                "office-privacy",
                PrivacyDeskPage(
                    frame, requests: waiting + [done],
                    load: DataRequestLoad(
                        open: 2, overdue: 1, nextDay: waiting[0].nextDay, incidents: 1,
                        notifyBy: late.addingTimeInterval(3_600)), onlyOpen: false, now: late)
            ),
            (
                "office-privacy-empty",
                PrivacyDeskPage(frame, requests: [], load: DataRequestLoad(), onlyOpen: true, now: now)
            ),
            ("office-privacy-request", PrivacyRequestPage(frame, file: SampleRequest.file(.delete), now: now)),
            (
                "office-privacy-request-problems",
                PrivacyRequestPage(frame, file: SampleRequest.file(.correct), now: late, problems: problems)
            ),
            ("office-privacy-request-extended", PrivacyRequestPage(frame, file: extended, now: now)),
            ("office-privacy-request-refused", PrivacyRequestPage(frame, file: SampleRequest.refused, now: now)),
            ("office-privacy-access", AccessLogPage(frame, log: log)),
            (
                "office-privacy-access-empty",
                AccessLogPage(
                    frame, log: AccessLog(from: now, to: late, entries: [], names: [:]),
                    problem: "Xin chọn hai thời điểm, cái trước sớm hơn cái sau.")
            ),
        ]
    }

    private static var incidents: [(name: String, page: any Page)] {
        let facts = IncidentFacts(
            what: "Một tệp in có số điện thoại bị để quên ở máy in dùng chung.",
            foundBy: "Bà Vũ Thị Kim Chi, khi đi kiểm tra cuối ngày", data: "Số điện thoại", people: "khoảng 12 người")
        let open = Incident(id: 3, detectedAt: now, facts: facts)
        var told = open
        told.notifiedAt = now.addingTimeInterval(80 * 3_600)
        told.closedAt = late
        let steps = [
            step(.opened, "", at: now),
            step(.notifiedAuthority, "Công văn 12/UBND gửi A05 qua trục liên thông", at: now.addingTimeInterval(7_200)),
        ]
        var problems = FormProblems()
        problems.add("text", "Xin viết báo cho ai, bằng cách nào, hoặc vì sao.")
        var wrong = FormProblems()
        wrong.add("what", "Xin viết điều gì đã xảy ra.")
        return [
            ("office-incidents", IncidentsPage(frame, incidents: [open, told], now: late, problems: wrong)),
            ("office-incidents-empty", IncidentsPage(frame, incidents: [], now: now)),
            (
                "office-incident",
                IncidentPage(
                    frame, incident: open, steps: [steps[0]], names: SampleRequest.names,
                    now: now.addingTimeInterval(86_400), problems: problems)
            ),
            (
                "office-incident-closed",
                IncidentPage(frame, incident: told, steps: steps, names: SampleRequest.names, now: late)
            ),
            ("office-incident-form", IncidentFormPage(frame, incident: open, steps: steps, now: now)),
        ]
    }

    private static func step(_ kind: IncidentStep.Kind, _ text: String, at: Date) -> IncidentStep {
        IncidentStep(incident: 3, kind: kind, at: late, happenedAt: at, actor: "user:9", text: text)
    }

    private static var log: AccessLog {
        let kinds: [(Entry.Kind, String, String)] = [
            (.signedIn, "user:2", ""), (.phoneRevealed, "rating:12", "reason=case"),
            (.exported, "figures", "month=2026-11"),
        ]
        return AccessLog(
            from: now, to: late,
            entries: kinds.enumerated().map { place, line in
                Entry(
                    id: Int64(place + 1), at: now, actor: "user:9", kind: line.0.rawValue, subject: line.1,
                    details: line.2, hash: [])
            }, names: SampleRequest.names)
    }
}
