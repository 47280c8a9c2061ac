import Feedback
import Foundation

extension OfficePreview {
    /// Cases in every state, as those who answer and those who only look see them.
    static var casePages: [(name: String, page: any Page)] {
        let now = SampleRating.moment
        let late = now.addingTimeInterval(30 * 86_400)
        let alerts = [
            SampleRating.alert(.opened, id: 124), SampleRating.alert(.acknowledged, bypassesHead: true, id: 121),
            SampleRating.alert(.answered, id: 118),
        ]
        var typed = FormFields()
        for (name, value) in [("finding", "confirmed"), ("measure", ""), ("text", "Đã nhắc nhở.")] {
            typed.set(name, value)
        }
        var problems = FormProblems()
        problems.add("measure", "Phản ánh đúng thì xin ghi đã làm gì để sửa.")
        let load = CaseLoad(open: 52, unacknowledged: 1, overdue: 3, dueToday: 1, returned: 1)
        return [
            (
                "office-cases",
                CasesPage(
                    .sample(.cases),
                    address: CaseAddress(show: .all, unit: "tu-phap", category: "chua-hai-long", page: 2),
                    cases: alerts, total: 160, load: load, now: late)
            ),
            (
                "office-cases-empty",
                CasesPage(
                    .sampleOfHead(.cases), address: CaseAddress(), cases: [], total: 0, load: CaseLoad(), now: now)
            ),
            (
                "office-case",
                CasePage(
                    .sample(.cases), file: .sample, handlers: CaseFile.samplePeople,
                    phone: CasePhone(masked: "095•••101", href: "/office/phones/12"),
                    template: "xin-loi", now: now)
            ),
            (
                "office-case-late",
                CasePage(.sample(.cases), file: .sampleOpen, typed: typed, problems: problems, now: late)
            ),
            (
                "office-case-answered",
                CasePage(
                    .sample(.cases), file: .sampleAnswered,
                    problems: FormProblems([
                        .init(field: "step", message: "Vụ việc đã được trả lời.")
                    ]), now: now.addingTimeInterval(20_000))
            ),
            ("office-case-leadership", CasePage(.sample(.cases, .leadership), file: .sampleReturned, now: late)),
        ]
    }
}

extension CaseFile {
    static let samplePeople = [
        User(
            id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example", grants: [Grant(role: .head, unit: "tu-phap")]
        ),
        User(id: 1, name: "Lê Văn Phúc", email: "phuc@longkhanh.example", grants: [Grant(role: .homeAffairs)]),
    ]

    private static let people = Dictionary(uniqueKeysWithValues: samplePeople.map { ($0.id, $0) })

    /// Opened from the mail, taken on and given to somebody; a second mail is stuck.
    static let sample: CaseFile = {
        var sent = SampleRating.mail(isDigest: false)
        sent.sentAt = SampleRating.moment.addingTimeInterval(1)
        var stuck = SampleRating.mail(isDigest: true)
        stuck.recipient = MailAddress(name: "Lê Văn Phúc", address: "phuc@longkhanh.example")
        (stuck.attempts, stuck.lastError) = (3, "450 4.7.1 Greylisted, try again later")
        stuck.dueAt = SampleRating.moment.addingTimeInterval(480)
        var alert = SampleRating.alert(.acknowledged)
        alert.handler = 2
        let assigned = CaseStep(
            alert: 123, kind: .assigned, at: SampleRating.moment.addingTimeInterval(1_600), actor: "user:2", handler: 2)
        return CaseFile(
            alert: alert, rating: SampleRating.bad, steps: SampleRating.answered.prefix(2) + [assigned],
            mails: [sent, stuck], openings: [CaseOpening(user: 2, at: SampleRating.moment.addingTimeInterval(1_200))],
            people: people)
    }()

    static let sampleOpen: CaseFile = {
        var lost = SampleRating.mail(isDigest: false)
        (lost.gaveUpAt, lost.lastError) = (SampleRating.moment.addingTimeInterval(90_000), "550 5.1.1 No such user")
        return CaseFile(
            alert: SampleRating.alert(.opened, bypassesHead: true), rating: SampleRating.bad,
            steps: Array(SampleRating.answered.prefix(1)), mails: [lost],
            escalations: [
                Escalation(alert: 123, level: .homeAffairs, at: SampleRating.moment.addingTimeInterval(1_800))
            ])
    }()

    static let sampleAnswered = CaseFile(
        alert: SampleRating.alert(.answered), rating: SampleRating.bad, steps: SampleRating.answered, mails: [],
        people: people)

    static let sampleReturned = CaseFile(
        alert: SampleRating.alert(.returned), rating: SampleRating.bad, steps: SampleRating.returned, mails: [],
        people: people)
}
