import Feedback
import Foundation

/// Mails that are no alerts, and the page their link leads to.
enum MailSamples {
    static let baseURL = "https://hailong.longkhanh.example"

    static func all() throws -> [(name: String, page: any Page)] {
        try [
            ("mail-escalation", escalation(1)), ("mail-escalation-several", escalation(2)),
            ("mail-daily", daily(cases)), ("mail-daily-late", daily([])),
            (
                "mail-canary",
                PlainMail(
                    canary: SampleRating.mail(isDigest: false, kind: .canary), directory: .sample, baseURL: baseURL)
            ),
        ] + notices()
    }

    static func notices() throws -> [(name: String, page: any Page)] {
        try Notice.allCases.map { notice in
            // A report's notice is about a month: here one with which a quarter ends.
            let about: Int64 = notice == .reportDue ? 202_609 : 12
            let mail = SampleRating.mail(isDigest: false, kind: .notice(notice, about: about))
            return (
                "mail-notice-\(notice.rawValue)",
                try PlainMail(notice, about: about, mail: mail, directory: .sample, baseURL: baseURL)
            )
        }
    }

    private static func escalation(_ count: Int) throws -> AlertMail {
        var second = SampleRating.alert(.opened, id: 124)
        second.desk = "q07"
        return try AlertMail(
            mail: SampleRating.mail(isDigest: count > 1, kind: .escalation),
            alerts: [(SampleRating.alert(.opened), SampleRating.bad), (second, SampleRating.bad)].prefix(count).map {
                $0
            }, directory: .sample, baseURL: baseURL, now: SampleRating.moment.addingTimeInterval(2_400))
    }

    private static func daily(_ cases: [Alert]) throws -> DailyMail {
        let now = LocalDay.sample.adding(days: 4).start.addingTimeInterval(7.5 * 3_600)
        return try DailyMail(
            mail: SampleRating.mail(isDigest: false, kind: .daily),
            digest: DailyDigest(cases, scope: .whole, now: now), directory: .sample, baseURL: baseURL, now: now)
    }

    /// Twenty-two overdue, so that the list is cut, and one of each other kind.
    private static var cases: [Alert] {
        let overdue = (0..<22).map { index in
            var alert = SampleRating.alert(.acknowledged, id: 100 + Int64(index))
            alert.dueAt = SampleRating.moment
            return alert
        }
        var later = SampleRating.alert(.opened, id: 131)
        later.dueAt += 2 * 86_400
        var returned = SampleRating.alert(.returned, id: 132)
        returned.dueAt += 2 * 86_400
        return overdue + [SampleRating.alert(.handling, id: 130), later, returned]
    }
}
