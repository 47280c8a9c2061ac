import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// Who looked at what between two moments, on a page and as a file.
    func addAccessLog(to routes: inout Routes) {
        routes.get("/office/privacy/access", for: .answerDataRequests) { _, staff in
            try staff.mustBeOverAll()
            let asked = AccessSpan(staff.query)
            let span = asked ?? AccessSpan(endingAt: staff.now)
            let isWrong = asked == nil && staff.query["from"] != nil
            let log = try await store.read {
                try $0.accessLog(from: span.from, to: span.to, limit: AccessLogPage.length + 1)
            }
            let page = AccessLogPage(
                staff.frame(.privacy), log: log,
                problem: isWrong ? "Xin chọn hai thời điểm, cái trước sớm hơn cái sau." : nil)
            return try answers.office(page, status: isWrong ? .unprocessableContent : .ok)
        }
        routes.post("/office/privacy/access", for: .answerDataRequests) { form, staff in
            try staff.mustBeOverAll()
            return answers.see("/office/privacy/access?\(AccessSpan.query(form))")
        }
        routes.post("/office/privacy/access.csv", for: .answerDataRequests) { form, staff in
            try staff.mustBeOverAll()
            guard let span = AccessSpan(form) else {
                return answers.see("/office/privacy/access?\(AccessSpan.query(form))")
            }
            let log = try await store.write(as: staff.actor) { try $0.exportAccessLog(from: span.from, to: span.to) }
            return answers.file(
                log.csv, type: AccessLog.csvMediaType, saveAs: "nhat-ky-truy-cap-\(LocalDay(span.from)).csv")
        }
    }
}

/// A stretch of time as two fields say it.
private struct AccessSpan: Sendable {
    let from: Date
    let to: Date

    init?(_ form: FormFields) {
        guard let from = IncidentMoment.moment(form["from"]), let to = IncidentMoment.moment(form["to"]), from < to
        else { return nil }
        (self.from, self.to) = (from, to)
    }

    /// The last week.
    init(endingAt now: Date) {
        from = LocalDay(now).adding(days: -6).start
        to = LocalDay(now).adding(days: 1).start
    }

    /// Nothing but what a moment is written with gets into the address.
    static func query(_ form: FormFields) -> String {
        ["from", "to"].map { name in
            let typed = IncidentMoment.moment(form[name]).map(IncidentMoment.typed) ?? "x"
            return "\(name)=\(typed)"
        }.joined(separator: "&")
    }
}
