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
                return try await signIn(form, from: context.visitorAddress(request, settings))
            } catch let refusal as Refusal {
                return try signInPage(form, refusal)
            }
        }
        routes.post("/office/logout", for: .enter) { _, staff in
            try await store.write(as: staff.actor) {
                try $0.signOut(staff.session.tokenHash, user: staff.user.id)
            }
            return answers.see("/office/login", cookie: sessions.spentCookie)
        }
    }

    /// - Throws: `Refusal.wrongPassword` for a wrong password, an unknown name and an account without a password,
    ///   after the same work; `Refusal.slowDown`; `Refusal.foreignForm` for a page that was opened too long ago.
    private func signIn(_ form: FormFields, from address: String) async throws -> Response {
        guard secrets.admitsPageToken(form["token"] ?? "", at: world.now()) else { throw Refusal.foreignForm }
        let email = (form["email"] ?? "").trimmingCharacters(in: .whitespaces).lowercased()
        guard email.utf8.count <= 254 else { throw Refusal.wrongPassword }
        try signInLimits.admit(account: email, address: address, now: world.now())
        guard let user = try await user(email, password: form["password"] ?? "") else { throw Refusal.wrongPassword }
        signInLimits.succeeded(account: email, address: address)
        let signedIn = try await store.write(as: .user(user.id)) { try $0.signIn(user.id) }
        return answers.see(SignInPath.checked(form["next"]), cookie: sessions.cookie(signedIn.token))
    }

    private func user(_ email: String, password: String) async throws -> User? {
        guard password.utf8.count <= 4 * PasswordRule.longest else { return nil }
        let user = try await store.read { try $0.user(email: email) }
        // A stranger's password is checked against nobody's hash: the answer takes as long.
        let salt = world.random(16)
        let hash =
            user?.password
            ?? PasswordHash(
                salt: salt, rounds: PasswordHash.rounds, blockSize: 8, parallelism: 3,
                hash: [UInt8](repeating: 0, count: 32))
        let matches = try await passwords.run { try hash.matches(password) }
        return matches ? user : nil
    }

    private func signInPage(next: String) throws -> Response {
        try answers.office(
            SignInPage(
                formToken: secrets.pageToken(at: world.now()), next: next,
                authority: store.directory.configuration.authority.name))
    }

    private func signInPage(_ form: FormFields, _ refusal: Refusal) throws -> Response {
        let problem: String
        switch refusal {
        case .wrongPassword: problem = "Địa chỉ thư hoặc mật khẩu không đúng."
        case .slowDown(let seconds):
            problem = "Vừa có quá nhiều lần thử. Xin chờ \(Formats.duration(minutes: (seconds + 59) / 60)) rồi thử lại."
        case .foreignForm: problem = "Trang này mở đã lâu. Xin đăng nhập lại."
        default: throw refusal
        }
        let page = SignInPage(
            email: form["email"] ?? "", problem: problem, formToken: secrets.pageToken(at: world.now()),
            next: SignInPath.checked(form["next"]), authority: store.directory.configuration.authority.name)
        return try answers.office(page, status: refusal.status).refusing(refusal)
    }
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

    /// The marks that would end or join fields of a query; `checked` lets nothing else through that needs it.
    private static func escaped(_ path: String) -> String {
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
