import Feedback
import Foundation
import TestSupport
import Testing
import Web

@Suite("Comparison, alarms, parts and dossiers on the web")
struct ComparisonWebTests {
    /// Forty good ratings at desk 3; at desk 7 every second one is bad.
    private func site() async throws -> Site {
        let site = try await Site()
        for index in 0..<40 {
            try await site.fixture.rate("q03", answers: ["LK5": 5], phone: Fixture.phone(index))
            try await site.fixture.rate(
                "q07", answers: ["LK5": index % 2 == 0 ? 5 : 2], phone: Fixture.phone(100 + index), official: "thao")
        }
        while let step = try await site.fixture.store.read({ try $0.watchAdvance(limit: 500) }) {
            _ = try await site.fixture.store.write(as: .system) { try $0.take(step) }
        }
        return site
    }

    @Test("The comparison tells bands, draws a funnel, and ranks nobody")
    func comparison() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let page = try await site.get("/office/comparison", as: staff)
        #expect(page.status == 200 && page.text.contains("rõ ràng thấp hơn mức chung"))
        #expect(page.text.contains("▼ rõ ràng thấp hơn") && page.text.contains("▲ rõ ràng cao hơn"))
        #expect(page.text.contains("<h2>Đáng khen</h2>") && page.text.contains("<h2>Cần xem</h2>"))
        let desks = try await site.get("/office/comparison?period=2026-11&by=desk&field=dat-dai", as: staff)
        #expect(desks.text.contains("11/2026 đến hôm nay, theo quầy, lĩnh vực Đất đai"))
        let strange = try await site.get("/office/comparison?period=2031&by=moon&field=%00x", as: staff)
        #expect([200, 400].contains(strange.status))
        let hanh = try await site.staff(.head, over: "tu-phap")
        let hers = try await site.get("/office/comparison?by=desk", as: hanh)
        #expect(hers.text.contains("Quầy 3") && !hers.text.contains("Quầy 7") && !hers.text.contains("Thảo"))
    }

    @Test("Each table of the comparison is a file: the page's bands, of a person no figure, of others' desks nothing")
    func files() async throws {
        let site = try await site()
        let staff = try await site.staff(.homeAffairs)
        let path = "/office/comparison"
        let all = try await site.get("\(path).csv?period=2026-11&by=desk", as: staff)
        #expect(all.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(all.text.contains("rõ ràng thấp hơn") && all.text.contains("50,00") && all.text.contains("100,00"))
        let book = try await site.get("\(path).xlsx?period=2026-11&by=unit", as: staff)
        #expect(book.status == 200 && book.header("Content-Disposition")?.contains("so-sanh-2026-11.xlsx") == true)
        #expect(try await site.get("\(path).csv?table=moon", as: staff).status == 404)
        let hanh = try await site.staff(.head, over: "tu-phap")
        let hers = try await site.get("\(path).csv?period=2026-11&by=desk", as: hanh)
        #expect(hers.text.contains("Quầy 3") && !hers.text.contains("Quầy 7"))
        site.fixture.world.set(.inVietNam("2026-12-01", 9, 0))
        let people = try await site.get(
            "\(path).csv?period=2026-11&table=officials", as: try await site.staff(.leadership))
        #expect(people.text.contains("Thảo") && !people.text.contains("50,00"))
        let kept = try await site.fixture.journal().filter { $0.kind == "figures.exported" }
        #expect(kept.filter { $0.subject == "comparison" }.count == 4)
    }

    @Test("An alarm burns on the head's home page until somebody wrote down what they found")
    func alarms() async throws {
        let site = try await site()
        let dung = try await site.staff(.head, over: "dat-dai"), hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await site.get("/office", as: dung).text.contains("cảnh báo thống kê chưa xem xét"))
        #expect(try await !site.get("/office", as: hanh).text.contains("cảnh báo thống kê"))
        let list = try await site.get("/office/comparison/alarms", as: dung)
        #expect(list.text.contains("phiếu mức 1–2 trong") && list.text.contains("Từ 20/11/2026"))
        let filter = AlarmFilter(scope: .whole, onlyOpen: true)
        for alarm in try await site.fixture.store.read({ try $0.alarms(filter, limit: 100) }) {
            let path = "/office/comparison/alarms/\(alarm.id)"
            #expect(try await site.post(path, "token=\(hanh.formToken)&note=x", as: hanh).status == 404)
            let empty = try await site.post(path, "token=\(dung.formToken)&note=+", as: dung)
            #expect(empty.status == 422 && empty.text.contains("Xin ghi đã xem xét thế nào"))
            let answer = try await site.post(
                path, "token=\(dung.formToken)&note=Do+m%E1%BA%A5t+%C4%91i%E1%BB%87n", as: dung)
            #expect(answer.status == 303)
        }
        #expect(try await !site.get("/office", as: dung).text.contains("cảnh báo thống kê"))
        #expect(try await site.get("/office/comparison/alarms", as: dung).text.contains("Do mất điện"))
    }

    @Test("A unit and a desk have a page for whoever sees their figures; pictures of codes are where they were")
    func parts() async throws {
        let site = try await site()
        let dung = try await site.staff(.head, over: "dat-dai"),
            lead = try await site.staff(.oneStopLead, over: "mot-cua")
        let unit = try await site.get("/office/units/dat-dai", as: dung)
        #expect(unit.status == 200 && unit.text.contains("50,00") && unit.text.contains("rõ ràng thấp hơn"))
        #expect(unit.text.contains("/office/figures/2026-11?unit=dat-dai"))
        #expect(try await site.get("/office/units/tu-phap", as: dung).status == 404)
        let desk = try await site.get("/office/desks/q07", as: lead)
        #expect(desk.status == 200 && !desk.text.contains("Cảnh báo thống kê</h2>"))
        #expect(try await site.get("/office/units/dat-dai", as: lead).status == 404)
        // A lead compares desks: of a unit they would see a part only.
        let hall = try await site.get("/office/comparison?by=unit", as: lead)
        #expect(hall.text.contains("/office/desks/q07") && !hall.text.contains("/office/units/"))
        #expect(try await site.get("/office/desks/q07.svg", as: lead).header("Content-Type") == "image/svg+xml")
    }

    @Test("Numbers of dossiers are kept; a wrong one keeps what was typed and says what to mend")
    func dossiers() async throws {
        let site = try await site()
        let lead = try await site.staff(.oneStopLead, over: "mot-cua")
        #expect(try await site.get("/office", as: lead).text.contains("Chưa nhập số hồ sơ tháng\u{A0}10/2026"))
        #expect(try await site.get("/office/dossiers", as: lead).location == "/office/dossiers/2026-10")
        let token = "token=\(lead.formToken)"
        let wrong = try await site.post("/office/dossiers/2026-11", "\(token)&count-q03=8o&count-q07=30", as: lead)
        #expect(
            wrong.status == 422 && wrong.text.contains("value=\"8o\"") && wrong.text.contains("href=\"#count-q03\""))
        let right = try await site.post("/office/dossiers/2026-11", "\(token)&count-q03=80&count-q07=30", as: lead)
        #expect(right.location == "/office/dossiers/2026-11?saved=2")
        let page = try await site.get("/office/dossiers/2026-11?saved=2", as: lead)
        #expect(page.text.contains("50,0\u{A0}%") && page.text.contains("hơn 100\u{A0}%"))
        let file = try await site.get("/office/dossiers/2026-11.csv", as: lead)
        #expect(file.text.contains(";80;40;50,0") && file.text.contains(";30;40;"))
        #expect(try await site.get("/office/dossiers/2026-11.xlsx", as: lead).status == 200)
        let pasted = try await site.post("/office/dossiers/2026-10", "\(token)&pasted=q03%09700%0Aq77+1", as: lead)
        #expect(pasted.status == 422 && pasted.text.contains("Dòng 2: không có quầy “q77”"))
        #expect(try await site.post("/office/dossiers/2026-10", "\(token)&pasted=q03%09700", as: lead).status == 303)
        #expect(try await site.post("/office/dossiers/2026-10", "\(token)&count-q09=5", as: lead).status == 404)
        #expect(try await site.get("/office/dossiers/2027-01", as: lead).status == 404)
    }

    @Test("Minh sees his own page of past months; nobody else finds it, and he finds no other")
    func own() async throws {
        let site = try await site()
        let minh = try await site.official("minh")
        #expect(try await site.get("/office", as: minh).text.contains("href=\"/office/own\""))
        let early = try await site.get("/office/own", as: minh)
        #expect(early.status == 200 && early.text.contains("Cần ít nhất 30 phiếu"))
        site.fixture.world.set(.inVietNam("2026-12-02", 9, 0))
        let page = try await site.get("/office/own?months=3&official=thao", as: try await site.official("minh"))
        #expect(page.text.contains("100,00") && page.text.contains("tạm tính") && page.text.contains("n = 40"))
        #expect(!page.text.contains("Thảo"))
        let hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await site.get("/office/own", as: hanh).status == 404)
        for role in Role.allCases where role != .official {
            let staff = try await site.staff(role)
            #expect(try await site.get("/office/own", as: staff).status == 404, "\(role)")
        }
    }
}

extension Site {
    /// An official who signed in, past the password.
    fileprivate func official(_ id: ID<Official>) async throws -> Staff {
        let cookie = website.settings.sessionCookie
        return try await fixture.store.write(as: .system) { tx in
            let email = "\(id)@longkhanh.example"
            let user =
                try tx.user(email: email)?.id
                ?? tx.insertUser(
                    User(id: 0, name: "Minh", email: email, grants: [Grant(role: .official, official: id)]))
            let signedIn = try tx.signIn(user)
            return Staff(
                user: user, headers: ["Cookie": "\(cookie)=\(signedIn.token.text)"],
                formToken: signedIn.session.formToken)
        }
    }
}
