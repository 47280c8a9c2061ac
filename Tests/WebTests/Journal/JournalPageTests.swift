import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage
@testable import Web

/// The journal as the supervisor reads it.
struct JournalPageTests {
    private func site() async throws -> (Site, supervisor: Staff, phuc: Staff) {
        let site = try await Site()
        let supervisor = try await site.staff(.supervisor), phuc = try await site.staff(.homeAffairs)
        try await site.fixture.rate(level: .dissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        _ = try await site.post("/office/cases/\(alert.id)/acknowledge", "token=\(phuc.formToken)", as: phuc)
        return (site, supervisor, phuc)
    }

    /// The lines that the page shows, by what was done.
    private func told(_ page: Answer) -> [String] {
        page.text.matches(of: /<th scope="row">([^<]+)<\/th>/).map { String($0.1) }
    }

    @Test("It says in words who did what, newest first")
    func words() async throws {
        let (site, supervisor, _) = try await site()
        let page = try await site.get("/office/journal", as: supervisor)
        #expect(page.status == 200)
        #expect(
            told(page).prefix(6) == [
                "Tiếp nhận vụ việc", "Mở cảnh báo", "Nhận một đánh giá", "Đăng nhập", "Đăng nhập", "Áp dụng cấu hình",
            ])
        #expect(page.text.contains("Phòng Nội vụ") && page.text.contains("Người dân") && page.text.contains("Hệ thống"))
    }

    @Test("It is filtered by what, by whom, about what and by day")
    func filters() async throws {
        let (site, supervisor, phuc) = try await site()
        let lines = { (query: String) in self.told(try await site.get("/office/journal?\(query)", as: supervisor)) }
        #expect(try await lines("kind=rating.received") == ["Nhận một đánh giá"])
        #expect(try await lines("actor=user:\(phuc.user)") == ["Tiếp nhận vụ việc"])
        #expect(try await lines("subject=rating:1&kind=") == ["Nhận một đánh giá"])
        #expect(try await lines("from=2026-11-21") == [])
        let all = try await site.fixture.journal().count
        #expect(try await lines("from=20/11/2026&to=2026-11-20").count == all)
        let bad = try await site.get("/office/journal?from=32/1/2026", as: supervisor)
        #expect(bad.status == 422 && bad.text.contains("value=\"32/1/2026\"") && bad.text.contains("Ngày chưa đúng"))
        #expect(try await site.get("/office/journal?from=2026-12-01&to=2026-11-01", as: supervisor).status == 422)
    }

    @Test("It turns page by page to the first line, with its filter")
    func pages() async throws {
        let (site, supervisor, _) = try await site()
        try await site.fixture.store.write(as: .system) { tx in
            for _ in 0..<250 { try tx.log(.exported, about: "figures") }
        }
        var path: String? = "/office/journal?kind=figures.exported"
        var counts: [Int] = []
        while let next = path {
            let page = try await site.get(next, as: supervisor)
            counts.append(told(page).count)
            path = page.text.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        #expect(counts == [100, 100, 50])
    }

    @Test("The chain is walked when somebody asks, and the page names the line up to which it holds or where it breaks")
    func chain() async throws {
        let (site, supervisor, _) = try await site()
        #expect(!(try await site.get("/office/journal", as: supervisor).text.contains("Chuỗi nguyên vẹn")))
        let check = { try await site.post("/office/journal/check", "token=\(supervisor.formToken)", as: supervisor) }
        let whole = try await check()
        let lines = try await site.fixture.journal().count
        #expect(whole.text.contains("Chuỗi nguyên vẹn đến dòng \(lines).") && whole.text.contains("mã băm"))
        try site.fixture.sqlite.statement("DROP TRIGGER entryIsNotChanged")
        try site.fixture.sqlite.statement("UPDATE entry SET actor = 'user:9' WHERE id = 4")
        #expect(try await check().text.contains("Chuỗi đứt ở dòng 4"))
    }

    @Test("It goes into a spreadsheet with the same filter, oldest first, and that is in the journal too")
    func csv() async throws {
        let (site, supervisor, _) = try await site()
        let file = try await site.get("/office/journal.csv?actor=citizen", as: supervisor)
        #expect(file.status == 200 && file.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(file.text.contains("rating.received") && !file.text.contains("case.acknowledged"))
        let line = try #require(try await site.fixture.journal().last)
        #expect(line.kind == "figures.exported" && line.subject == "journal" && line.actor == "user:\(supervisor.user)")
        let workbook = try await site.get("/office/journal.xlsx?actor=citizen", as: supervisor)
        #expect(workbook.status == 200 && workbook.text.hasPrefix("PK"))
        #expect(try await site.fixture.journal().last?.details == "as=xlsx")
        #expect(try await site.get("/office/journal.csv?from=x", as: supervisor).status == 422)
    }

    @Test("Links lead only where the reader may go")
    func links() async throws {
        let (site, supervisor, _) = try await site()
        #expect(!(try await site.get("/office/journal", as: supervisor).text.contains("href=\"/office/cases/")))
        let administrator = try await site.staff(.administrator)
        #expect(try await site.get("/office/journal", as: administrator).text.contains("href=\"/office/people/1\""))
    }

    @Test("A supervisor over a part of the city does not read everybody's journal, and is not offered it")
    func part() async throws {
        let site = try await Site()
        let staff = try await site.staff(.supervisor, over: "xuan-hoa")
        #expect(try await site.get("/office/journal", as: staff).status == 404)
        #expect(!(try await site.get("/office", as: staff).text.contains("/office/journal")))
    }

    @Test("The month's page ends with the last line and hash of the month's journal")
    func seal() async throws {
        let (site, supervisor, _) = try await site()
        let line = try #require(try await site.fixture.journal().last)
        let page = try await site.get("/office/figures/2026-11", as: supervisor).text
        #expect(page.contains("Nhật ký đến lúc này: dòng \(line.id), mã băm "))
        let hex = JournalSeal(line: line.id, hash: line.hash).hex
        #expect(page.replacing(" ", with: "").contains(hex))
        #expect(!(try await site.get("/office/figures/2026-10", as: supervisor).text.contains("mã băm")))
    }
}
