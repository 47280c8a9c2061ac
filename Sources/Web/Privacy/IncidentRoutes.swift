import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addIncidents(to routes: inout Routes) {
        routes.get("/office/privacy/incidents", for: .answerDataRequests) { _, staff in
            try staff.mustBeOverAll()
            return try answers.office(try await incidentsPage(staff))
        }
        routes.post("/office/privacy/incidents", for: .answerDataRequests) { form, staff in
            try staff.mustBeOverAll()
            let (detectedAt, facts) = (IncidentMoment.moment(form["detectedAt"]), IncidentFacts(form))
            do {
                let id = try await store.write(as: staff.actor) {
                    try $0.openIncident(detectedAt: detectedAt, facts: facts)
                }
                return answers.see("/office/privacy/incidents/\(id)")
            } catch Refusal.invalid(let problems) {
                let page = try await incidentsPage(staff, typed: form, problems: problems)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
        routes.get("/office/privacy/incidents/{id}", for: .answerDataRequests) { _, staff in
            try answers.office(try await incidentPage(staff))
        }
        routes.get("/office/privacy/incidents/{id}/form", for: .answerDataRequests) { _, staff in
            let (incident, steps, _) = try await incident(staff)
            return try answers.office(
                IncidentFormPage(staff.frame(.privacy), incident: incident, steps: steps, now: staff.now))
        }
        routes.post("/office/privacy/incidents/{id}/facts", for: .answerDataRequests) { form, staff in
            let facts = IncidentFacts(form)
            return try await change(form, staff) { try $0.describeIncident($1, as: facts) }
        }
        routes.post("/office/privacy/incidents/{id}/steps", for: .answerDataRequests) { form, staff in
            guard let kind = form["kind"].flatMap(IncidentStep.Kind.init) else { throw Refusal.malformed }
            let (text, happenedAt) = (form["text"] ?? "", IncidentMoment.moment(form["happenedAt"]))
            return try await change(form, staff) {
                try $0.addIncidentStep(kind, to: $1, happenedAt: happenedAt, text: text)
            }
        }
    }

    private func change(
        _ form: FormFields, _ staff: StaffContext, _ verb: @escaping @Sendable (any Writing, Int64) throws -> Void
    ) async throws -> Response {
        try staff.mustBeOverAll()
        let id = try staff.number("id")
        do {
            try await store.write(as: staff.actor) { try verb($0, id) }
            return answers.see("/office/privacy/incidents/\(id)")
        } catch Refusal.invalid(let problems) {
            let page = try await incidentPage(staff, typed: form, problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    private func incidentsPage(
        _ staff: StaffContext, typed: FormFields? = nil, problems: FormProblems = FormProblems()
    ) async throws -> IncidentsPage {
        let incidents = try await store.read { try $0.incidents() }
        return IncidentsPage(
            staff.frame(.privacy), incidents: incidents, now: staff.now, typed: typed, problems: problems)
    }

    private func incidentPage(
        _ staff: StaffContext, typed: FormFields = FormFields(), problems: FormProblems = FormProblems()
    ) async throws -> IncidentPage {
        let (incident, steps, names) = try await incident(staff)
        return IncidentPage(
            staff.frame(.privacy), incident: incident, steps: steps, names: names, now: staff.now, typed: typed,
            problems: problems)
    }

    /// - Throws: `Refusal.notFound`.
    private func incident(_ staff: StaffContext) async throws -> (Incident, [IncidentStep], [String: String]) {
        try staff.mustBeOverAll()
        let id = try staff.number("id")
        return try await store.read { tx in
            guard let incident = try tx.incident(id) else { throw Refusal.notFound }
            let steps = try tx.incidentSteps(of: id)
            return (incident, steps, try tx.names(of: Set(steps.map(\.actor))))
        }
    }
}

extension StaffContext {
    /// Incidents and the access log are about the whole authority.
    /// - Throws: `Refusal.notFound` for somebody who is over a part.
    func mustBeOverAll() throws(Refusal) {
        guard scope == .whole else { throw .notFound }
    }
}
