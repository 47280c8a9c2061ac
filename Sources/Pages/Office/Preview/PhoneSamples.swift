import Feedback
import Foundation

extension OfficePreview {
    /// Phones, retention and the notice.
    static var phones: [(name: String, page: any Page)] {
        let now = SampleRating.moment.addingTimeInterval(3_600)
        var problems = FormProblems()
        problems.add("words", "Xin viết rõ lý do, ít nhất 10 chữ cái.")
        var typed = FormFields()
        for (name, value) in [("reason", "doubt"), ("words", "ngắn"), ("outcome", "later"), ("note", "14 giờ mai")] {
            typed.set(name, value)
        }
        let ended = Call(
            id: 1, rating: 12, user: 2, at: SampleRating.moment, endedAt: SampleRating.moment, outcome: .noAnswer,
            note: "Gọi lại buổi chiều")
        let underWay = Call(id: 2, rating: 12, user: 2, at: now)
        let number = Phone(proven: "0950000101")
        let waiting = PhoneFile.sample(mayCallBack: false, alert: SampleRating.alert(.acknowledged), calls: [ended])
        let allowed = PhoneFile.sample(mayCallBack: true, alert: nil, calls: [])
        let called = PhoneFile.sample(mayCallBack: true, alert: nil, calls: [ended, underWay])
        return [
            ("office-phone", PhonePage(.sample(.cases), file: waiting, now: now)),
            ("office-phone-allowed", PhonePage(.sampleOfHead(.cases), file: allowed, now: now)),
            ("office-phone-shown", PhonePage(.sample(.cases), file: waiting, now: now, number: number)),
            ("office-phone-busy", PhonePage(.sample(.cases), file: called, now: now)),
            ("office-phone-own", PhonePage(.sampleOfHead(.cases), file: called, now: now)),
            (
                "office-phone-closed",
                PhonePage(.sample(.cases), file: .sample(mayCallBack: false, alert: nil, calls: []), now: now)
            ),
            (
                "office-phone-erased",
                PhonePage(
                    .sample(.cases), file: .sample(mayCallBack: false, alert: nil, calls: [], masked: nil), now: now)
            ),
            (
                "office-phone-problems",
                PhonePage(.sample(.cases), file: waiting, now: now, typed: typed, problems: problems)
            ),
            ("office-phone-call", CallPage(.sampleOfHead(.cases), file: called, call: underWay, number: number)),
            (
                "office-phone-call-problems",
                CallPage(
                    .sampleOfHead(.cases), file: called, call: underWay, number: number, typed: typed,
                    problems: problems)
            ),
            (
                "office-phones",
                RevealsPage(.sample(.cases), lines: reveals, filter: RevealFilter(reason: .caseWork, user: 2), limit: 2)
            ),
            (
                "office-phones-officer",
                RevealsPage(.sampleOfOfficer(.privacy), lines: reveals, filter: RevealFilter(), limit: 9)
            ),
            ("office-phones-empty", RevealsPage(.sampleOfHead(.cases), lines: [], filter: RevealFilter(), limit: 9)),
        ] + retention
    }

    private static var reveals: [RevealLine] {
        let at = SampleRating.moment.addingTimeInterval(7_200)
        return [
            (RevealReason.caseWork, "Hỏi rõ ngày hẹn trả kết quả", Int64(123)), (.callback, "", nil),
        ].map { reason, words, alert in
            RevealLine(
                reveal: Reveal(rating: 12, user: 2, at: at, reason: reason, words: words), name: "Trần Thị Hạnh",
                desk: "q03", unit: "tu-phap", ratedAt: SampleRating.moment, alert: alert)
        }
    }

    private static var retention: [(name: String, page: any Page)] {
        let now = SampleRating.moment
        let periods = RetentionPurpose.allCases.map {
            $0 == .phone
                ? RetentionPeriod(purpose: $0, days: 60, since: now, actor: "user:9")
                : RetentionPeriod(purpose: $0, days: $0.usual)
        }
        let lines = periods.map {
            RetentionRun.Line(purpose: $0.purpose, before: $0.end(on: LocalDay(now)), count: $0.days)
        }
        var problems = FormProblems()
        problems.add("full", "Không có chỗ điền nào tên là {tên}. Xin xem danh sách ở cuối trang.")
        return [
            (
                "office-retention",
                RetentionPage(
                    .sampleOfOfficer(.privacy), periods: periods, runs: [RetentionRun(id: 1, at: now, lines: lines)],
                    months: [Month(now).previous, Month(now)], names: ["user:9": "Vũ Thị Oanh"])
            ),
            (
                "office-retention-problem",
                RetentionPage(
                    .sampleOfOfficer(.privacy), periods: periods, runs: [], months: [], names: [:],
                    problem: (.phone, "400", "Xin nhập số ngày từ 45 đến 120."))
            ),
            ("office-notice", NoticePage(.sampleOfOfficer(.privacy), names: ["user:9": "Vũ Thị Oanh"])),
            (
                "office-notice-problems",
                NoticePage(.sampleOfOfficer(.privacy), names: [:], typed: FormFields(), problems: problems)
            ),
        ]
    }
}

extension PhoneFile {
    fileprivate static func sample(
        mayCallBack: Bool, alert: Alert?, calls: [Call], masked: String? = "095•••101"
    ) -> PhoneFile {
        var rating = SampleRating.bad
        rating.mayCallBack = mayCallBack
        rating.notice = 1
        return PhoneFile(
            rating: rating, alert: alert, masked: masked, calls: calls, names: [2: "Trần Thị Hạnh"])
    }
}

extension Frame {
    /// Whoever answers for personal data, under a notice that was changed once.
    fileprivate static func sampleOfOfficer(_ section: Section) -> Frame {
        var frame = Frame.sample(section, .dataProtection)
        frame.directory = .sampleWithNotices
        return frame
    }
}
