import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// One account and what an administrator does with it.
    func addPerson(to routes: inout Routes) {
        routes.get("/office/people/{id}", for: .manageAccounts) { _, staff in
            try await personPage(staff)
        }
        routes.post("/office/people/{id}/link", for: .manageAccounts) { _, staff in
            let id = try staff.number("id")
            let link = try await store.write(as: staff.actor) { try $0.inviteAgain(id) }
            return try await personPage(staff, newLink: welcomeURL(link))
        }
        change("name", &routes) { tx, id, form, _ in try tx.rename(id, to: form["name"] ?? "") }
        change("grants", &routes) { tx, id, form, _ in try tx.grant(try form.grant, to: id) }
        change("grants/{grant}/end", &routes) { tx, id, form, staff in
            var problems = FormProblems()
            let yesterday = LocalDay(staff.now).adding(days: -1)
            let day = form["now"] != nil ? yesterday : form.day("lastDay", &problems) ?? LocalDay(staff.now)
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
            try tx.endGrant(staff.number("grant"), of: id, lastDay: day)
        }
        change("grants/{grant}/keep", &routes) { tx, id, _, staff in try tx.keepGrant(staff.number("grant"), of: id) }
        change("second-step/end", &routes) { tx, id, _, _ in try tx.dropSecondStep(of: id) }
        change("close", &routes) { tx, id, _, _ in try tx.closeAccount(id) }
        change("reopen", &routes) { tx, id, _, _ in try tx.reopenAccount(id) }
    }

    /// A form of the page, after which the page shows what is now.
    private func change(
        _ what: String, _ routes: inout Routes,
        _ verb: @escaping @Sendable (any Writing, Int64, FormFields, StaffContext) throws -> Void
    ) {
        routes.post("/office/people/{id}/\(what)", for: .manageAccounts) { form, staff in
            let id = try staff.number("id")
            do {
                try await store.write(as: staff.actor) { try verb($0, id, form, staff) }
                return answers.see("/office/people/\(id)")
            } catch Refusal.invalid(let problems) {
                return try await personPage(staff, problems: problems, typed: form)
            }
        }
    }

    private func personPage(
        _ staff: StaffContext, newLink: String? = nil, problems: FormProblems = FormProblems(),
        typed: FormFields = FormFields()
    ) async throws -> Response {
        let id = try staff.number("id")
        let found = try await store.read { tx in try tx.user(id: id).map { ($0, try tx.heldGrants(of: id)) } }
        guard let (user, grants) = found else { throw Refusal.notFound }
        let page = PersonPage(
            staff.frame(.people), user: user, grants: grants, now: staff.now, newLink: newLink, problems: problems,
            typed: typed)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
