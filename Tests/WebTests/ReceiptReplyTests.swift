import Feedback
import Foundation
import TestSupport
import Testing
import Web

@Suite("What a citizen may do behind the receipt")
struct ReceiptReplyTests {
    private struct Case {
        let site: Site
        let path: String

        func token() async throws -> String { try #require(try await site.get(path).value(of: "token")) }
        func send(_ form: String, _ text: String, token: String? = nil) async throws -> Answer {
            var own = token
            if own == nil { own = try await self.token() }
            return try await site.post(
                "\(path)/\(form)", TypedForm([(name: "token", value: own ?? ""), (name: "text", value: text)]).body)
        }
        func kinds() async throws -> [CaseStep.Kind] {
            try await site.fixture.store.read { try $0.caseSteps(of: 1) }.map(\.kind)
        }
    }

    private static func open(answered: Bool = false) async throws -> Case {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .veryDissatisfied, comment: "Chờ cả buổi")
        if answered {
            let answer = try CaseAnswer(text: "Xin lỗi Ông/Bà.", finding: .confirmed, measure: "Nhắc anh Minh")
            try await site.fixture.store.write(as: .system) { try $0.answer(1, answer, scope: .whole) }
        }
        return Case(site: site, path: "/r/\(rating.receipt)")
    }

    @Test("A word is taken once, answered with the page again, and sent twice it is one")
    func word() async throws {
        let mine = try await Self.open()
        let token = try await mine.token()
        for _ in 1...2 {
            let answer = try await mine.send("word", "Hồ sơ số 12.", token: token)
            #expect(answer.status == 303 && answer.location == "\(mine.path)#follow")
            #expect(answer.header("Set-Cookie") == nil)
        }
        #expect(try await mine.kinds() == [.opened, .said])
        let page = try await mine.site.get(mine.path).text
        #expect(page.contains("Ông/Bà viết thêm") && !page.contains("\(mine.path)/word"))
        let second = try await mine.send("word", "Lời thứ hai", token: token)
        #expect(second.status == 422 && second.text.contains("Lời thứ hai") && second.text.contains("đã viết thêm"))
    }

    @Test("After an answer it can be said, once, that nothing is settled")
    func returns() async throws {
        let mine = try await Self.open(answered: true)
        let page = try await mine.site.get(mine.path).text
        #expect(page.contains("Xin lỗi Ông/Bà.") && page.contains("Phản ánh của Ông/Bà đúng"))
        #expect(!page.contains("Minh") && page.contains("action=\"\(mine.path)/return#return\""))
        let token = try await mine.token()
        for _ in 1...2 {
            #expect(try await mine.send("return", "Vẫn chưa có kết quả.", token: token).status == 303)
        }
        #expect(try await mine.kinds() == [.opened, .acknowledged, .answered, .returned])
        let again = try await mine.site.get(mine.path).text
        #expect(again.contains("Mở lại theo lời Ông/Bà") && !again.contains("\(mine.path)/return"))
        #expect(again.contains("Hạn trả lời"))
        let other = try await mine.send("return", "Lần nữa", token: token)
        #expect(other.status == 422 && other.text.contains("Lần nữa"))
    }

    @Test(
        "What cannot be taken comes back with what was typed",
        arguments: [("", "Xin viết vài lời"), ("gọi 0912 345 678", "Xin bỏ số điện thoại")])
    func mended(text: String, sentence: String) async throws {
        let mine = try await Self.open(answered: true)
        for form in ["word", "return"] {
            let answer = try await mine.send(form, text)
            #expect(answer.status == 422 && answer.text.contains(sentence))
            #expect(text.isEmpty || answer.text.contains(text))
        }
        #expect(try await mine.kinds().last == .answered)
    }

    @Test("A form that stood open for a day is shown again with its words; one from elsewhere too")
    func stale() async throws {
        let mine = try await Self.open()
        let token = try await mine.token()
        mine.site.fixture.world.advance(days: 1)
        for spent in [token, "", "AAAA"] {
            let answer = try await mine.send("word", "Hồ sơ số 12.", token: spent)
            #expect(answer.status == 403 && answer.text.contains("Hồ sơ số 12.") && answer.text.contains("mở đã lâu"))
        }
        let body = TypedForm([(name: "token", value: try await mine.token()), (name: "text", value: "Xin chào")]).body
        let foreign = try await mine.site.post("\(mine.path)/word", body, headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(foreign.status == 403)
        #expect(try await mine.kinds() == [.opened])
        #expect(try await mine.send("word", "Hồ sơ số 12.").status == 303)
    }

    @Test("A receipt without a case, and one that is none, take nothing")
    func nothing() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .satisfied)
        let token = site.fixture.secrets.pageToken(at: site.fixture.now)
        let body = TypedForm([(name: "token", value: token), (name: "text", value: "Xin chào")]).body
        #expect(try await site.post("/r/\(rating.receipt)/word", body).status == 404)
        #expect(try await site.post("/r/0000000000000/return", body).status == 404)
        #expect(!(try await site.get("/r/\(rating.receipt)").text.contains("<form")))
    }

    @Test("The journal says that a citizen wrote, never what")
    func journal() async throws {
        let mine = try await Self.open(answered: true)
        _ = try await mine.send("word", "Dấu vết một")
        _ = try await mine.send("return", "Dấu vết hai")
        let lines = try await mine.site.fixture.journal().suffix(2)
        #expect(lines.map(\.kind) == ["case.said", "case.returned"])
        #expect(lines.allSatisfy { $0.actor == "citizen" && $0.subject == "alert:1" && $0.details.isEmpty })
    }
}
