import Feedback
import Foundation
import TestSupport
import Testing

@testable import Web

/// What an administrator does with accounts.
struct PeopleTests {
    private func site() async throws -> (Site, administrator: Staff, hanh: Staff) {
        let site = try await Site()
        let administrator = try await site.staff(.administrator)
        let hash = try SignInTests.hash
        try await site.fixture.store.write(as: .system) { try $0.setPassword(hash, of: administrator.user) }
        return (site, administrator, try await site.staff(.head, over: "tu-phap"))
    }

    private func post(_ site: Site, _ path: String, _ fields: [(String, String)] = [], as staff: Staff) async throws
        -> Answer
    {
        let form = TypedForm([(name: "token", value: staff.formToken)] + fields.map { (name: $0.0, value: $0.1) })
        return try await site.post(path, form.body, as: staff)
    }

    @Test("People stand in a table with the roles they hold, each a link to the page where everything is done")
    func list() async throws {
        let (site, administrator, hanh) = try await site()
        let page = try await site.get("/office/people", as: administrator).text
        #expect(page.contains("href=\"/office/people/\(hanh.user)\""))
        #expect(page.contains("Thủ trưởng đơn vị · Phòng Tư pháp") && page.contains("Quản trị hệ thống · Toàn cơ quan"))
        #expect(try await site.get("/office/people/\(hanh.user)", as: administrator).status == 200)
        #expect(try await site.get("/office/people/99", as: administrator).status == 404)
        #expect(try await site.get("/office/people/x", as: administrator).status == 404)
    }

    @Test("Each of the eleven roles can be given with an invitation", arguments: Role.allCases)
    func invite(role: Role) async throws {
        let (site, administrator, _) = try await site()
        let needsUnit = [.head, .oneStopLead].contains(role)
        let answer = try await post(
            site, "/office/people",
            [
                ("name", "Lan"), ("email", "lan@longkhanh.example"), ("role", role.rawValue),
                ("unit", needsUnit ? "tu-phap" : ""), ("official", role == .official ? "minh" : ""), ("from", ""),
                ("to", "31/12/2026"),
            ], as: administrator)
        #expect(answer.status == 200 && answer.text.contains("/office/welcome/"))
        let user = try #require(try await site.fixture.store.read { try $0.user(email: "lan@longkhanh.example") })
        #expect(user.grants.map(\.role) == [role] && user.grants.first?.to == .on("2026-12-31"))
        #expect(user.grants.first?.unit == (needsUnit || role == .official ? "tu-phap" : nil))
    }

    @Test("A second role is given on the person's page, and ends there; both can be undone")
    func grants() async throws {
        let (site, administrator, hanh) = try await site()
        let path = "/office/people/\(hanh.user)"
        let given = try await post(
            site, "\(path)/grants", [("role", "supervisor"), ("unit", ""), ("official", "")], as: administrator)
        #expect(given.location == path)
        #expect(try await site.get("/office/journal", as: hanh).status == 200)
        let id = try #require(try await site.fixture.store.read { try $0.heldGrants(of: hanh.user).last }?.id)
        #expect(try await post(site, "\(path)/grants/\(id)/end", [("now", "1")], as: administrator).status == 303)
        #expect(try await site.get("/office/journal", as: hanh).status == 404)
        #expect(try await site.get(path, as: administrator).text.contains("\(path)/grants/\(id)/keep"))
        #expect(try await post(site, "\(path)/grants/\(id)/keep", as: administrator).status == 303)
        #expect(try await site.get("/office/journal", as: hanh).status == 200)
        let dated = try await post(site, "\(path)/grants/\(id)/end", [("lastDay", "2026-11-30")], as: administrator)
        #expect(dated.status == 303)
        #expect(try await site.get(path, as: administrator).text.contains("đến hết 30/11/2026"))
    }

