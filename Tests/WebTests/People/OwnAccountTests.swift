import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Everybody's own account page.
struct OwnAccountTests {
    /// Phúc, who signed in with his password, at a browser that names itself.
    private func site(_ userAgent: String = "Mozilla/5.0 (Linux; Android 10) Chrome/126.0 Mobile") async throws
        -> (Site, Staff)
    {
        let site = try await SignInTests.site()
        return (site, try await signIn(site, userAgent))
    }

    private func signIn(_ site: Site, _ userAgent: String) async throws -> Staff {
        let answer = try await site.post(
            "/office/login", SignInTests.form(try await SignInTests.token(site)), headers: ["User-Agent": userAgent])
        let headers = ["Cookie": try #require(answer.cookies.first.map { String($0.prefix { $0 != ";" }) })]
        let page = try await site.get("/office/account", headers: headers)
        return Staff(user: 1, headers: headers, formToken: try #require(page.value(of: "token")))
    }

    private func post(_ site: Site, _ path: String, _ fields: [(String, String)] = [], as staff: Staff) async throws
        -> Answer
    {
        let form = TypedForm([(name: "token", value: staff.formToken)] + fields.map { (name: $0.0, value: $0.1) })
        return try await site.post("/office/account" + path, form.body, as: staff)
    }

    @Test("Every role has one, behind the name at the top", arguments: Role.allCases)
    func everyRole(role: Role) async throws {
        let site = try await Site()
        let staff = try await site.staff(role, over: [.head, .oneStopLead, .official].contains(role) ? "tu-phap" : nil)
        let page = try await site.get("/office/account", as: staff)
        #expect(page.status == 200 && page.text.contains("<strong>\(role.words)</strong>"))
        #expect(page.text.contains("<a class=\"who\" href=\"/office/account\" aria-current=\"page\">"))
    }

    @Test("Whoever holds no role at this time is led there and told so; nothing else is there")
    func noRole() async throws {
        let site = try await Site()
        let staff = try await site.staff(.verifier)
        try await site.fixture.store.write(as: .system) { tx in
            let id = try tx.heldGrants(of: staff.user)[0].id
            try tx.endGrant(id, of: staff.user, lastDay: .on("2026-11-19"))
        }
        #expect(try await site.get("/office", as: staff).location == "/office/account")
        #expect(try await site.get("/office/account", as: staff).text.contains("chưa giữ vai trò nào"))
        #expect(try await site.get("/office/figures/2026-11", as: staff).status == 404)
        #expect(try await site.post("/office/logout", "token=\(staff.formToken)", as: staff).status == 303)
    }

    @Test("A new password needs the old one, signs other browsers out and opens from then on", .timeLimit(.minutes(1)))
    func password() async throws {
        let (site, phuc) = try await site()
        let elsewhere = try await signIn(site, "curl/8")
        let new = "con mèo nhà bên hay ngáp"
        let wrong = try await post(site, "/password", [("old", "sai mat khau"), ("password", new)], as: phuc)
        #expect(wrong.status == 422 && wrong.text.contains("đang dùng chưa đúng"))
        let weak = try await post(
            site, "/password", [("old", SignInTests.password), ("password", "matkhau123456")], as: phuc)
        #expect(weak.status == 422 && weak.text.contains("dễ đoán"))
        #expect(try await site.get("/office", as: elsewhere).status == 200)
        let done = try await post(site, "/password", [("old", SignInTests.password), ("password", new)], as: phuc)
        #expect(done.location == "/office/account?done=password")
        #expect(try await site.get(done.location ?? "", as: phuc).text.contains("Đã đổi mật khẩu"))
        #expect(try await site.get("/office", as: elsewhere).status == 303)
        let token = try await SignInTests.token(site)
        #expect(try await site.post("/office/login", SignInTests.form(token)).status == 422)
        #expect(try await site.post("/office/login", SignInTests.form(token, password: new)).status == 303)
        #expect(try await site.fixture.journal().contains { $0.kind == "user.password-changed" })
    }

    @Test("Whoever sits at an open screen guesses the old password ten times an hour at most")
    func guessing() async throws {
        let (site, phuc) = try await site()
        var looked = 0
        for _ in 0..<60 {
            let answer = try await post(site, "/password", [("old", "sai"), ("password", "x")], as: phuc)
            if answer.text.contains("đang dùng chưa đúng") { looked += 1 }
            site.fixture.world.advance(seconds: 20)
        }
        #expect((3...10).contains(looked))
    }

    @Test("One sees where one is signed in, in words, without an address, and ends one or all others")
    func sessions() async throws {
        let (site, phuc) = try await site()
        let windows = try await signIn(site, "Mozilla/5.0 (Windows NT 10.0) Firefox/127.0")
        let mac = try await signIn(site, "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17 Safari/605.1.15")
        let page = try await site.get("/office/account", as: phuc).text
        for words in ["Chrome trên Android", "Firefox trên Windows", "Safari trên máy Mac", "Trình duyệt này"] {
            #expect(page.contains(words), "\(words)")
        }
        let ends = page.matches(of: /\/sessions\/([\w-]{16})\/end/).map { String($0.1) }
        #expect(ends.count == 2)
        #expect(try await post(site, "/sessions/AAAAAAAAAAAAAAAA/end", as: phuc).status == 404)
        #expect(try await post(site, "/sessions/\(ends[0])/end", as: phuc).location == "/office/account?done=session")
        let left = [try await site.get("/office", as: windows).status, try await site.get("/office", as: mac).status]
        #expect(left.sorted() == [200, 303])
        #expect(try await post(site, "/sessions/end-others", as: phuc).status == 303)
        for other in [windows, mac] { #expect(try await site.get("/office", as: other).status == 303) }
        #expect(try await site.get("/office", as: phuc).status == 200)
    }

    @Test("Nobody ends another person's browser")
    func foreignSession() async throws {
        let (site, phuc) = try await site()
        let other = try await site.staff(.administrator)
        let session = try #require(try await site.fixture.store.read { try $0.sessions(of: other.user).first })
        #expect(try await post(site, "/sessions/\(session.handle)/end", as: phuc).status == 404)
        #expect(try await site.get("/office", as: other).status == 200)
    }

    @Test("The second step is turned on with a scanned code, and its recovery codes are shown once")
    func turnOn() async throws {
        let (site, phuc) = try await site()
        #expect(try await site.get("/office/account/second-step", as: phuc).location == "/office/account")
        #expect(try await post(site, "/second-step", as: phuc).location == "/office/account/second-step")
        let offer = try await site.get("/office/account/second-step", as: phuc)
        #expect(offer.text.contains("<svg class=\"scan\"") && offer.text.contains("otpauth://totp/"))
        let wrong = try await post(site, "/second-step/confirm", [("code", "000000")], as: phuc)
        #expect(wrong.status == 422 && wrong.text.contains("Mã chưa đúng") && wrong.text.contains("<svg"))
        let shown = try await post(site, "/second-step/confirm", [("code", try await Phone.code(site))], as: phuc)
        #expect(shown.status == 200)
        #expect(shown.text.matches(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).count == 10)
        let page = try await site.get("/office/account", as: phuc).text
        #expect(page.contains("Đang bật từ thứ Sáu, 20/11/2026") && page.contains("<strong>10</strong>"))
        #expect(try await site.get("/office/account/second-step", as: phuc).location == "/office/account")
        // A second phone is not scanned in passing.
        #expect(try await post(site, "/second-step", as: phuc).status == 422)
    }

    @Test("Turning it off and making new recovery codes ask for a code")
    func turnOff() async throws {
        let (site, phuc) = try await site()
        _ = try await post(site, "/second-step", as: phuc)
        _ = try await post(site, "/second-step/confirm", [("code", try await Phone.code(site))], as: phuc)
        for path in ["/second-step/end", "/second-step/codes"] {
            #expect(try await post(site, path, [("code", "000000")], as: phuc).status == 422)
        }
        site.fixture.world.advance(minutes: 10)
        let code = try await Phone.code(site)
        #expect(try await post(site, "/second-step/codes", [("code", code)], as: phuc).status == 200)
        site.fixture.world.advance(minutes: 10)
        let off = try await post(site, "/second-step/end", [("code", try await Phone.code(site))], as: phuc)
        #expect(off.location == "/office/account?done=second-step-off")
        #expect(try await site.get("/office/account", as: phuc).text.contains("Bật xác thực hai bước"))
    }

    @Test("Codes at an open screen are guessed ten times an hour at most")
    func guessingCodes() async throws {
        let (site, phuc) = try await site()
        _ = try await post(site, "/second-step", as: phuc)
        _ = try await post(site, "/second-step/confirm", [("code", try await Phone.code(site))], as: phuc)
        var looked = 0
        for _ in 0..<100 {
            let answer = try await post(site, "/second-step/end", [("code", "000000")], as: phuc)
            if answer.text.contains("Mã chưa đúng") { looked += 1 }
            site.fixture.world.advance(seconds: 15)
        }
        #expect((3...10).contains(looked))
    }
}
