import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

/// The form for citizens, the officer's desk, and the answer behind the code.
struct DataRequestTests {
    private static func form(
        _ site: Site, receipt: String, kind: String = "copy", wish: String = "", token: String? = nil
    ) async throws -> String {
        let page = try await site.get("/privacy/request")
        let token = try token ?? #require(page.value(of: "token"))
        return TypedForm([("token", token), ("receipt", receipt), ("kind", kind), ("wish", wish)]).body
    }

    /// Sends a request about a fresh rating.
    private static func ask(_ site: Site, kind: String = "copy") async throws -> String {
        let rating = try await site.fixture.rate(level: .veryDissatisfied, comment: "Nhà số 12 chờ lâu")
        let body = try await form(site, receipt: rating.receipt.rawValue, kind: kind, wish: "Xin <b>xem</b>")
        return try #require(try await site.post("/privacy/request", body).location)
    }

    @Test("The receipt page leads to the form with the code in its place")
    func prefilled() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate()
        #expect(try await site.get("/r/\(rating.receipt)").text.contains("\"/r/\(rating.receipt)/request\""))
        let page = try await site.get("/r/\(rating.receipt)/request")
        #expect(page.status == 200 && page.value(of: "receipt") == nil)
        #expect(page.text.contains("value=\"\(rating.receipt)\""))
        #expect(page.headers[.setCookie] == nil)
        #expect(try await site.get("/r/short/request").status == 404)
    }

    @Test("A request is taken once, and its page says the code and by which day; no phone is on it")
    func asked() async throws {
        let site = try await Site()
        let path = try await Self.ask(site)
        #expect(path.hasPrefix("/privacy/request/"))
        let page = try await site.get(path)
        #expect(page.status == 200 && page.text.contains("thứ Ba, 24/11/2026"))
        #expect(page.text.contains("thứ Hai, 30/11/2026") && page.text.contains("YC-000001"))
        #expect(!page.text.contains("0950") && !page.text.contains("/copy"))
        #expect(try await site.get("\(path)/copy").status == 404)
        #expect(try await site.get("/privacy/request/0000000000000").status == 404)
    }

    @Test("A wrong code is one sentence with everything kept; after twenty the address waits, and others do not")
    func wrongCodes() async throws {
        let site = try await Site { $0.isBehindProxy = true }
        let rating = try await site.fixture.rate()
        let wrong = try await Self.form(site, receipt: "0000000000000", wish: "Xin giữ lại lời này")
        let here = ["X-Forwarded-For": "192.0.2.1"]
        let first = try await site.post("/privacy/request", wrong, headers: here)
        #expect(first.status == 422 && first.text.contains("Không có đánh giá nào mang mã này"))
        #expect(first.text.contains("Xin giữ lại lời này"))
        for _ in 1..<20 { #expect(try await site.post("/privacy/request", wrong, headers: here).status == 422) }
        let right = try await Self.form(site, receipt: rating.receipt.rawValue)
        let slow = try await site.post("/privacy/request", right, headers: here)
        #expect(slow.status == 429 && slow.header("Retry-After") != nil)
        #expect(slow.text.contains(rating.receipt.rawValue))
        let there = ["X-Forwarded-For": "192.0.2.2"]
        #expect(try await site.post("/privacy/request", right, headers: there).status == 303)
        site.fixture.world.advance(minutes: 11)
        let later = try await Self.form(site, receipt: rating.receipt.rawValue, kind: "object")
        #expect(try await site.post("/privacy/request", later, headers: here).status == 303)
    }

    @Test("A form without the page's token is not taken; it comes back with a fresh one")
    func token() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate()
        for token in ["", "AAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            let body = try await Self.form(site, receipt: rating.receipt.rawValue, token: token)
            let answer = try await site.post("/privacy/request", body)
            #expect(answer.status == 403 && answer.text.contains(rating.receipt.rawValue))
            #expect(answer.value(of: "token")?.isEmpty == false)
        }
        let kept = try await site.fixture.store.read { try $0.dataRequests(scope: .whole, onlyOpen: false, limit: 9) }
        #expect(kept.isEmpty)
    }

    @Test(
        "The officer sees what is due, replies, gives the copy, and the citizen reads it: page and JSON, number masked")
    func copy() async throws {
        let site = try await Site()
        let path = try await Self.ask(site)
        let officer = try await site.staff(.dataProtection)
        let desk = try await site.get("/office/privacy", as: officer)
        #expect(desk.text.contains("YC-000001") && desk.text.contains("1 yêu cầu đang chờ"))
        let file = try await site.get("/office/privacy/requests/1", as: officer)
        #expect(file.text.contains("Nhà số 12 chờ lâu") && file.text.contains("Xin &lt;b&gt;xem&lt;/b&gt;"))
        #expect(!file.text.contains("0950"))
        let token = ("token", officer.formToken)
        let reply = TypedForm([token, ("text", "Đang làm.")]).body
        #expect(try await site.post("/office/privacy/requests/1/reply", reply, as: officer).status == 303)
        let done = TypedForm([token, ("answer", "Xin cảm ơn.")]).body
        #expect(try await site.post("/office/privacy/requests/1/fulfil", done, as: officer).status == 303)
        let page = try await site.get(path)
        #expect(page.text.contains("Xin cảm ơn.") && page.text.contains("\(path)/copy.json"))
        let copy = try await site.get("\(path)/copy")
        #expect(copy.text.contains("Nhà số 12 chờ lâu") && copy.text.contains("VV-000001"))
        let json = try await site.get("\(path)/copy.json")
        #expect(json.header("Content-Type")?.hasPrefix("application/json") == true)
        #expect(json.text.contains("\"comment\" : \"Nhà số 12 chờ lâu\""))
        for text in [copy.text, json.text] {
            #expect(!text.contains("0950000101") && text.contains("•••"))
        }
        #expect(try await site.get("/office/privacy", as: officer).text.contains("Không có yêu cầu nào đang chờ"))
        #expect(try await site.get("/office/privacy?all=1", as: officer).text.contains("YC-000001"))
        #expect(try await site.post("/office/privacy/requests/1/fulfil", done, as: officer).status == 422)
    }

    @Test("The number is deleted with two taps, and the person is told what stays")
    func delete() async throws {
        let site = try await Site()
        let path = try await Self.ask(site, kind: "delete")
        let officer = try await site.staff(.dataProtection)
        #expect(try await site.get("/office/privacy/requests/1", as: officer).text.contains("name=\"removeComment\""))
        let body = TypedForm([("token", officer.formToken), ("removeComment", "yes")]).body
        #expect(try await site.post("/office/privacy/requests/1/fulfil", body, as: officer).status == 303)
        let page = try await site.get(path)
        #expect(page.text.contains("Đã xóa số điện thoại") && page.text.contains("không còn gắn với Ông/Bà"))
        let file = try await site.get("/office/privacy/requests/1", as: officer)
        #expect(!file.text.contains("Nhà số 12") && file.text.contains("Không có số điện thoại"))
    }

    @Test("Extending and refusing need a reason; what was typed comes back")
    func reasons() async throws {
        let site = try await Site()
        let path = try await Self.ask(site)
        let officer = try await site.staff(.dataProtection)
        let desk = "/office/privacy/requests/1"
        let token = ("token", officer.formToken)
        #expect(try await site.post("\(desk)/extend", TypedForm([token]).body, as: officer).status == 422)
        let long = TypedForm([token, ("refusal", String(repeating: "Dài ", count: 501))]).body
        let refused = try await site.post("\(desk)/refuse", long, as: officer)
        #expect(refused.status == 422 && refused.text.contains("Dài Dài") && refused.text.contains("2.000 chữ cái"))
        let extend = TypedForm([token, ("reason", "Phải tìm hồ sơ giấy.")]).body
        #expect(try await site.post("\(desk)/extend", extend, as: officer).status == 303)
        let page = try await site.get(path)
        #expect(page.text.contains("thứ Hai, 07/12/2026") && page.text.contains("Phải tìm hồ sơ giấy."))
        let refuse = TypedForm([token, ("refusal", "Luật 91/2025/QH15, Điều 19.")]).body
        #expect(try await site.post("\(desk)/refuse", refuse, as: officer).status == 303)
        #expect(try await site.get(path).text.contains("Luật 91/2025/QH15, Điều 19."))
    }

    @Test("Nobody but the officer finds the desk", arguments: Role.allCases)
    func roles(role: Role) async throws {
        let site = try await Site()
        _ = try await Self.ask(site)
        let staff = try await site.staff(role, over: role.coversAll ? nil : "tu-phap")
        let paths = site.website.routeTable.filter { $0.right == .answerDataRequests && $0.method == .get }
        #expect(paths.count >= 6)
        let officer = try await site.staff(.dataProtection)
        let incident = TypedForm([
            ("token", officer.formToken), ("detectedAt", "2026-11-20T08:00"), ("what", "Mất tệp"), ("foundBy", "Chi"),
        ])
        #expect(try await site.post("/office/privacy/incidents", incident.body, as: officer).status == 303)
        for route in paths where route.path.contains("privacy") {
            let path = route.path.replacing("{id}", with: "1")
            guard !path.contains("{") else { continue }
            let answer = try await site.get(path, as: staff)
            #expect(answer.status == (role == .dataProtection ? 200 : 404), "\(role) \(path)")
        }
    }
}

