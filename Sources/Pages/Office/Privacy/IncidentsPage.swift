package import Feedback
package import Foundation

/// Incidents, and the form that opens one. Posts `token`, `detectedAt`, `foundBy`, `what`, `data`, `people`,
/// `consequences`, `measures` to itself.
package struct IncidentsPage: Page {
    package static let template = "office-incidents"

    struct Row: Sendable {
        let number: String
        let href: String
        let what: String
        let detectedAt: String
        let clock: String
        let state: String
        let isLate: Bool
    }

    let header: Header
    let title: String
    let rows: [Row]
    let isEmpty: Bool
    let problems: [PrivacyRequestPage.Problem]
    let formToken: String
    let form: IncidentForm

    package init(
        _ frame: Frame, incidents: [Incident], now: Date, typed: FormFields? = nil,
        problems: FormProblems = FormProblems()
    ) {
        title = "Sự cố dữ liệu cá nhân"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        rows = incidents.map { incident in
            Row(
                number: incident.number, href: "/office/privacy/incidents/\(incident.id)",
                what: String(incident.facts.what.prefix(120)), detectedAt: Formats.moment(incident.detectedAt),
                clock: incident.mustNotify ? DueText.words(incident.notifyBy, now: now) : "",
                state: incident.stateForOffice, isLate: incident.mustNotify && incident.notifyBy < now)
        }
        isEmpty = rows.isEmpty
        self.problems = problems.problems.map { .init(anchor: $0.field, message: $0.message) }
        formToken = frame.formToken
        form = IncidentForm(
            detectedAt: typed?["detectedAt"] ?? IncidentMoment.typed(now), facts: IncidentFacts(typed ?? FormFields()))
    }
}

/// The fields of the facts, as they stand in both forms.
struct IncidentForm: Sendable {
    let detectedAt: String
    let foundBy: String
    let what: String
    let data: String
    let people: String
    let consequences: String
    let measures: String

    init(detectedAt: String, facts: IncidentFacts) {
        self.detectedAt = detectedAt
        foundBy = facts.foundBy
        what = facts.what
        data = facts.data
        people = facts.people
        consequences = facts.consequences
        measures = facts.measures
    }
}

extension IncidentFacts {
    package init(_ form: FormFields) {
        func text(_ name: String) -> String { (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
        self.init(
            what: text("what"), foundBy: text("foundBy"), data: text("data"), people: text("people"),
            consequences: text("consequences"), measures: text("measures"))
    }
}

extension Incident {
    var stateForOffice: String {
        if !isOpen { return "Đã kết thúc" }
        if notifiedAt != nil { return "Đã thông báo, đang khắc phục" }
        return needsNoNotice ? "Không phải thông báo, đang khắc phục" : "Chưa thông báo"
    }
}
