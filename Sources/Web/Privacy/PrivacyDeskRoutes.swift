import Feedback
import Hummingbird
import Pages

extension Website {
    /// The desk of the data-protection officer.
    func addPrivacyDesk(to routes: inout Routes) {
        routes.get("/office/privacy", for: .answerDataRequests) { _, staff in
            try answers.office(try await privacyDesk(staff))
        }
        routes.get("/office/privacy/requests/{id}", for: .answerDataRequests) { _, staff in
            try answers.office(try await requestPage(staff))
        }
        routes.post("/office/privacy/requests/{id}/reply", for: .answerDataRequests) { form, staff in
            let text = form["text"] ?? ""
            return try await handle(form, staff) { try $0.replyToRequest($1, text: text, scope: $2) }
        }
        routes.post("/office/privacy/requests/{id}/extend", for: .answerDataRequests) { form, staff in
            let reason = form["reason"] ?? ""
            return try await handle(form, staff) { try $0.extendRequest($1, reason: reason, scope: $2) }
        }
        routes.post("/office/privacy/requests/{id}/fulfil", for: .answerDataRequests) { form, staff in
            let (text, comment) = (form["answer"] ?? "", form["comment"] ?? "")
            let removes = form["removeComment"] == "yes"
            return try await handle(form, staff) {
                try $0.fulfilRequest($1, text: text, comment: comment, removesComment: removes, scope: $2)
            }
        }
        routes.post("/office/privacy/requests/{id}/refuse", for: .answerDataRequests) { form, staff in
            let reason = form["refusal"] ?? ""
            return try await handle(form, staff) { try $0.refuseRequest($1, reason: reason, scope: $2) }
        }
        addIncidents(to: &routes)
        addAccessLog(to: &routes)
    }

    private func handle(
        _ form: FormFields, _ staff: StaffContext,
        _ verb: @escaping @Sendable (any Writing, Int64, Scope) throws -> Void
    ) async throws -> Response {
        let (id, scope) = (try staff.number("id"), staff.scope)
        do {
            try await store.write(as: staff.actor) { try verb($0, id, scope) }
            return answers.see("/office/privacy/requests/\(id)")
        } catch Refusal.invalid(let problems) {
            let page = try await requestPage(staff, typed: form, problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    private func privacyDesk(_ staff: StaffContext) async throws -> PrivacyDeskPage {
        let (scope, onlyOpen) = (staff.scope, staff.query["all"] == nil)
        let (requests, load) = try await store.read { tx in
            (
                try tx.dataRequests(scope: scope, onlyOpen: onlyOpen, limit: 1_000),
                try tx.dataRequestLoad(scope: scope)
            )
        }
        return PrivacyDeskPage(
            staff.frame(.privacy), requests: requests, load: load, onlyOpen: onlyOpen, now: staff.now)
    }

    private func requestPage(
        _ staff: StaffContext, typed: FormFields = FormFields(), problems: FormProblems = FormProblems()
    ) async throws -> PrivacyRequestPage {
        let (id, scope) = (try staff.number("id"), staff.scope)
        let file = try await store.read { try $0.dataRequestFile(id, scope: scope) }
        return PrivacyRequestPage(
            staff.frame(.privacy), file: file, now: staff.now, typed: typed, problems: problems)
    }
}
