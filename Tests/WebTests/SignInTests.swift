import Crypto
import CryptoExtras
import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// The way into the office, and what keeps others out.
struct SignInTests {
    static let password = "mot cau ngan de nho"

    /// With as little work as scrypt can do: what is tested here is what happens around it.
    static var hash: PasswordHash {
        get throws {
            let key = try KDF.Scrypt.deriveKey(
                from: Data(password.utf8), salt: [UInt8](0..<16), outputByteCount: 32, rounds: 2, blockSize: 1,
                parallelism: 1)
            return PasswordHash(
                salt: Array(0..<16), rounds: 2, blockSize: 1, parallelism: 1, hash: key.withUnsafeBytes { Array($0) })
        }
    }

    /// A site with an account that has a password.
    static func site(change: (inout WebSettings) -> Void = { _ in }) async throws -> Site {
        let site = try await Site(change: change)
        let hash = try hash
        try await site.fixture.store.write(as: .system) { tx in
            let user = User(id: 0, name: "Lê Văn Phúc", email: Cast.phuc.email, grants: [Grant(role: .homeAffairs)])
            try tx.setPassword(hash, of: tx.insertUser(user))
        }
        return site
    }

    static func token(_ site: Site) async throws -> String {
        try #require(try await site.get("/office/login").value(of: "token"))
    }

    static func form(_ token: String, email: String = Cast.phuc.email, password: String = password, next: String = "")
        -> String
    {
        TypedForm([("email", email), ("password", password), ("token", token), ("next", next)]).body
    }

    @Test("Signing in gives a fresh cookie that scripts cannot read and foreign sites cannot send")
    func cookie() async throws {
        let site = try await Self.site()
        let answer = try await site.post(
            "/office/login", Self.form(try await Self.token(site)), headers: ["Cookie": "__Secure-hailong=planted"])
        #expect(answer.status == 303)
        #expect(answer.location == "/office")
        let cookie = try #require(answer.cookies.first)
        #expect(cookie.hasPrefix("__Secure-hailong=") && !cookie.contains("planted"))
        for attribute in ["Path=/office", "HttpOnly", "Secure", "SameSite=Lax"] { #expect(cookie.contains(attribute)) }
        let value = try #require(cookie.split(separator: ";").first.map(String.init))
        let home = try await site.get("/office", headers: ["Cookie": value])
        #expect(home.status == 200)
        #expect(home.text.contains("Lê Văn Phúc"))
    }

    @Test("After signing out the cookie opens nothing")
    func signOut() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        #expect(try await site.post("/office/logout", "token=\(staff.formToken)", as: staff).status == 303)
        #expect(try await site.get("/office", as: staff).location == "/office/login")
    }

    @Test("A session ends after half an hour of silence, and after twelve hours in any case")
    func lifetime() async throws {
        let site = try await Site()
        let quiet = try await site.staff(.homeAffairs)
        site.fixture.world.advance(minutes: 31)
        #expect(try await site.get("/office", as: quiet).status == 303)
        let busy = try await site.staff(.homeAffairs)
        for _ in 0..<35 {
            site.fixture.world.advance(minutes: 20)
            #expect(try await site.get("/office", as: busy).status == 200)
        }
        site.fixture.world.advance(minutes: 25)
        #expect(try await site.get("/office", as: busy).status == 303)
    }

    @Test("A wrong password, an unknown name and an account without a password get the same answer")
    func sameAnswer() async throws {
        let site = try await Self.site()
        try await site.fixture.store.write(as: .system) { tx in
            _ = try tx.insertUser(User(id: 0, name: "Mới", email: "moi@longkhanh.example", grants: []))
        }
        let token = try await Self.token(site)
        var texts: Set<String> = []
        for email in [Cast.phuc.email, "ai@longkhanh.example", "moi@longkhanh.example"] {
            let answer = try await site.post(
                "/office/login", Self.form(token, email: email, password: "sai mat khau roi"))
            #expect(answer.status == 422)
            #expect(answer.headers[.setCookie] == nil)
            texts.insert(answer.text.replacing(email, with: "").replacing(answer.value(of: "token") ?? "", with: ""))
        }
        #expect(texts.count == 1)
    }

