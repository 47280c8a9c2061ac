import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addPeople(to routes: inout Routes) {
        routes.get("/office/people", for: .manageAccounts) { _, staff in
            try await peoplePage(staff)
        }
        routes.post("/office/people", for: .manageAccounts) { form, staff in
            do {
                let name = form["name"] ?? "", grant = try form.grant
                let link = try await store.write(as: staff.actor) { tx in
                    try tx.invite(
                        name: name, email: form["email"] ?? "", grants: [grant.completed(in: tx.directory)])
                }
                return try await peoplePage(staff, newLink: (welcomeURL(link), name))
            } catch Refusal.invalid(let problems) {
                return try await peoplePage(staff, problems: problems, typed: form)
            }
        }
        addPerson(to: &routes)
    }

    private func peoplePage(
        _ staff: StaffContext, newLink: (url: String, name: String)? = nil, problems: FormProblems = FormProblems(),
        typed: FormFields = FormFields()
    ) async throws -> Response {
        let users = try await store.read { try $0.users() }
        let page = PeoplePage(
            staff.frame(.people), users: users, on: LocalDay(staff.now), newLink: newLink, problems: problems,
            typed: typed)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    func welcomeURL(_ link: SecretToken) -> String { "\(settings.baseURL)/office/welcome/\(link.text)" }
}

extension StaffContext {
    func frame(_ section: Section) -> Frame {
        Frame(
            user: user, rights: rights, directory: directory, formToken: session.formToken, section: section,
            notices: notices, mailGoesOut: mailGoesOut)
    }
}
