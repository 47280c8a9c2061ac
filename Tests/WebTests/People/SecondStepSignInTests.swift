import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Password, then the code that the phone shows.
struct SecondStepSignInTests {
    /// A site whose account 1 (Phúc) signs in with a second step; with his recovery codes.
    private func site(change: (inout WebSettings) -> Void = { _ in }) async throws -> (Site, [String]) {
        let site = try await SignInTests.site(change: change)
        try await site.fixture.store.write(as: .user(1)) { try $0.beginSecondStep(of: 1) }
        let code = try await Phone.code(site)
        let codes = try await site.fixture.store.write(as: .user(1)) { try $0.confirmSecondStep(code, of: 1) }
        site.fixture.world.advance(minutes: 10)
        return (site, codes)
    }

    private func passwordGiven(_ site: Site, next: String = "") async throws -> Answer {
        try await site.post("/office/login", SignInTests.form(try await SignInTests.token(site), next: next))
    }

    private func send(_ code: String, _ site: Site, after password: Answer, next: String = "") async throws -> Answer {
        let form = TypedForm([("code", code), ("token", try await SignInTests.token(site)), ("next", next)])
        return try await site.post("/office/login/code", form.body, headers: ["Cookie": password.cookieHeader])
    }

    @Test("A right password opens nothing yet; the code does, and leads where one wanted to go")
    func both() async throws {
        let (site, _) = try await site()
        let half = try await passwordGiven(site, next: "/office/cases?all=1")
        #expect(half.location == "/office/login/code?next=/office/cases?all=1")
        #expect(half.cookies.count == 1 && half.cookieHeader.hasPrefix("__Secure-hailong-half="))
        for attribute in ["Path=/office/login", "HttpOnly", "Secure", "Max-Age=300"] {
            #expect(half.cookies[0].contains(attribute))
        }
        #expect(try await site.get("/office", headers: ["Cookie": half.cookieHeader]).status == 303)
        let page = try await site.get(half.location ?? "", headers: ["Cookie": half.cookieHeader])
        #expect(page.status == 200 && page.value(of: "next") == "/office/cases?all=1")

        let answer = try await send(
            try await Phone.code(site), site, after: half, next: page.value(of: "next") ?? "")
        #expect(answer.status == 303 && answer.location == "/office/cases?all=1")
        #expect(try await site.get("/office", headers: ["Cookie": answer.cookieHeader]).status == 200)
        #expect(answer.cookies.contains { $0.hasPrefix("__Secure-hailong-half=;") && $0.contains("Max-Age=0") })
        #expect(answer.cookies.contains { $0.hasPrefix("__Secure-hailong-known=") })
    }

    @Test("A wrong code, and a code that was used, are asked for again")
    func wrong() async throws {
        let (site, _) = try await site()
        let half = try await passwordGiven(site)
        let wrong = try await send("000000", site, after: half)
        #expect(wrong.status == 422 && wrong.text.contains("Mã chưa đúng") && wrong.headers[.setCookie] == nil)
        let code = try await Phone.code(site)
        #expect(try await send(code, site, after: half).status == 303)
        let again = try await passwordGiven(site)
        #expect(try await send(code, site, after: again).status == 422)
    }

    @Test("A recovery code stands in for the phone, once")
    func recovery() async throws {
        let (site, codes) = try await site()
        #expect(try await send(codes[4], site, after: try await passwordGiven(site)).status == 303)
        #expect(try await send(codes[4], site, after: try await passwordGiven(site)).status == 422)
        let user = try await site.fixture.journal().filter { $0.kind == "second-step.code-used" }
        #expect(user.count == 1)
    }

