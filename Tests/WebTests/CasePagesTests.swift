import Feedback
import Foundation
import TestSupport
import Testing
import Web

@Suite("Cases in the browser")
struct CasePagesTests {
    private static func site(reasons: [Reason] = []) async throws -> Site {
        let site = try await Site()
        _ = try await site.fixture.rate("q03", level: .veryDissatisfied, comment: "Chờ cả buổi", reasons: reasons)
        return site
    }

    private static func form(_ staff: Staff, _ fields: [(name: String, value: String)] = []) -> String {
        TypedForm([(name: "token", value: staff.formToken)] + fields).body
    }

    private static let sorry: [(name: String, value: String)] = [
        (name: "finding", value: "confirmed"), (name: "measure", value: "Nhắc nhở"),
        (name: "text", value: "Xin lỗi Ông/Bà."),
    ]

    private func step(_ site: Site) async throws -> CaseStep.Kind? { try await site.fixture.alerts().first?.step }

    @Test("The head's way through a case: each page offers exactly what comes next")
    func way() async throws {
        let site = try await Self.site()
        let hanh = try await site.staff(.head, over: "tu-phap")
        let path = "/office/cases/1"
        func actions() async throws -> [String] {
            let text = try await site.get(path, as: hanh).text
            return ["acknowledge", "handle", "answer", "handler", "close"]
                .filter { text.contains("action=\"\(path)/\($0)\"") }
        }
        #expect(try await actions() == ["acknowledge", "handle", "answer", "handler"])
        var answer = try await site.post("\(path)/acknowledge", Self.form(hanh), as: hanh)
        #expect(answer.status == 303 && answer.location == path)
        #expect(try await actions() == ["handle", "answer", "handler"])
        _ = try await site.post(
            "\(path)/handler", Self.form(hanh, [(name: "handler", value: "\(hanh.user)")]), as: hanh)
        #expect(try await site.fixture.alerts().first?.handler == hanh.user)
        _ = try await site.post("\(path)/handle", Self.form(hanh), as: hanh)
        #expect(try await actions() == ["answer", "handler"])
        answer = try await site.post("\(path)/answer", Self.form(hanh, Self.sorry), as: hanh)
        #expect(answer.status == 303)
        #expect(try await actions() == ["close"])
        #expect(try await site.get(path, as: hanh).text.contains("Kết quả xác minh: Phản ánh đúng."))
        _ = try await site.post("\(path)/close", Self.form(hanh), as: hanh)
        #expect(try await step(site) == .closed)
        #expect(try await actions() == [])
    }

    @Test("An answer that lacks something comes back with all that was typed, and what to mend")
    func mended() async throws {
        let site = try await Self.site()
        let hanh = try await site.staff(.head, over: "tu-phap")
        let typed = [(name: "finding", value: "confirmed"), (name: "text", value: "Xin lỗi <b>")]
        let answer = try await site.post("/office/cases/1/answer", Self.form(hanh, typed), as: hanh)
        #expect(answer.status == 422)
        #expect(answer.text.contains("value=\"confirmed\" checked") && answer.text.contains("Xin lỗi &lt;b&gt;"))
        #expect(answer.text.contains("href=\"#measure\"") && answer.text.contains("xin ghi đã làm gì"))
        #expect(try await step(site) == .opened)
    }

    @Test("What does not fit the state is said on the case's page")
    func wrongState() async throws {
        let site = try await Self.site()
        let hanh = try await site.staff(.head, over: "tu-phap")
        let answer = try await site.post("/office/cases/1/close", Self.form(hanh), as: hanh)
        #expect(answer.status == 422 && answer.text.contains("vụ việc chưa có câu trả lời"))
        let broken = try await site.post(
            "/office/cases/1/handler", Self.form(hanh, [(name: "handler", value: "x")]), as: hanh)
        #expect(broken.status == 400)
        let stranger = try await site.post(
            "/office/cases/1/handler", Self.form(hanh, [(name: "handler", value: "99")]), as: hanh)
        #expect(stranger.status == 422 && stranger.text.contains("không có quyền trả lời"))
    }