    @Test("What is wrong is said at the form, and what was typed stays")
    func problems() async throws {
        let (site, administrator, hanh) = try await site()
        let path = "/office/people/\(hanh.user)"
        let head = try await post(
            site, "\(path)/grants", [("role", "head"), ("unit", ""), ("from", "2026-12-01")], as: administrator)
        #expect(
            head.status == 422 && head.text.contains("Xin chọn đơn vị") && head.text.contains("value=\"2026-12-01\""))
        let day = try await post(
            site, "\(path)/grants", [("role", "verifier"), ("from", "32/12/2026")], as: administrator)
        #expect(day.status == 422 && day.text.contains("32/12/2026") && day.text.contains("Ngày chưa đúng"))
        #expect(try await post(site, "\(path)/grants", [("role", "king")], as: administrator).status == 400)
        #expect(try await post(site, "\(path)/name", [("name", " ")], as: administrator).status == 422)
        let invited = try await post(
            site, "/office/people", [("name", "Lan"), ("email", "lan"), ("role", "verifier")], as: administrator)
        #expect(invited.status == 422 && invited.text.contains("value=\"Lan\""))
    }

    @Test("A name is changed, and every page shows it")
    func rename() async throws {
        let (site, administrator, hanh) = try await site()
        let path = "/office/people/\(hanh.user)"
        #expect(try await post(site, "\(path)/name", [("name", "Trần Thị <Hạnh>")], as: administrator).location == path)
        #expect(try await site.get("/office/account", as: hanh).text.contains("Trần Thị &lt;Hạnh&gt;"))
    }

    @Test("A closed account is signed out at once and does not sign in; opened again, it does")
    func close() async throws {
        let (site, administrator, hanh) = try await site()
        let hash = try SignInTests.hash
        try await site.fixture.store.write(as: .system) { try $0.setPassword(hash, of: hanh.user) }
        let path = "/office/people/\(hanh.user)", email = "head-tu-phap@longkhanh.example"
        #expect(try await post(site, "\(path)/close", as: administrator).location == path)
        #expect(try await site.get("/office", as: hanh).location == "/office/login")
        let token = try await SignInTests.token(site)
        #expect(try await site.post("/office/login", SignInTests.form(token, email: email)).status == 422)
        #expect(try await site.get(path, as: administrator).text.contains("Đã khóa từ 20/11/2026"))
        #expect(try await post(site, "\(path)/link", as: administrator).status == 404)
        #expect(try await post(site, "\(path)/reopen", as: administrator).status == 303)
        #expect(try await site.post("/office/login", SignInTests.form(token, email: email)).status == 303)
    }

    @Test("The last administrator can neither be closed nor lose the role, and is told why")
    func last() async throws {
        let (site, administrator, _) = try await site()
        let path = "/office/people/\(administrator.user)"
        let closed = try await post(site, "\(path)/close", as: administrator)
        #expect(closed.status == 422 && closed.text.contains("người quản trị cuối cùng"))
        let id = try #require(try await site.fixture.store.read { try $0.heldGrants(of: administrator.user).first }?.id)
        let ended = try await post(site, "\(path)/grants/\(id)/end", [("lastDay", "")], as: administrator)
        #expect(ended.status == 422 && ended.text.contains("người quản trị cuối cùng"))
        #expect(try await site.get("/office/people", as: administrator).status == 200)
    }

    @Test("A fresh link is shown once, on the person's page")
    func link() async throws {
        let (site, administrator, hanh) = try await site()
        let path = "/office/people/\(hanh.user)"
        let answer = try await post(site, "\(path)/link", as: administrator)
        let link = try #require(answer.text.firstMatch(of: /https:\/\/danhgia\.example(\/office\/welcome\/[\w-]{43})/))
        #expect(try await site.get(String(link.1)).status == 200)
        #expect(!(try await site.get(path, as: administrator).text.contains("/office/welcome/")))
    }

    @Test("Somebody who lost phone and recovery codes is freed by the administrator")
    func lostPhone() async throws {
        let (site, administrator, hanh) = try await site()
        try await site.fixture.store.write(as: .user(hanh.user)) { try $0.beginSecondStep(of: hanh.user) }
        let code = try await Phone.code(site, of: hanh.user)
        _ = try await site.fixture.store.write(as: .user(hanh.user)) {
            try $0.confirmSecondStep(code, of: hanh.user)
        }
        let path = "/office/people/\(hanh.user)"
        #expect(try await site.get(path, as: administrator).text.contains("second-step/end"))
        #expect(try await post(site, "\(path)/second-step/end", as: administrator).location == path)
        #expect(try await site.fixture.store.read { try $0.user(id: hanh.user) }?.secondStepSince == nil)
        #expect(try await post(site, "\(path)/second-step/end", as: administrator).status == 404)
    }

    @Test("Everything an administrator does with accounts is in the journal, by whom and without a name")
    func journal() async throws {
        let (site, administrator, hanh) = try await site()
        let path = "/office/people/\(hanh.user)", before = try await site.fixture.journal().count
        _ = try await post(site, "\(path)/name", [("name", "Mới Toanh")], as: administrator)
        _ = try await post(site, "\(path)/grants", [("role", "verifier")], as: administrator)
        let id = try #require(try await site.fixture.store.read { try $0.heldGrants(of: hanh.user).last }?.id)
        _ = try await post(site, "\(path)/grants/\(id)/end", [("now", "1")], as: administrator)
        _ = try await post(site, "\(path)/grants/\(id)/keep", as: administrator)
        _ = try await post(site, "\(path)/link", as: administrator)
        _ = try await post(site, "\(path)/close", as: administrator)
        _ = try await post(site, "\(path)/reopen", as: administrator)
        let lines = try await site.fixture.journal().dropFirst(before)
        #expect(
            lines.map(\.kind) == [
                "user.renamed", "role.granted", "role.ended", "role.kept", "user.invited", "user.closed",
                "user.reopened",
            ])
        #expect(lines.allSatisfy { $0.actor == "user:\(administrator.user)" && $0.subject == "user:\(hanh.user)" })
        #expect(lines.allSatisfy { !$0.details.contains("Toanh") && !$0.details.contains("@") })
    }
}
