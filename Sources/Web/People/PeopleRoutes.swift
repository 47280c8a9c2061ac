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
                let name = form["name"] ?? "", grants = try form.grants
                let link = try await store.write(as: staff.actor) {
                    try $0.invite(name: name, email: form["email"] ?? "", grants: grants)
                }
                return try await peoplePage(staff, newLink: (welcomeURL(link), name))
            } catch Refusal.invalid(let problems) {
                return try await peoplePage(staff, problems: problems, typed: form)
            }
        }
        routes.post("/office/people/{id}/link", for: .manageAccounts) { _, staff in
            let id = try staff.number("id")
            let (link, name) = try await store.write(as: staff.actor) { tx in
                guard let user = try tx.user(id: id) else { throw Refusal.notFound }
                return (try tx.inviteAgain(id), user.name)
            }
            return try await peoplePage(staff, newLink: (welcomeURL(link), name))
        }
    }

    private func peoplePage(
        _ staff: StaffContext, newLink: (url: String, name: String)? = nil, problems: FormProblems = FormProblems(),
        typed: FormFields = FormFields()
    ) async throws -> Response {
        let users = try await store.read { try $0.users() }
        let page = PeoplePage(
            staff.frame(.people), users: users, newLink: newLink, problems: problems, typed: typed)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func welcomeURL(_ link: SecretToken) -> String { "\(settings.baseURL)/office/welcome/\(link.text)" }
}

extension FormFields {
    /// The role that the invitation names, and where it holds.
    fileprivate var grants: [Grant] {
        get throws {
            guard let role = self["role"].flatMap(Role.init) else { throw Refusal.malformed }
            let unit = self["unit"].flatMap { $0.isEmpty ? nil : ID<Feedback.Unit>($0) }
            if role == .head && unit == nil {
                throw Refusal.invalid(
                    FormProblems([.init(field: "unit", message: "Xin chọn đơn vị mà người này đứng đầu.")]))
            }
            // The other two roles are over the whole authority.
            return [Grant(role: role, unit: role == .head ? unit : nil)]
        }
    }
}

extension StaffContext {
    func frame(_ section: Section) -> Frame {
        Frame(
            user: user, rights: rights, directory: directory, formToken: session.formToken, section: section,
            notices: notices)
    }
}
