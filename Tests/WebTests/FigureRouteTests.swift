import Feedback
import Foundation
import NIOCore
import TestSupport
import Testing

@Suite("Figures over the web")
struct FigureRouteTests {
    private func rated() async throws -> (Site, Staff) {
        let site = try await Site()
        for index in 0..<12 {
            try await site.fixture.rate(
                index < 8 ? "q03" : "q07", level: index == 0 ? .dissatisfied : .satisfied,
                phone: Fixture.phone(index), comment: index == 0 ? "Chờ lâu" : "")
        }
        return (site, try await site.staff(.homeAffairs))
    }

    @Test("The room opens on the month that runs; a form of two days leads to their address, the choice kept")
    func picker() async throws {
        let (site, staff) = try await rated()
        #expect(try await site.get("/office/figures", as: staff).location == "/office/figures/2026-11")
        #expect(
            try await site.get("/office/figures?from=2026-11-02&to=2026-11-21&unit=tu-phap", as: staff).location
                == "/office/figures/2026-11-02..2026-11-21?unit=tu-phap")
        #expect(try await site.get("/office/figures?kind=quarter", as: staff).location == "/office/figures/2026-Q4")
    }

    @Test(
        "Every kind of period is a page",
        arguments: [
            "2026-11-20", "2026-W47", "2026-11", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-11-02..2026-11-21",
            "2027-01",
        ])
    func kinds(_ period: String) async throws {
        let (site, staff) = try await rated()
        let page = try await site.get("/office/figures/\(period)", as: staff)
        #expect(page.status == 200 && page.text.contains("action=\"/office/figures\""))
        let empty = ["2026-9M", "2027-01"].contains(period)
        #expect(page.text.contains("12 lượt đánh giá") == !empty)
        for kind in ["csv", "xlsx"] {
            #expect(try await site.get("/office/figures/\(period).\(kind)", as: staff).status == 200)
        }
    }

    @Test(
        "What is no period is not found", arguments: ["2026-13", "2026-W60", "x", "2026-11-20..2026-11-02", "2026-Q5"])
    func nothing(_ period: String) async throws {
        let (site, staff) = try await rated()
        for path in ["", ".csv", ".xlsx", "/ratings"] {
            #expect(try await site.get("/office/figures/\(period)\(path)", as: staff).status == 404)
        }
    }

    @Test("Old addresses of months lead on for good, with what was chosen")
    func moved() async throws {
        let (site, staff) = try await rated()
        for (old, new) in [
            ("/office/months", "/office/figures"),
            ("/office/months/2026-11?unit=tu-phap", "/office/figures/2026-11?unit=tu-phap"),
            ("/office/months/2026-11.csv?desk=q03", "/office/figures/2026-11.csv?desk=q03"),
            ("/office/months/2026-11/ratings?level=1&level=2", "/office/figures/2026-11/ratings?level=1&level=2"),
        ] {
            let answer = try await site.get(old, as: staff)
            #expect(answer.status == 308 && answer.location == new)
        }
    }

    @Test("A table goes out by its name, as CSV and as a workbook, and the journal says so")
    func tables() async throws {
        let (site, staff) = try await rated()
        let csv = try await site.get("/office/figures/2026-11.csv?table=desks&unit=tu-phap", as: staff)
        #expect(csv.status == 200 && csv.text.contains("q03") && !csv.text.contains("q07"))
        #expect(csv.header("Content-Disposition")?.contains("hai-long-2026-11-desks.csv") == true)
        let xlsx = try await site.get("/office/figures/2026-11.xlsx?table=desks", as: staff)
        #expect(xlsx.status == 200 && Array(xlsx.body.readableBytesView.prefix(2)) == Array("PK".utf8))
        #expect(try await site.get("/office/figures/2026-11.csv?table=secrets", as: staff).status == 404)
        #expect(try await site.get("/office/figures/2026-11.xlsx?table=secrets", as: staff).status == 404)
        let lines = try await site.fixture.journal().filter { $0.kind == "figures.exported" }
        #expect(
            lines.map(\.details) == ["period=2026-11 format=csv table=desks", "period=2026-11 format=xlsx table=desks"])
    }

    @Test("A head's page knows nothing of next door, whatever the address says")
    func scope() async throws {
        let (site, _) = try await rated()
        let hanh = try await site.staff(.head, over: "tu-phap")
        let own = try await site.get("/office/figures/2026-11?unit=tp-long-khanh", as: hanh).text
        #expect(own.contains("8 lượt đánh giá") && !own.contains("/office/figures/2026-11?unit=dat-dai"))
        let foreign = try await site.get("/office/figures/2026-11?unit=dat-dai", as: hanh).text
        #expect(foreign.contains("0 lượt đánh giá"))
        let rows = try await site.get("/office/figures/2026-11/ratings?unit=tp-long-khanh", as: hanh).text
        #expect(rows.contains("8 phiếu"))
    }

    @Test("A view is saved in two taps, its address opens for others within their own rights, and its owner deletes it")
    func views() async throws {
        let (site, staff) = try await rated()
        let form = "token=\(staff.formToken)&query=field%3Ddat-dai%26unknown%3D1"
        let saved = try await site.post("/office/views", form + "&name=Đất đai&period=this-month", as: staff)
        #expect(saved.status == 303 && saved.location == "/office/figures/2026-11?field=dat-dai")
        let view = try #require(try await site.fixture.store.read { try $0.savedViews(of: staff.user) }.first)
        #expect(view.query == "field=dat-dai")
        let page = try await site.get("/office/figures/2026-11", as: staff).text
        #expect(page.contains("href=\"/office/views/\(view.id)\"") && page.contains("Đất đai"))

        let dung = try await site.staff(.head, over: "dat-dai")
        let opened = try await site.get("/office/views/\(view.id)", as: dung)
        #expect(opened.status == 303 && opened.location == saved.location)
        #expect(!(try await site.get("/office/figures/2026-11", as: dung).text.contains("/office/views/\(view.id)")))
        let delete = "/office/views/\(view.id)/delete"
        #expect(try await site.post(delete, "token=\(dung.formToken)", as: dung).status == 404)
        #expect(try await site.post(delete, "token=\(staff.formToken)", as: staff).status == 303)
        #expect(try await site.get("/office/views/\(view.id)", as: staff).status == 404)
    }

    @Test("A view without a name is asked for one, and what was chosen is kept")
    func nameless() async throws {
        let (site, staff) = try await rated()
        let form = "token=\(staff.formToken)&query=unit%3Dtu-phap&name=+&period=2026-11"
        let answer = try await site.post("/office/views", form, as: staff)
        #expect(answer.status == 422 && answer.text.contains("Xin đặt tên"))
        #expect(answer.text.contains("name=\"query\" value=\"unit=tu-phap\""))
        #expect(answer.text.contains("value=\"2026-11\" selected"))
        let wrong = "token=\(staff.formToken)&name=x&period=soon"
        #expect(try await site.post("/office/views", wrong, as: staff).status == 400)
    }
}