    @Test("An hour of guessing gets ten looks at the password")
    func guessing() async throws {
        let site = try await Self.site()
        let token = try await Self.token(site)
        var looked = 0
        for _ in 0..<400 {
            let answer = try await site.post("/office/login", Self.form(token, password: "doan mo thoi ma"))
            if answer.status == 422 { looked += 1 } else { #expect(answer.status == 429) }
            site.fixture.world.advance(seconds: 9)
        }
        #expect((8...11).contains(looked))
    }

    @Test("Only our own page's form signs in", arguments: ["cross-site", "same-site", "none"])
    func foreign(_ site: String) async throws {
        let here = try await Self.site()
        let token = try await Self.token(here)
        let answer = try await here.post("/office/login", Self.form(token), headers: ["Sec-Fetch-Site": site])
        #expect(answer.status == 403)
        #expect(try await here.post("/office/login", Self.form("made-up")).status == 403)
        here.fixture.world.advance(hours: 13)
        #expect(try await here.post("/office/login", Self.form(token)).status == 403)
    }

    @Test(
        "Afterwards one is where one wanted to go, and never elsewhere",
        arguments: [
            ("/office/cases/3?all=1", "/office/cases/3?all=1"), ("//evil.example", "/office"), ("", "/office"),
            ("https://evil.example/office", "/office"), ("/office/../q/x", "/office/../q/x"),
            ("/officeevil", "/office"),
            ("/office//evil.example", "/office"), ("/office\\evil", "/office"), ("/office/\r\nX: y", "/office"),
        ])
    func next(_ wanted: String, _ leads: String) async throws {
        let site = try await Self.site()
        let answer = try await site.post("/office/login", Self.form(try await Self.token(site), next: wanted))
        #expect(answer.location == leads)
    }

    @Test("A page that needs a session leads to signing in and back")
    func back() async throws {
        let site = try await Site()
        let answer = try await site.get("/office/figures/2026-11?unit=tu-phap&desk=q03")
        #expect(answer.location == "/office/login?next=/office/figures/2026-11?unit=tu-phap%26desk=q03")
        let page = try await site.get(answer.location ?? "")
        #expect(page.value(of: "next") == "/office/figures/2026-11?unit=tu-phap&amp;desk=q03")
    }

    @Test("A one-time link sets a password once")
    func welcome() async throws {
        let site = try await Site()
        let link = try await site.fixture.store.write(as: .system) {
            try $0.invite(name: "Hạnh", email: Cast.hanh.email, grants: [Grant(role: .head, unit: "tu-phap")])
        }
        let path = "/office/welcome/\(link.text)"
        let page = try await site.get(path)
        #expect(page.status == 200)
        let token = try #require(page.value(of: "token"))
        #expect(try await site.post(path, "token=\(token)&password=ngan").status == 422)
        #expect(try await site.post(path, "token=x&password=\(Self.password.replacing(" ", with: "+"))").status == 403)
        let good = "token=\(token)&password=\(Self.password.replacing(" ", with: "+"))"
        #expect(try await site.post(path, good).location == "/office/login")
        #expect(try await site.post(path, good).status == 404)
        #expect(try await site.get(path).status == 404)
    }

    @Test("An administrator invites, and the link shown once opens the account")
    func invite() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator)
        let form = TypedForm([
            ("token", staff.formToken), ("name", "Dũng"), ("email", Cast.dung.email), ("role", "head"),
            ("unit", "dat-dai"),
        ])
        let answer = try await site.post("/office/people", form.body, as: staff)
        #expect(answer.status == 200)
        let link = try #require(answer.text.firstMatch(of: /https:\/\/danhgia\.example(\/office\/welcome\/[\w-]{43})/))
        #expect(try await site.get(String(link.1)).status == 200)
        #expect(!(try await site.get("/office/people", as: staff).text.contains("/office/welcome/")))
        #expect(try await site.post("/office/people", form.body, as: staff).status == 422)
    }
}