/// The record of incidents and the access log.
struct IncidentRouteTests {
    @Test("An incident shows its 72 hours, is described, told and ended; the form to print holds what is known")
    func incident() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        func post(_ path: String, _ fields: [(name: String, value: String)]) async throws -> Answer {
            try await site.post(path, TypedForm([("token", officer.formToken)] + fields).body, as: officer)
        }
        let facts = [("what", "Tệp in để quên"), ("foundBy", "Chị Chi")]
        let wrong = try await post("/office/privacy/incidents", facts + [("detectedAt", "mới đây")])
        #expect(wrong.status == 422 && wrong.text.contains("Tệp in để quên"))
        let opened = try await post("/office/privacy/incidents", facts + [("detectedAt", "2026-11-20T08:00")])
        let path = try #require(opened.location)
        let page = try await site.get(path, as: officer)
        #expect(page.text.contains("còn 2\u{A0}ngày 23\u{A0}giờ") && page.text.contains("Chưa thông báo"))
        #expect(try await site.get("/office/privacy", as: officer).text.contains("1 sự cố chưa kết thúc"))
        #expect(try await post("\(path)/facts", facts + [("people", "12 người")]).status == 303)
        #expect(try await post("\(path)/steps", [("kind", "closed"), ("text", "Xong")]).status == 422)
        let told = [("kind", "notifiedAuthority"), ("happenedAt", "2026-11-20T08:30"), ("text", "A05, công văn 12")]
        #expect(try await post("\(path)/steps", told).status == 303)
        let form = try await site.get("\(path)/form", as: officer)
        for words in ["Tệp in để quên", "12 người", "A05, công văn 12", "Mẫu số 08", "08:00, thứ Sáu, 20/11/2026"] {
            #expect(form.text.contains(words), "\(words)")
        }
        #expect(try await post("\(path)/steps", [("kind", "closed"), ("text", "Đã thu hồi.")]).status == 303)
        #expect(try await site.get(path, as: officer).text.contains("Đã kết thúc"))
    }

    @Test("An incident past its 72 hours is red")
    func late() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        let at = site.fixture.now.addingTimeInterval(-73 * 3_600)
        try await site.fixture.store.write(as: .user(officer.user)) {
            _ = try $0.openIncident(detectedAt: at, facts: IncidentFacts(what: "Mất tệp", foundBy: "Chi"))
        }
        #expect(try await site.get("/office/privacy/incidents/1", as: officer).text.contains("large late"))
        #expect(try await site.get("/office/privacy/incidents", as: officer).text.contains("class=\"late\""))
    }

    @Test("The access log is asked for a stretch of time, and taking it out is a line of the journal")
    func access() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        let span = [("token", officer.formToken), ("from", "2026-11-20T00:00"), ("to", "2026-11-21T00:00")]
        let asked = try await site.post("/office/privacy/access", TypedForm(span).body, as: officer)
        #expect(asked.location == "/office/privacy/access?from=2026-11-20T00:00&to=2026-11-21T00:00")
        let page = try await site.get(try #require(asked.location), as: officer)
        #expect(page.text.contains("Đăng nhập") && page.text.contains(Role.dataProtection.words))
        let backward = "/office/privacy/access?from=2026-11-21T00:00&to=2026-11-20T00:00"
        #expect(try await site.get(backward, as: officer).status == 422)
        let file = try await site.post("/office/privacy/access.csv", TypedForm(span).body, as: officer)
        #expect(file.status == 200 && file.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(file.text.contains("user.signed-in"))
        #expect(try await site.fixture.journal().last?.kind == "access-log.exported")
    }
}
