import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Reading what people wrote")
struct CommentPagesTests {
    private func site() async throws -> Site {
        let site = try await Site()
        let fixture = site.fixture
        try await fixture.rate("q03", level: .dissatisfied, comment: "Làm chậm, đi lại 3 lần", reasons: [.late])
        try await fixture.rate(
            "q03", phone: Cast.tuan.phone, comment: "Phải đưa phong bì", reasons: [.unofficialPayment])
        try await fixture.rate("q07", level: .satisfied, comment: "Đề nghị có thêm ghế", official: "khoa")
        return site
    }

    @Test("Home affairs reads all of it, finds words without diacritics, and sees the reasons of the period")
    func read() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let page = try await site.get("/office/comments", as: staff)
        #expect(page.status == 200)
        for words in ["Làm chậm", "Phải đưa phong bì", "Đề nghị có thêm ghế", "trễ hẹn (1)", "Tất cả (3)"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("0950"))
        let found = try await site.get("/office/comments?q=cham", as: staff).text
        #expect(found.contains("Làm chậm") && !found.contains("thêm ghế"))
        #expect(try await site.get("/office/comments?q=ch%E1%BA%A3m", as: staff).text.contains("Không có lời nào"))
        #expect(try await site.get("/office/comments?kind=wish", as: staff).text.contains("thêm ghế"))
        let unit = try await site.get("/office/comments?unit=tu-phap", as: staff).text
        #expect(unit.contains("Phải đưa phong bì") && !unit.contains("thêm ghế"))
        #expect(try await site.get("/office/comments?period=2026-10", as: staff).text.contains("Chưa có ai viết"))
    }

    @Test("The head reads the own unit, and never what goes past the head")
    func head() async throws {
        let site = try await site()
        let staff = try await site.staff(.head, over: "tu-phap")
        for query in ["", "?q=phong", "?reason=unofficial-payment", "?unit=dat-dai", "?q=ghe", "?kind=complaint"] {
            let page = try await site.get("/office/comments\(query)", as: staff)
            #expect(page.status == 200)
            #expect(!page.text.contains("phong bì") && !page.text.contains("thêm ghế"), "\(query)")
            #expect(!page.text.contains("(unofficial") && !page.text.contains("ngoài quy định (1)"), "\(query)")
        }
        #expect(try await site.get("/office/comments", as: staff).text.contains("Làm chậm"))
        let file = try await site.get("/office/comments.csv", as: staff)
        #expect(file.text.contains("Làm chậm") && !file.text.contains("phong bì") && !file.text.contains("ghế"))
        let moved = try await site.post(
            "/office/comments/2/kind", "token=\(staff.formToken)&kind=wish", as: staff)
        #expect(moved.status == 404)
    }

    @Test("A comment is sorted with one tap, says by whom, and is put back with one more")
    func sort() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let choice = "choice=period%3D2026-11%26q%3Dcham"
        let body = "token=\(staff.formToken)&\(choice)&kind="
        let answer = try await site.post("/office/comments/1/kind", body + "wish", as: staff)
        #expect(answer.status == 303)
        let back = try #require(answer.location)
        #expect(back == "/office/comments?period=2026-11&q=cham&sorted=1#c-1")
        let page = try await site.get(String(back.prefix { $0 != "#" }), as: staff).text
        #expect(page.contains("Đã xếp một lời vào: Nguyện vọng"))
        #expect(page.contains("Nguyện vọng, đề xuất (1)") && page.contains("Hoàn tác"))
        _ = try await site.post("/office/comments/1/kind", body, as: staff)
        let again = try await site.get("/office/comments?q=cham&sorted=1", as: staff).text
        #expect(again.contains("như gợi ý ban đầu") && again.contains("Phàn nàn, phản ánh (1)"))
        #expect(try await site.post("/office/comments/1/kind", body + "nonsense", as: staff).status == 400)
        #expect(try await site.post("/office/comments/99/kind", body + "wish", as: staff).status == 404)
    }

    @Test("Files hold the words and no phone, and the journal knows who took them")
    func files() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let csv = try await site.get("/office/comments.csv?period=2026-11&kind=complaint", as: staff)
        #expect(csv.text.contains("Làm chậm, đi lại 3 lần") && !csv.text.contains("thêm ghế"))
        #expect(!csv.text.contains("0950") && !csv.text.contains("Nguyễn Văn Minh"))
        let xlsx = try await site.get("/office/comments.xlsx", as: staff)
        #expect(xlsx.status == 200 && xlsx.header("Content-Type")?.contains("spreadsheetml") ?? false)
        let lines = try await site.fixture.journal().suffix(2)
        #expect(lines.map(\.details) == ["lines=2 period=2026-11 as=csv", "lines=3 period=2026-11 as=xlsx"])
    }

    @Test(
        "Nonsense in the address is left out",
        arguments: [
            "period=never", "period=2026-13", "q=%25_%27", "unit=nowhere", "level=9", "reason=boredom", "kind=x",
            "stage=maybe", "page=-3", "page=99999999", "print=1", "sorted=abc", "sorted=99",
            "q=\(String(repeating: "a", count: 3_000))",
        ])
    func nonsense(query: String) async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        #expect(try await site.get("/office/comments?\(query)", as: staff).status == 200)
    }

    @Test("A phone or identity number that somebody wrote is on no page and in no file")
    func numbers() async throws {
        let site = try await Site()
        try await site.fixture.rate(level: .veryDissatisfied, comment: "Gọi tôi 0912 345 678, CCCD 075089001234")
        let staff = try await site.staff(.homeAffairs)
        let form =
            "token=\(staff.formToken)&period=2026-11&purpose=C%C3%B4ng+v%C4%83n+15%2FUBND&comments=yes&format=csv"
        let answers = [
            try await site.get("/office/comments", as: staff), try await site.get("/office/comments.csv", as: staff),
            try await site.get("/office/comments?print=1", as: staff), try await site.get("/office/cases/1", as: staff),
            try await site.get("/office/figures/2026-11/ratings", as: staff),
            try await site.post("/office/exports/ratings", form, as: staff),
        ]
        for answer in answers {
            #expect(answer.status == 200)
            #expect(answer.text.contains("Gọi tôi •••678, CCCD •••234"), "\(answer.text)")
        }
    }
}