    @Test("Without the password there is no page for the code, and after five minutes it begins anew")
    func begins() async throws {
        let (site, _) = try await site()
        #expect(try await site.get("/office/login/code").location == "/office/login")
        #expect(
            try await site.get("/office/login/code?next=/office/cases", headers: ["Cookie": "__Secure-hailong-half=x"])
                .location == "/office/login?next=/office/cases")
        let half = try await passwordGiven(site)
        site.fixture.world.advance(minutes: 6)
        #expect(try await send(try await Phone.code(site), site, after: half).location == "/office/login")
    }

    @Test("Whoever knows the password gets ten looks at codes in an hour")
    func guessing() async throws {
        let (site, _) = try await site()
        let half = try await passwordGiven(site)
        var looked = 0
        for guess in 0..<100 {
            let answer = try await send(String(100_000 + guess), site, after: half)
            if answer.status == 422 { looked += 1 } else { #expect([429, 303].contains(answer.status)) }
            site.fixture.world.advance(seconds: 2.5)
        }
        #expect((3...10).contains(looked))
    }

    @Test("A closed account, and one whose password was changed meanwhile, do not get to the code")
    func closed() async throws {
        let (site, _) = try await site()
        let half = try await passwordGiven(site)
        let other = PasswordHash(salt: [1], rounds: 2, blockSize: 1, parallelism: 1, hash: [2])
        try await site.fixture.store.write(as: .system) { try $0.setPassword(other, of: 1) }
        #expect(try await send(try await Phone.code(site), site, after: half).location == "/office/login")

        let closed = try await SignInTests.site()
        try await closed.fixture.store.write(as: .system) { try $0.closeAccount(1) }
        #expect(try await passwordGiven(closed).status == 422)
    }

    @Test("A foreign page's form does not try codes")
    func foreign() async throws {
        let (site, _) = try await site()
        let half = try await passwordGiven(site)
        let form = TypedForm([("code", "000000"), ("token", try await SignInTests.token(site))]).body
        let headers = ["Cookie": half.cookieHeader, "Sec-Fetch-Site": "cross-site"]
        #expect(try await site.post("/office/login/code", form, headers: headers).status == 403)
        let madeUp = TypedForm([("code", "000000"), ("token", "x")]).body
        #expect(
            try await site.post("/office/login/code", madeUp, headers: ["Cookie": half.cookieHeader]).status == 403)
    }

    @Test("Whose role asks for a second step sets it up before anything else, and then has everything")
    func required() async throws {
        let site = try await Site { $0.secondFactorRequired = [.homeAffairs] }
        let phuc = try await site.staff(.homeAffairs), hanh = try await site.staff(.head, over: "tu-phap")
        for path in ["/office", "/office/figures/2026-11", "/office/cases", "/office/cards"] {
            #expect(try await site.get(path, as: phuc).location == "/office/account", "\(path)")
            #expect(try await site.get(path, as: hanh).status == 200, "\(path)")
        }
        // What is not theirs is not found, now as ever.
        #expect(try await site.get("/office/people", as: phuc).status == 404)
        let page = try await site.get("/office/account", as: phuc)
        #expect(page.status == 200 && page.text.contains("cần xác thực hai bước"))
        #expect(try await site.post("/office/account/second-step", "token=\(phuc.formToken)", as: phuc).status == 303)
        let code = try await Phone.code(site, of: phuc.user)
        let on = try await site.post(
            "/office/account/second-step/confirm", "token=\(phuc.formToken)&code=\(code)", as: phuc)
        #expect(on.status == 200)
        #expect(try await site.get("/office", as: phuc).status == 200)
        #expect(!(try await site.get("/office/account", as: phuc).text.contains("rồi mới dùng")))
    }

    @Test("They may leave without setting it up")
    func leave() async throws {
        let site = try await Site { $0.secondFactorRequired = [.homeAffairs] }
        let phuc = try await site.staff(.homeAffairs)
        #expect(try await site.post("/office/logout", "token=\(phuc.formToken)", as: phuc).location == "/office/login")
    }
}

/// The app on somebody's phone, in a test: it knows what the page showed.
enum Phone {
    static func code(_ site: Site, of user: Int64 = 1) async throws -> String {
        let step = try #require(try await site.fixture.store.read { try $0.secondStep(of: user) })
        let secret = try site.fixture.secrets.openSecret(step.sealed, of: user)
        return OneTimeCode.code(secret: secret, step: OneTimeCode.step(at: site.fixture.now))
    }
}
