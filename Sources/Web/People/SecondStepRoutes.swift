import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// Between the password and the office, for those whose phone shows a code.
    func addSecondStep(to routes: inout Routes) {
        routes.get("/office/login/code") { request, _ in
            let next = SignInPath.checked(request.queryField("next"))
            guard try await halfSignedInUser(request) != nil else { return answers.see(SignInPath.leading(to: next)) }
            return try codePage(next: next)
        }
        routes.post("/office/login/code") { request, context in
            let form = try await request.form(settings.limits)
            guard request.comesFromOurPage(settings) else { throw Refusal.foreignForm }
            let next = SignInPath.checked(form["next"])
            guard let user = try await halfSignedInUser(request) else {
                return answers.see(SignInPath.leading(to: next))
            }
            do {
                return try await passSecondStep(user, form, request, context)
            } catch let refusal as Refusal {
                return try codePage(next: next, refusal)
            }
        }
    }

    /// The password was right: now the code. The cookie holds until it is typed.
    func halfSignedIn(_ user: User, next: String) -> Response {
        let path = next == "/office" ? "/office/login/code" : "/office/login/code?next=" + SignInPath.escaped(next)
        return answers.see(path, cookie: signInCookies.half(secrets.halfSignedIn(user, at: world.now())))
    }

    /// - Throws: `Refusal.wrongCode`, `.slowDown`, `.foreignForm`.
    private func passSecondStep(
        _ user: User, _ form: FormFields, _ request: Request, _ context: PublicContext
    ) async throws -> Response {
        guard secrets.admitsPageToken(form["token"] ?? "", at: world.now()) else { throw Refusal.foreignForm }
        let code = form["code"] ?? ""
        guard code.utf8.count <= 40 else { throw Refusal.wrongCode }
        let tries = ["code " + user.email, user.email].map { attempt($0, of: user, request, context) }
        try signInLimits.admit(tries[0], now: world.now())
        let signedIn = try await store.write(as: .user(user.id)) { tx in
            try tx.passSecondStep(code, of: user.id)
            return try tx.signIn(user.id, device: request.device)
        }
        for attempt in tries { signInLimits.succeeded(attempt) }
        return answers.see(SignInPath.checked(form["next"]), cookie: sessions.cookie(signedIn.token))
            .setting(knownBrowserCookie(user.email), signInCookies.spentHalf)
    }

    /// Codes are counted apart from passwords, and known browsers apart from strangers as there.
    private func attempt(
        _ account: String, of user: User, _ request: Request, _ context: PublicContext
    ) -> SignInLimits.Try {
        let asPassword = attempt(user.email, request, context)
        return SignInLimits.Try(account: account, address: asPassword.address, browser: asPassword.browser)
    }

    /// Whose password was right within the last minutes.
    private func halfSignedInUser(_ request: Request) async throws -> User? {
        guard let token = request.cookies[signInCookies.half]?.value, let id = secrets.halfSignedInUser(token),
            let user = try await store.read({ try $0.user(id: id) }), user.closedAt == nil,
            user.secondStepSince != nil, secrets.admitsHalfSignedIn(token, user, at: world.now())
        else { return nil }
        return user
    }

    private func codePage(next: String, _ refusal: Refusal? = nil) throws -> Response {
        let page = SignInCodePage(
            problem: try refusal.map(signInProblem), formToken: secrets.pageToken(at: world.now()), next: next,
            authority: store.directory.configuration.authority.name)
        guard let refusal else { return try answers.office(page) }
        return try answers.office(page, status: refusal.status).refusing(refusal)
    }
}
