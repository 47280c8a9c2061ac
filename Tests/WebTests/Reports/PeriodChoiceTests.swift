import Feedback
import TestSupport
import Testing
import Web

@Suite("Any period of the comparison; what a month that ended asks for")
struct PeriodChoiceTests {
    /// Twelve ratings in October; it is Friday, 20 November 2026.
    private func site() async throws -> Site {
        let site = try await Site()
        let now = site.fixture.now
        site.fixture.world.set(.inVietNam("2026-10-14", 9, 0))
        for index in 0..<12 { try await site.fixture.rate(phone: Fixture.phone(index)) }
        site.fixture.world.set(now)
        return site
    }

    @Test("The comparison offers every kind of period, the one before and two days, and keeps what is chosen")
    func picker() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let page = try await site.get("/office/comparison?period=2026-10&by=desk&field=ho-tich", as: staff)
        let kept = "&amp;by=desk&amp;field=ho-tich"
        for period in ["2026-10-31", "2026-W44", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-09", "2026-11"] {
            #expect(page.text.contains("href=\"/office/comparison?period=\(period)\(kept)\""), "\(period)")
        }
        #expect(page.text.contains("Chọn hai ngày bất kỳ") && page.text.contains("action=\"/office/comparison\""))
        #expect(page.value(of: "by") == "desk" && page.value(of: "field") == "ho-tich")
        #expect(page.value(of: "period") == "2026-10" && !page.text.contains("đến hôm nay"))
        let now = try await site.get("/office/comparison?period=2026-11", as: staff)
        #expect(now.text.contains("đến hôm nay, 20/11/2026") && !now.text.contains("period=2026-12"))
    }

    @Test("Two days typed in the wrong order are a period, for the page and for its files")
    func range() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let days = "from=20/10/2026&to=2026-10-10&by=unit"
        let page = try await site.get("/office/comparison?\(days)", as: staff)
        #expect(page.text.contains("n = 12"))
        #expect(page.text.contains("period=2026-10-10..2026-10-20"))
        let file = try await site.get("/office/comparison.csv?period=2026-10-10..2026-10-20&by=unit", as: staff)
        #expect(file.status == 200)
        // Days to come, and no days, are as at the beginning.
        for query in ["from=2027-01-01&to=2027-02-01", "from=x&to=y"] {
            let page = try await site.get("/office/comparison?\(query)", as: staff)
            #expect(page.value(of: "period") == "2026-Q4", "\(query)")
        }
    }

    @Test("The home page leads home affairs to the report, and the leadership to the publication")
    func home() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs), tam = try await site.staff(.leadership)
        let report = "<a href=\"/office/reports/2026-10\">Báo cáo tháng\u{A0}10/2026 chưa lập.</a>"
        let publication = "<a href=\"/office/publication/2026-10\">Số liệu tháng\u{A0}10/2026 chưa công bố.</a>"
        let (his, hers) = (try await site.get("/office", as: phuc).text, try await site.get("/office", as: tam).text)
        #expect(his.contains(report) && !his.contains("chưa công bố"))
        #expect(hers.contains(publication) && !hers.contains("chưa lập"))
    }

    @Test("Home affairs sees in the list of reports what was published, and leadership the way there")
    func published() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs), tam = try await site.staff(.leadership)
        let before = try await site.get("/office/reports?year=2026", as: phuc).text
        #expect(before.contains("<td>chưa công bố</td>") && !before.contains("/office/publication/"))
        #expect(
            try await site.get("/office/reports?year=2026", as: tam).text.contains(
                "<a href=\"/office/publication/2026-10\">chưa công bố</a>"))
        let october = Period(try #require(Month(rawValue: "2026-10")))
        try await site.fixture.store.write(as: .user(tam.user)) {
            _ = try $0.publish(try $0.publicationDraft(of: october), note: "", reason: "")
        }
        let after = try await site.get("/office/reports?year=2026", as: phuc).text
        #expect(after.contains("<a href=\"/open/2026-10\">đã công bố</a>"))
    }

    @Test("A place with desks that rates nobody is not offered for a report; its own head still finds the list")
    func units() async throws {
        let site = try await site()
        let list = try await site.get("/office/reports", as: try await site.staff(.homeAffairs)).text
        #expect(list.contains("value=\"tu-phap\"") && !list.contains("value=\"mot-cua\""))
        #expect(list.contains("value=\"tp-long-khanh\""))
        let head = try await site.staff(.head, over: "mot-cua")
        #expect(try await site.get("/office/reports", as: head).status == 200)
    }

    @Test("Without a mail server no page says that one took a mail", arguments: [true, false])
    func mail(isConfigured: Bool) async throws {
        let site = try await Site { $0.mailIsConfigured = isConfigured }
        try await site.fixture.rate(level: .dissatisfied)
        while let mail = try await site.fixture.store.write(as: .system, { try $0.claimNextMail() }) {
            try await site.fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
        }
        let staff = try await site.staff(.homeAffairs)
        let home = try await site.get("/office", as: staff).text
        #expect(home.contains("được máy chủ thư nhận lúc") == isConfigured)
        #expect(home.contains("được ghi thành tệp lúc") != isConfigured)
        let file = try await site.get("/office/cases/1", as: staff).text
        #expect(
            file.contains("Máy chủ thư đã nhận") == isConfigured && file.contains("Ghi thư thành tệp") != isConfigured)
    }
}