    @Test("A template fills the answer, without script; one that is none leaves it empty")
    func templates() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.alerts.cases.answers = [
            AnswerTemplate(id: "xin-loi", title: "Xin lỗi", text: "Cơ quan xin lỗi Ông/Bà.")
        ]
        let site = try await Self.site()
        let changed = configuration
        try await site.fixture.store.write(as: .system) { try $0.apply(changed) }
        let hanh = try await site.staff(.head, over: "tu-phap")
        let page = try await site.get("/office/cases/1", as: hanh).text
        #expect(page.contains("href=\"/office/cases/1?template=xin-loi#answer\""))
        #expect(!page.contains("Cơ quan xin lỗi"))
        #expect(try await site.get("/office/cases/1?template=xin-loi", as: hanh).text.contains("Cơ quan xin lỗi"))
        #expect(!(try await site.get("/office/cases/1?template=khac", as: hanh).text.contains("Cơ quan xin lỗi")))
    }

    @Test("Leadership sees the state and may acknowledge, not what the citizen wrote, nor a form to answer")
    func leadership() async throws {
        let site = try await Self.site()
        let tam = try await site.staff(.leadership)
        let receipt = try #require(try await site.fixture.store.read { try $0.rating(id: 1) }).receipt
        let word = try CitizenWord(typed: "Lời riêng của tôi")
        try await site.fixture.store.write(as: .citizen) { try $0.say(word, receipt: receipt) }
        let page = try await site.get("/office/cases/1", as: tam).text
        #expect(page.contains("Chưa tiếp nhận") && page.contains("action=\"/office/cases/1/acknowledge\""))
        #expect(!page.contains("Chờ cả buổi") && !page.contains("Lời riêng") && !page.contains("/answer\""))
        #expect(!page.contains("Rất không hài lòng"))
        #expect(try await site.post("/office/cases/1/answer", Self.form(tam, Self.sorry), as: tam).status == 404)
        #expect(try await site.post("/office/cases/1/acknowledge", Self.form(tam), as: tam).status == 303)
        let hanh = try await site.staff(.head, over: "tu-phap")
        let whole = try await site.get("/office/cases/1", as: hanh).text
        #expect(whole.contains("Chờ cả buổi") && whole.contains("Lời riêng của tôi"))
    }

    @Test("The delivery has a time for each station; opening is kept once for each person")
    func delivery() async throws {
        let site = try await Self.site()
        let (fixture, affairs) = (site.fixture, try await site.staff(.homeAffairs))
        // Somebody to whom a mail went.
        try await fixture.store.write(as: .system) { tx in
            _ = try tx.insertUser(
                User(id: 0, name: Cast.hanh.name, email: Cast.hanh.email, grants: [Grant(role: .head, unit: "tu-phap")])
            )
        }
        let before = try await site.get("/office/cases/1", as: affairs).text
        #expect(before.components(separatedBy: ">chưa<").count == 4)
        let hanh = try #require(try await fixture.store.read { try $0.user(email: Cast.hanh.email) })
        fixture.world.advance(minutes: 4)
        for _ in 1...2 {
            try await fixture.store.write(as: .user(hanh.id)) { try $0.noteOpening(of: 1, by: hanh.id, scope: .whole) }
            _ = try await site.get("/office/cases/1", as: affairs)
        }
        let page = try await site.get("/office/cases/1", as: affairs).text
        #expect(page.contains("<dt>Người nhận mở xem</dt><dd>09:04, 20/11/2026</dd>"))
        #expect(page.components(separatedBy: "Mở xem vụ việc").count == 3)
        #expect(try await fixture.journal().count { $0.kind == "case.opened" } == 2)
    }

    @Test("A serious case is nowhere for the head: not in the list, the counts, the file, nor under any verb")
    func serious() async throws {
        let site = try await Self.site(reasons: [.unofficialPayment])
        let hanh = try await site.staff(.head, over: "tu-phap")
        for show in ["", "?show=all", "?show=overdue", "?show=mine", "?category=nghiem-trong", "?unit=tu-phap"] {
            let page = try await site.get("/office/cases\(show)", as: hanh)
            #expect(page.status == 200 && !page.text.contains("VV-000001"))
        }
        #expect(try await site.get("/office/cases", as: hanh).text.contains("Đang chờ (0)"))
        #expect(!(try await site.get("/office/cases.csv?show=all", as: hanh).text.contains("VV-000001")))
        for verb in ["acknowledge", "handle", "handler", "answer", "close"] {
            let answer = try await site.post("/office/cases/1/\(verb)", Self.form(hanh, Self.sorry), as: hanh)
            #expect(answer.status == 404, "\(verb)")
        }
        #expect(try await site.get("/office/cases/1", as: hanh).status == 404)
        #expect(try await site.fixture.journal().allSatisfy { $0.kind != "case.opened" })
    }

    @Test("The list is filtered by its address, says what is overdue, and is a file too")
    func list() async throws {
        let site = try await Self.site()
        _ = try await site.fixture.rate("q07", level: .dissatisfied, phone: Cast.tuan.phone)
        let affairs = try await site.staff(.homeAffairs)
        site.fixture.world.advance(days: 7)
        let again = try await site.staff(.homeAffairs)
        let page = try await site.get("/office/cases?show=overdue", as: again).text
        #expect(page.contains("Quá hạn (2)") && page.contains("<td class=\"late\">quá hạn"))
        #expect(page.contains("VV-000001") && page.contains("VV-000002"))
        let unit = try await site.get("/office/cases?unit=dat-dai", as: again).text
        #expect(!unit.contains("VV-000001") && unit.contains("VV-000002") && unit.contains("bỏ lọc"))
        #expect(try await site.get("/office/cases?show=mine", as: again).text.contains("Chưa có vụ việc nào giao"))
        #expect(try await site.get("/office/cases?page=9&show=x&unit=%00", as: again).status != 500)
        let file = try await site.get("/office/cases.csv?unit=tu-phap", as: again)
        #expect(file.status == 200 && file.text.contains("VV-000001") && !file.text.contains("VV-000002"))
        #expect(!file.text.contains("Chờ cả buổi"))
        #expect(try await site.fixture.journal().last?.kind == "figures.exported")
        #expect(!affairs.formToken.isEmpty)
    }

    @Test("More cases than a page holds are turned over")
    func pages() async throws {
        let site = try await Site()
        for index in 0..<52 {
            _ = try await site.fixture.rate(level: .dissatisfied, phone: Fixture.phone(index))
        }
        let affairs = try await site.staff(.homeAffairs)
        let first = try await site.get("/office/cases", as: affairs).text
        #expect(first.contains("1–50 trong 52 vụ việc") && first.contains("href=\"/office/cases?page=2\""))
        let second = try await site.get("/office/cases?page=2", as: affairs).text
        #expect(second.contains("51–52 trong 52 vụ việc") && second.contains("href=\"/office/cases\" rel=\"prev\""))
    }
}
