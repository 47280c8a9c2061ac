import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("The interface for other programs")
struct InterfaceTests {
    /// A key, as the headers that carry it.
    private func key(
        _ site: Site, _ reaches: Set<TokenReach> = Set(TokenReach.allCases), unit: ID<Feedback.Unit>? = nil
    ) async throws -> [String: String] {
        let secret = try await site.fixture.store.write(as: .system) { tx in
            let text = SecretToken(text: AccessToken.mark + Base64URL.encode(tx.random(32)))
            let email = "\(text.text.lowercased().suffix(8))@longkhanh.example"
            let user = try tx.insertUser(User(id: 0, name: "Phúc", email: email, grants: []))
            _ = try tx.insertAccessToken(
                AccessToken(
                    id: 0, name: "Thử", reaches: reaches, unit: unit, madeAt: tx.now, madeBy: user,
                    lastDay: .on("2027-01-01")), hash: text.hash)
            return text
        }
        return ["Authorization": "Bearer \(secret.text)"]
    }

    private static let reading = [
        "/api/v1/figures?period=2026-11", "/api/v1/units", "/api/v1/desks", "/api/v1/fields", "/api/v1/criteria",
        "/api/v1/published", "/api/v1/reform-index?period=2026-11", "/api/v1/ratings?period=2026-11",
    ]

    private func json(_ answer: Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("Without a good key there is nothing but a challenge", arguments: reading)
    func key(path: String) async throws {
        let site = try await Site()
        let unknown = "Bearer hl_" + String(repeating: "A", count: 43)
        for (sent, says) in [
            (nil, "Bearer realm=\"hailong\""), ("Basic YTpi", "Bearer realm=\"hailong\""),
            (unknown, "Bearer realm=\"hailong\", error=\"invalid_token\""),
            ("Bearer x", "Bearer realm=\"hailong\", error=\"invalid_token\""),
        ] {
            let answer = try await site.get(path, headers: sent.map { ["Authorization": $0] } ?? [:])
            #expect(answer.status == 401 && answer.headers[.wwwAuthenticate] == says)
            #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8")
            #expect(try json(answer)["status"] as? Int == 401)
        }
        #expect(try await site.get("/api/v1/openapi.yaml").text.hasPrefix("openapi: 3.1.0\n"))
    }

    @Test("With the key each answers JSON, which is not sent again to whoever has it", arguments: reading)
    func reads(path: String) async throws {
        let site = try await Site()
        try await site.fixture.rate()
        let key = try await self.key(site)
        let answer = try await site.get(path, headers: key)
        #expect(
            answer.status == 200 && answer.headers[.contentType] == "application/json; charset=utf-8", "\(answer.text)")
        _ = try json(answer)
        let mark = try #require(answer.headers[.eTag])
        let again = try await site.get(path, headers: key.merging(["If-None-Match": "\"x\", W/\(mark)"]) { $1 })
        #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == mark)
        let head = try await site.ask(.head, path, headers: key)
        #expect(head.status == 200 && head.text.isEmpty && head.headers[.eTag] == mark)
    }

    @Test("A key that does not read a thing is told which reach it lacks")
    func reach() async throws {
        let site = try await Site()
        let key = try await self.key(site, [.published])
        for path in Self.reading where !path.contains("published") {
            let answer = try await site.get(path, headers: key)
            #expect(answer.status == 403 && answer.headers[.wwwAuthenticate]?.contains("insufficient_scope") == true)
        }
        #expect(try await site.get("/api/v1/published", headers: key).status == 200)
    }

    @Test("Nothing is written here, and what is not there is not there")
    func methods() async throws {
        let site = try await Site()
        let key = try await self.key(site)
        for method in [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace] {
            for path in Self.reading + ["/api/v1/openapi.yaml"] {
                let answer = try await site.ask(method, path, headers: key)
                #expect(answer.status == 405 && answer.headers[.allow] == "GET, HEAD", "\(method) \(path)")
            }
        }
        for path in ["/api", "/api/v1", "/api/v1/phones", "/api/v2/figures"] {
            let answer = try await site.get(path, headers: key)
            #expect(answer.status == 404 && answer.headers[.contentType]?.hasPrefix("application/problem+json") == true)
        }
    }

