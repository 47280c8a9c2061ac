package import Feedback
package import Foundation

/// The notice of a breach to print and sign, with what Form 08 of Decree 356/2025/NĐ-CP asks for (Art. 28), as far as
/// the record knows it. What only the authority can say is left blank.
package struct IncidentFormPage: Page {
    package static let template = "office-incident-form"

    let header: Header
    let backHref: String
    let authority: AuthorityLines
    let number: String
    let facts: IncidentForm
    let notified: [String]
    let madeAt: String

    package init(_ frame: Frame, incident: Incident, steps: [IncidentStep], now: Date) {
        header = Header(frame, title: "Thông báo vi phạm \(incident.number)")
        backHref = "/office/privacy/incidents/\(incident.id)"
        authority = AuthorityLines(frame.directory)
        number = incident.number
        let blank = { (text: String) in text.isEmpty ? "……………………………………" : text }
        let known = incident.facts
        facts = IncidentForm(
            detectedAt: Formats.moment(incident.detectedAt),
            facts: IncidentFacts(
                what: blank(known.what), foundBy: blank(known.foundBy), data: blank(known.data),
                people: blank(known.people), consequences: blank(known.consequences), measures: blank(known.measures)))
        notified = steps.filter { [.notifiedAuthority, .notifiedPeople].contains($0.kind) }.map {
            "\(Formats.moment($0.happenedAt)): \($0.text)"
        }
        madeAt = Formats.day(now)
    }
}
