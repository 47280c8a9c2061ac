import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addSignIn(to routes: inout Routes) {
        routes.get("/office/login") { request, _ in
            if (try? await sessions.known(request)) != nil { return answers.see("/office") }
            return try signInPage(next: SignInPath.checked(request.queryField("next")))
        }
        routes.post("/office/login") { request, context in
            let form = try await request.form(settings.limits)
            guard request.comesFromOurPage(settings) else { throw Refusal.foreignForm }
            do {
                return try await signIn(form, request, context)
            } catch let refusal as Refusal {
                return try signInPage(form, refusal)
            }
        }
        addSecondStep(to: &routes)
        routes.post("/office/logout", for: .ownAccount) { _, staff in
            try await store.write(as: staff.actor) {
                try $0.signOut(staff.session.tokenHash, user: staff.user.id)
            }
            return answers.see("/office/login", cookie: sessions.spentCookie)
        }
    }

    /// - Throws: `Refusal.wrongPassword` for a wrong password, an unknown name, a closed account and one without a
    ///   password, after the same work; `Refusal.slowDown`; `Refusal.foreignForm` for a page that was opened too long
    ///   ago.
    private func signIn(_ form: FormFields, _ request: Request, _ context: PublicContext) async throws -> Response {
        guard secrets.admitsPageToken(form["token"] ?? "", at: world.now()) else { throw Refusal.foreignForm }
        let email = (form["email"] ?? "").trimmingCharacters(in: .whitespaces).lowercased()
        guard email.utf8.count <= 254 else { throw Refusal.wrongPassword }
        let attempt = attempt(email, request, context)
        try signInLimits.admit(attempt, now: world.now())
        guard let user = try await user(email, password: form["password"] ?? "") else { throw Refusal.wrongPassword }
        let next = SignInPath.checked(form["next"])
        guard user.secondStepSince == nil else { return halfSignedIn(user, next: next) }
        let signedIn = try await store.write(as: .user(user.id)) { try $0.signIn(user.id, device: request.device) }
        signInLimits.succeeded(attempt)
        return answers.see(next, cookie: sessions.cookie(signedIn.token)).setting(knownBrowserCookie(email))
    }

    private func user(_ email: String, password: String) async throws -> User? {
        let user = try await store.read { try $0.user(email: email) }
        let matches = try await isPassword(password, of: user)
        return matches && user?.closedAt == nil ? user : nil
    }

    /// A stranger's password is checked against nobody's hash: the answer takes as long.
    func isPassword(_ password: String, of user: User?) async throws -> Bool {
        guard password.utf8.count <= 4 * PasswordRule.longest else { return false }
        let salt = world.random(16)
        let hash =
            user?.password
            ?? PasswordHash(
                salt: salt, rounds: PasswordHash.rounds, blockSize: 8, parallelism: 3,
                hash: [UInt8](repeating: 0, count: 32))
        return try await passwords.run { try hash.matches(password) }
    }

    private func signInPage(next: String) throws -> Response {
        try answers.office(
            SignInPage(
                formToken: secrets.pageToken(at: world.now()), next: next,
                authority: store.directory.configuration.authority.name))
    }

    private func signInPage(_ form: FormFields, _ refusal: Refusal) throws -> Response {
        let page = SignInPage(
            email: form["email"] ?? "", problem: try signInProblem(refusal),
            formToken: secrets.pageToken(at: world.now()),
            next: SignInPath.checked(form["next"]), authority: store.directory.configuration.authority.name)
        return try answers.office(page, status: refusal.status).refusing(refusal)
    }

    /// What went wrong, in a sentence.
    /// - Throws: the refusal, when another page says it.
    func signInProblem(_ refusal: Refusal) throws(Refusal) -> String {
        switch refusal {
        case .wrongPassword: return "Địa chỉ thư hoặc mật khẩu không đúng."
        case .wrongCode: return "Mã chưa đúng, đã hết giờ hoặc đã dùng. Xin nhập mã đang hiện trên điện thoại."
        case .slowDown(let seconds):
            return "Vừa có quá nhiều lần thử. Xin chờ \(Formats.duration(minutes: (seconds + 59) / 60)) rồi thử lại."
        case .foreignForm: return "Trang này mở đã lâu. Xin đăng nhập lại."
        default: throw refusal
        }
    }
}

extension Request {
    /// What kind of browser asks, in words.
    var device: String { DeviceName(userAgent: headers[.userAgent]).description }
}

/// Ways to the sign-in page and back.
enum SignInPath {
    /// Where to go after signing in: a page of ours, never what somebody put into a link.
    static func checked(_ path: String?) -> String {
        guard let path, path == "/office" || path.hasPrefix("/office/") || path.hasPrefix("/office?"),
            path.utf8.count <= 300,
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }), !path.contains("//")
        else { return "/office" }
        return path
    }

    static func leading(backTo request: Request) -> String {
        let path = request.uri.string
        guard request.method == .get, path != "/office", checked(path) == path else { return "/office/login" }
        return "/office/login?next=" + escaped(path)
    }

    /// The sign-in page, for somebody who wants to go to a path of ours.
    static func leading(to next: String) -> String {
        next == "/office" ? "/office/login" : "/office/login?next=" + escaped(next)
    }

    /// The marks that would end or join fields of a query; `checked` lets nothing else through that needs it.
    static func escaped(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("&", with: "%26").replacing("+", with: "%2B")
            .replacing("#", with: "%23")
    }
}

extension Request {
    /// A field of the query; nil when it is not there or the query is none.
    func queryField(_ name: String) -> String? {
        uri.query.flatMap { try? FormFields(urlEncoded: $0.utf8) }?[name]
    }
}