    @Test("Figures come with their n, their rule, and no more than their n allows")
    func figures() async throws {
        let site = try await Site()
        let key = try await self.key(site)
        for index in 0..<3 { try await site.fixture.rate("q07", phone: Fixture.phone(index)) }
        for index in 0..<28 { try await site.fixture.rate(phone: Fixture.phone(index)) }
        for index in 28..<30 { try await site.fixture.rate(level: .dissatisfied, phone: Fixture.phone(index)) }
        let text = try await site.get("/api/v1/figures?period=2026-11&by=unit", headers: key).text
        // 28 of 30; Wilson by hand.
        let full = """
            {"key":"tu-phap","name":"Phòng Tư pháp","n":30,"ratings":30,"state":"full","share":0.9333,"low":0.7868,\
            "high":0.9815,"dissatisfied":0.0667,"mean":3.87,"levels":[0,2,0,28,0],"blank":0}
            """
        #expect(text.contains(full), "\(text)")
        #expect(text.contains("\"n\":3,\"ratings\":3,\"state\":\"hidden\",\"share\":null,\"low\":null"))
        #expect(text.contains("\"kind\":\"overallQuestion\"") && text.contains("\"questionnaire\":\"LK@1\""))
        site.fixture.world.set(.inVietNam("2026-12-01", 9, 0))
        let own = try await site.get("/api/v1/figures?period=2026-11&by=official", headers: key).text
        #expect(own.contains("\"key\":\"minh\"") && own.contains("\"state\":\"provisional\""))
    }

    @Test("A key of one unit sees that unit's tree; what is elsewhere is not there")
    func scope() async throws {
        let site = try await Site()
        let key = try await self.key(site, unit: "tu-phap")
        try await site.fixture.rate()
        try await site.fixture.rate("q07")
        for path in Self.reading {
            let text = try await site.get(path, headers: key).text
            #expect(!text.contains("Đăng ký đất đai") && !text.contains("q07"), "\(path)")
        }
        #expect(try await site.get("/api/v1/units", headers: key).text.contains("tu-phap"))
        for path in ["figures?period=2026-11&unit=dat-dai", "figures?period=2026-11&unit=khong-co"] {
            #expect(try await site.get("/api/v1/\(path)", headers: key).status == 404)
        }
    }

    @Test("A wrong parameter is named")
    func parameters() async throws {
        let site = try await Site()
        let key = try await self.key(site)
        for (path, status, name) in [
            ("figures", 400, "period"), ("figures?period=2026-11&colour=red", 400, "colour"), ("units?x=1", 400, "x"),
            ("ratings?period=2026-11&limit=0", 400, "limit"), ("ratings?period=2026-11&limit=05", 400, "limit"),
            ("ratings?period=2026-11&cursor=x", 400, "cursor"),
            ("ratings?period=2026-11&cursor=2026-10-01.1", 422, "cursor"),
            ("reform-index?period=2026-11-20..2026-11-03", 422, "period"),
        ] {
            let answer = try await site.get("/api/v1/\(path)", headers: key)
            let errors = try json(answer)["errors"] as? [[String: String]]
            #expect(answer.status == status && errors?.first?["parameter"] == name, "\(path): \(answer.text)")
        }
        #expect(try await site.get("/api/v1/units?%FF=1", headers: key).status == 400)
        // A field without a name is nobody's.
        #expect(try await site.get("/api/v1/units?&=", headers: key).status == 400)
    }

