import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addAccount(to routes: inout Routes) {
        routes.get("/office/account", for: .ownAccount) { _, staff in
            try await accountPage(staff)
        }
        routes.post("/office/account/password", for: .ownAccount) { form, staff in
            try await answering(staff) { try await changePassword(form, staff) }
        }
        routes.post("/office/account/sessions/{handle}/end", for: .ownAccount) { _, staff in
            let handle = try staff.parameter("handle")
            try await store.write(as: staff.actor) { try $0.endSession(handle, of: staff.user.id) }
            return answers.see("/office/account?done=session")
        }
        routes.post("/office/account/sessions/end-others", for: .ownAccount) { _, staff in
            try await store.write(as: staff.actor) {
                try $0.endOtherSessions(of: staff.user.id, keeping: staff.session.tokenHash)
            }
            return answers.see("/office/account?done=sessions")
        }
        addOwnSecondStep(to: &routes)
    }

    /// - Throws: `Refusal.invalid`, `.slowDown`, `.busy`.
    private func changePassword(_ form: FormFields, _ staff: StaffContext) async throws -> Response {
        let user = staff.user, password = form["password"] ?? ""
        let attempt = ownTry("password", staff)
        try signInLimits.admit(attempt, now: staff.now)
        guard try await isPassword(form["old"] ?? "", of: user) else {
            throw Refusal.invalid(
                FormProblems([.init(field: "old", message: "Mật khẩu đang dùng chưa đúng. Chưa có gì thay đổi.")]))
        }
        signInLimits.succeeded(attempt)
        if let problem = PasswordRule.problem(with: password, email: user.email) {
            throw Refusal.invalid(FormProblems([.init(field: "password", message: problem)]))
        }
        let salt = world.random(16)
        let hash = try await passwords.run { try PasswordHash(password: password, salt: salt) }
        try await store.write(as: staff.actor) {
            try $0.changePassword(hash, of: user.id, keeping: staff.session.tokenHash)
        }
        return answers.see("/office/account?done=password")
    }

    /// A try of somebody who is signed in: counted for themselves, whatever others do.
    func ownTry(_ what: String, _ staff: StaffContext) -> SignInLimits.Try {
        SignInLimits.Try(account: "own \(what) \(staff.user.id)", address: "", browser: "own")
    }

    /// The account page again, with what to mend.
    func answering(_ staff: StaffContext, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch Refusal.invalid(let problems) {
            return try await accountPage(staff, problems: problems)
        } catch let refusal as Refusal where [.wrongCode, .slowDown(retryAfter: 0)].contains(refusal.withoutTime) {
            let problem = FormProblems.Problem(field: "code", message: try signInProblem(refusal))
            return try await accountPage(staff, problems: FormProblems([problem])).refusing(refusal)
        }
    }

    private func accountPage(
        _ staff: StaffContext, problems: FormProblems = FormProblems()
    ) async throws -> Response {
        let id = staff.user.id
        let (sessions, codes) = try await store.read { (try $0.sessions(of: id), try $0.recoveryCodesLeft(of: id)) }
        let page = AccountPage(
            staff.frame(.account), sessions: sessions.filter { $0.isAlive(at: staff.now) },
            current: staff.session.tokenHash, codesLeft: codes,
            isAsked: !settings.secondFactorRequired.isDisjoint(with: staff.rights.roles), done: staff.query["done"],
            problems: problems, now: staff.now)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Refusal {
    fileprivate var withoutTime: Refusal {
        if case .slowDown = self { return .slowDown(retryAfter: 0) }
        return self
    }
}
