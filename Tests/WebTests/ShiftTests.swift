import Feedback
import Foundation
import TestSupport
import Testing
import Web

@Suite("The shifts in the browser")
struct ShiftTests {
    @Test("Somebody else today: two taps, seen at once by citizens, and undone by a third")
    func twoTaps() async throws {
        let site = try await Site()
        let code = try site.fixture.code(of: "q03")
        #expect(try await site.get("/q/\(code)").text.contains("Nguyễn Văn Minh"))
        let lead = try await site.staff(.oneStopLead, over: "mot-cua")
        let week = try await site.get("/office/shifts", as: lead).text
        #expect(week.contains("Hôm nay, thứ Sáu, 20/11/2026") && week.contains("Nguyễn Văn Minh"))
        #expect(week.contains("/office/shifts/q03/substitute?day=2026-11-20&amp;absent=minh"))
        let choice = try await site.get("/office/shifts/q03/substitute?day=2026-11-20&absent=minh", as: lead).text
        #expect(choice.contains("value=\"thao\"") && choice.contains("đang trực Quầy 7 – Đất đai"))
        let form = "token=\(lead.formToken)&absent=minh&from=2026-11-20&to=2026-11-20&half="
        let refused = try await site.post("/office/shifts/q03/substitute", form + "&official=thao", as: lead)
        #expect(refused.status == 422 && refused.text.contains("name=\"move\" value=\"thao\""))
        let done = try await site.post("/office/shifts/q03/substitute", form + "&move=thao", as: lead)
        #expect(done.status == 303)
        let after = try await site.get(try #require(done.location), as: lead).text
        #expect(after.contains("Đỗ Thị Thanh Thảo trực thay Nguyễn Văn Minh tại Quầy 3"))
        let page = try await site.get("/q/\(code)").text
        #expect(page.contains("Đỗ Thị Thanh Thảo") && !page.contains("Nguyễn Văn Minh"))
        let undo = try #require(after.firstMatch(of: /\/office\/shift-changes\/\d+\/undo/)).output
        #expect(try await site.post(String(undo), "token=\(lead.formToken)", as: lead).status == 303)
        #expect(try await site.get("/q/\(code)").text.contains("Nguyễn Văn Minh"))
        #expect(try await site.post(String(undo), "token=\(lead.formToken)", as: lead).status == 404)
    }

    @Test("An afternoon's substitute is on the rating page from noon")
    func noon() async throws {
        let site = try await Site()
        let code = try site.fixture.code(of: "q09"), staff = try await site.staff(.homeAffairs)
        let form = "token=\(staff.formToken)&absent=&from=2026-11-20&to=2026-11-20&half=afternoon&move=minh"
        #expect(try await site.post("/office/shifts/q09/substitute", form, as: staff).status == 303)
        #expect(!(try await site.get("/q/\(code)").text.contains("Nguyễn Văn Minh")))
        site.fixture.world.set(.inVietNam("2026-11-20", 12, 0))
        #expect(try await site.get("/q/\(code)").text.contains("Nguyễn Văn Minh"))
    }

    @Test("After a substitute came late, today's ratings are offered for correction; the preview says how many move")
    func correction() async throws {
        let site = try await Site()
        try await site.fixture.rate(level: .veryDissatisfied)
        let staff = try await site.staff(.homeAffairs), token = "token=\(staff.formToken)"
        let form = "\(token)&absent=minh&from=2026-11-20&to=2026-11-20&half=&move=khoa"
        let done = try await site.post("/office/shifts/q03/substitute", form, as: staff)
        let after = try await site.get(try #require(done.location), as: staff).text
        #expect(after.contains("1 lượt đánh giá hôm nay đã ghi cho Nguyễn Văn Minh"))
        let path = "/office/shifts/q03/correct"
        #expect(try await site.get("\(path)?day=2026-11-20", as: staff).text.contains("Đang ghi cho ai"))
        let wish = "\(token)&day=2026-11-20&half=&was=minh&is=khoa&reason=late-entry&note="
        let preview = try await site.post(path, wish, as: staff)
        #expect(preview.status == 200 && preview.value(of: "confirm") == "1")
        #expect(preview.text.contains("Phòng Tư pháp sang Chi nhánh") && preview.text.contains("1 vụ việc vẫn do"))
        #expect(try await site.fixture.counts(CellFilter(official: "minh", criterion: "LK5")).n == 1)
        #expect(try await site.post(path, wish + "&confirm=2", as: staff).status == 422)
        let moved = try await site.post(path, wish + "&confirm=1", as: staff)
        #expect(moved.status == 303)
        #expect(try await site.fixture.counts(CellFilter(official: "khoa", criterion: "LK5")).n == 1)
        let desk = try await site.get("/office/shifts/q03", as: staff).text
        let undo = try #require(desk.firstMatch(of: /\/office\/shift-corrections\/\d+\/undo/)).output
        #expect(try await site.post(String(undo), token, as: staff).status == 303)
        #expect(try await site.fixture.counts(CellFilter(official: "minh", criterion: "LK5")).n == 1)
        #expect(try await site.fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
    }

    @Test("A regular posting is added, changed and ended on the desk's page; what was typed comes back with a problem")
    func postings() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs), token = "token=\(staff.formToken)"
        let path = "/office/shifts/q09/postings"
        let form = "\(token)&official=minh&from=2026-12-01&to=&weekday=6&weekday=7"
        let refused = try await site.post(path, form, as: staff)
        #expect(refused.status == 422 && refused.text.contains("name=\"move\""))
        #expect(refused.text.contains("name=\"from\" type=\"date\" required value=\"2026-12-01\""))
        #expect(try await site.post(path, form + "&move=yes", as: staff).status == 303)
        let old = "\(token)&official=minh&from=2026-12-01&to=&weekdays=6,7"
        let changed = try await site.post("\(path)/change", old + "&start=2026-12-10&weekday=6", as: staff)
        #expect(changed.status == 303)
        #expect(try await site.get(try #require(changed.location), as: staff).text.contains("Đã ghi phân công mới"))
        #expect(try await site.post("\(path)/end", old + "&last=2026-12-31", as: staff).status == 422)
        let new = "\(token)&official=minh&from=2026-12-10&to=&weekdays=6"
        #expect(try await site.post("\(path)/end", new + "&last=2026-12-31", as: staff).status == 303)
        #expect(site.fixture.directory.officials(at: "q09", on: .on("2026-12-12")).map(\.id) == ["minh"])
        #expect(site.fixture.directory.officials(at: "q09", on: .on("2027-01-02")).isEmpty)
    }

    @Test("Each arranges the own part: other desks are not found, and roles without the right find no page")
    func scope() async throws {
        let site = try await Site()
        let lead = try await site.staff(.oneStopLead, over: "mot-cua"),
            hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await site.get("/office/shifts", as: lead).text.contains("Quầy 7"))
        #expect(!(try await site.get("/office/shifts", as: hanh).text.contains("Quầy 7 –")))
        for path in ["/office/shifts/q07", "/office/shifts/q07/correct", "/office/shifts/q07/substitute"] {
            #expect(try await site.get(path, as: lead).status == 200, "\(path)")
            #expect(try await site.get(path, as: hanh).status == 404, "\(path)")
        }
        #expect(try await site.get("/office/shifts/q09", as: lead).status == 404)
        let form = "token=\(hanh.formToken)&absent=thao&from=2026-11-20&to=2026-11-20&official=nobody"
        #expect(try await site.post("/office/shifts/q07/substitute", form, as: hanh).status == 404)
        for role in [Role.administrator, .leadership, .supervisor, .dataProtection, .official, .paperEntry] {
            let staff = try await site.staff(role, over: role == .official ? "tu-phap" : nil)
            #expect(try await site.get("/office/shifts", as: staff).status == 404, "\(role)")
        }
    }
}