    @Test("Single ratings come part by part, each once, without phones, receipts, and what the key may not read")
    func ratings() async throws {
        let site = try await Site()
        var ratings: [Rating] = []
        for index in 0..<5 {
            let comment = "Góp ý số \(index)"
            ratings.append(try await site.fixture.rate(phone: Fixture.phone(index), comment: comment))
            site.fixture.world.advance(days: 1)
        }
        let (plain, full) = (try await key(site, [.ratings]), try await key(site))
        var ids: [Int] = []
        var next: String? = ""
        while let cursor = next {
            let more = cursor.isEmpty ? "" : "&cursor=\(cursor)"
            let answer = try await site.get("/api/v1/ratings?period=2026-Q4&limit=2\(more)", headers: plain)
            let part = try json(answer)
            ids += (part["ratings"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
            next = part["next"] as? String
            for rating in ratings { #expect(!answer.text.contains(rating.receipt.rawValue)) }
            #expect(!answer.text.contains("95000") && !answer.text.contains("Góp ý") && !answer.text.contains("minh"))
        }
        #expect(ids == ratings.map { Int($0.id) })
        let all = try await site.get("/api/v1/ratings?period=2026-Q4", headers: full).text
        #expect(all.contains("\"comment\":\"Góp ý số 4\"") && all.contains("\"official\":\"minh\""))
        let lines = try await site.fixture.journal().filter { $0.kind == "ratings.exported" }
        #expect(lines.count == 4 && lines.allSatisfy { $0.actor.hasPrefix("token:") })
    }

    @Test("What was raised past the head is not told to a key of the head's unit")
    func serious() async throws {
        let site = try await Site()
        try await site.fixture.rate(level: .dissatisfied, comment: "Đòi phong bì", reasons: [.unofficialPayment])
        let (unit, whole) = (try await key(site, unit: "tu-phap"), try await key(site))
        let path = "/api/v1/ratings?period=2026-11"
        let answer = try await site.get(path, headers: unit).text
        #expect(!answer.contains("phong bì") && !answer.contains("unofficial-payment") && answer.contains("\"LK5\":2"))
        #expect(try await site.get(path, headers: whole).text.contains("unofficial-payment"))
    }

    @Test("A key that asks too often waits; others do not")
    func limits() async throws {
        let site = try await Site { $0.limits.interfaceCalls = 3 }
        let (key, other) = (try await self.key(site), try await self.key(site))
        for _ in 0..<3 { #expect(try await site.get("/api/v1/units", headers: key).status == 200) }
        site.fixture.world.advance(seconds: 20)
        let answer = try await site.get("/api/v1/units", headers: key)
        #expect(answer.status == 429 && answer.headers[.retryAfter] == "40")
        #expect(try await site.get("/api/v1/units", headers: other).status == 200)
        site.fixture.world.advance(seconds: 40)
        #expect(try await site.get("/api/v1/units", headers: key).status == 200)
    }

    @Test("The page makes a key, shows it once, says when it was used, and takes it back")
    func page() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator)
        let form = "token=\(staff.formToken)&name=C%E1%BB%95ng&reach=figures%3Aread&unit=&lastDay=2027-05-01"
        let made = try await site.post("/office/interface", form, as: staff)
        let text = try #require(made.text.firstMatch(of: /hl_[A-Za-z0-9_-]{43}/).map { String($0.output) })
        let headers = ["Authorization": "Bearer \(text)"]
        #expect(!(try await site.get("/office/interface", as: staff).text.contains(text)))
        #expect(try await site.get("/api/v1/units", headers: headers).status == 200)
        #expect(try await site.get("/office/interface", as: staff).text.contains("vừa xong"))
        let token = try #require(try await site.fixture.store.read { try $0.accessTokens() }.first)
        let answer = try await site.post(
            "/office/interface/\(token.id)/revoke", "token=\(staff.formToken)", as: staff)
        #expect(answer.status == 303)
        #expect(try await site.get("/api/v1/units", headers: headers).status == 401)
        #expect(try await site.get("/office/interface", as: staff).text.contains("Đã thu hồi"))
        let wrong = try await site.post("/office/interface", "token=\(staff.formToken)&name=Giữ lại", as: staff)
        #expect(wrong.status == 422 && wrong.text.contains("value=\"Giữ lại\""))
        #expect(
            try await site.post("/office/interface", form + "&reach=ratings%3Aread", as: staff).status == 404)
    }

    @Test("A number that somebody wrote into a comment is not in the single ratings")
    func numbersInComments() async throws {
        let site = try await Site()
        try await site.fixture.rate(comment: "Gọi tôi 0912 345 678")
        let text = try await site.get("/api/v1/ratings?period=2026-11", headers: try await key(site)).text
        #expect(text.contains("\"comment\":\"Gọi tôi •••678\""), "\(text)")
    }
}
