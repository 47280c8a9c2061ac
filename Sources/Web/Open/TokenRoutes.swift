import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// The keys by which other programs read.
    func addTokens(to routes: inout Routes) {
        routes.get("/office/interface", for: .manageTokens) { _, staff in
            try await interfacePage(staff)
        }
        routes.post("/office/interface", for: .manageTokens) { form, staff in
            do {
                let wish = try TokenWish(
                    form, rights: staff.rights, directory: staff.directory, today: LocalDay(staff.now))
                let made = try await store.write(as: staff.actor) { try $0.makeToken(wish, by: staff.user.id) }
                return try await interfacePage(staff, made: (made.token.name, made.secret.text))
            } catch Refusal.invalid(let problems) {
                return try await interfacePage(staff, problems: problems, typed: form)
            }
        }
        routes.post("/office/interface/{id}/revoke", for: .manageTokens) { _, staff in
            let id = try staff.number("id")
            try await store.write(as: staff.actor) { try $0.revokeToken(id, rights: staff.rights) }
            return answers.see("/office/interface")
        }
    }

    private func interfacePage(
        _ staff: StaffContext, made: (name: String, text: String)? = nil, problems: FormProblems = FormProblems(),
        typed: FormFields? = nil
    ) async throws -> Response {
        let (tokens, users) = try await store.read { (try $0.accessTokens(), try $0.users()) }
        let page = InterfacePage(
            staff.frame(.interface), tokens: tokens.filter(staff.rights.manages), users: users, now: staff.now,
            baseURL: settings.baseURL, made: made, problems: problems, typed: typed)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
