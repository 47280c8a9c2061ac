import Feedback
import Foundation
import TestSupport
import Testing

/// How long what is kept, and what people are told about it.
struct RetentionRouteTests {
    @Test("The officer changes a period within its bounds; the notice follows, and the report says what was erased")
    func retention() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        let path = "/office/privacy/retention"
        #expect(try await site.get(path, as: officer).text.contains("Chưa chạy lần nào"))
        let wrong = try await site.post("\(path)/phone", "token=\(officer.formToken)&days=400", as: officer)
        #expect(wrong.status == 422 && wrong.text.contains("từ 45 đến 120") && wrong.text.contains("value=\"400\""))
        let change = "token=\(officer.formToken)&days=60"
        #expect(try await site.post("\(path)/phone", change, as: officer).status == 303)
        #expect(try await site.get("/privacy").text.contains("nhiều nhất 60 ngày"))
        #expect(try await site.post("\(path)/comments", change, as: officer).status == 404)

        _ = try await site.fixture.rate()
        site.fixture.world.advance(days: 100)
        let later = try await site.staff(.dataProtection)
        #expect(try await site.post("\(path)/run", "token=\(later.formToken)", as: later).status == 303)
        let report = try await site.get(path, as: later)
        #expect(report.text.contains("Không còn số điện thoại nào đọc được"))
        #expect(report.text.contains("<td class=\"num\">1</td>"))
    }

    @Test("Nobody else may", arguments: [Role.administrator, .homeAffairs, .leadership, .supervisor])
    func others(_ role: Role) async throws {
        let site = try await Site()
        let staff = try await site.staff(role)
        for path in ["/office/privacy/retention", "/office/privacy/notice"] {
            #expect(try await site.get(path, as: staff).status == 404)
            #expect(try await site.post(path, "token=\(staff.formToken)", as: staff).status == 404)
        }
        let change = "token=\(staff.formToken)&days=60"
        #expect(try await site.post("/office/privacy/retention/phone", change, as: staff).status == 404)
    }

    @Test("New words stand on the rating page and at /privacy at once; the old version is read under its name")
    func notice() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        let old = try #require(site.fixture.directory.notices.last)
        let code = try site.fixture.code(of: "q03")
        #expect(try await site.get("/q/\(code)").text.contains(old.text.short))
        site.fixture.world.advance(minutes: 1)

        let full = "%23%23+Head%0D%0A%0D%0A-+One%0D%0A-+Two"
        let body = "token=\(officer.formToken)&short=Short+words&consent=Call+me&full=\(full)"
        let posted = try await site.post("/office/privacy/notice", body, as: officer)
        #expect(posted.status == 303 && posted.location == "/office/privacy/notice")
        let page = try await site.get("/q/\(code)").text
        #expect(page.contains("Short words") && page.contains("Call me") && !page.contains(old.text.short))
        let now = try await site.get("/privacy").text
        #expect(now.contains("<h2>Head</h2>") && now.contains("<li>Two</li>"))
        #expect(now.contains("/privacy/versions/\(old.name)"))
        let past = try await site.get("/privacy/versions/\(old.name)")
        #expect(past.status == 200 && past.text.contains("Đây là bản cũ") && past.text.contains(old.hash))
        #expect(try await site.get("/privacy/versions/2026-11-20-00000000").status == 404)
        #expect(try await site.get("/office/privacy/notice", as: officer).text.contains(old.name))
    }

    @Test("A notice that names an unknown blank comes back with what was typed")
    func mended() async throws {
        let site = try await Site()
        let officer = try await site.staff(.dataProtection)
        let body = "token=\(officer.formToken)&short=a&consent=b&full=%7Bnothing%7D"
        let answer = try await site.post("/office/privacy/notice", body, as: officer)
        #expect(answer.status == 422 && answer.text.contains("{nothing}"))
        #expect(site.fixture.directory.notices.count == 1)
    }
}
