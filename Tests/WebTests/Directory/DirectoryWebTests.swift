import Feedback
import Foundation
import TestSupport
import Testing
import Web

@Suite("The directory in the browser")
struct DirectoryWebTests {
    private func form(_ staff: Staff, _ fields: [(String, String)]) -> String {
        ([("token", staff.formToken)] + fields).map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
    }

    @Test("Home affairs renames a unit from a day on, in two taps from its page, and takes it back")
    func rename() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        #expect(try await site.get("/office/directory", as: staff).text.contains("/office/directory/units/tu-phap"))
        let page = try await site.get("/office/directory/units/tu-phap", as: staff)
        #expect(page.text.contains("/office/directory/units/tu-phap/change"))
        let fields = [
            ("name", "Phòng Tư pháp – Hộ tịch"), ("kind", "department"), ("parent", "tp-long-khanh"),
            ("notRated", ""), ("day", "2026-12-01"), ("note", "QĐ 5"),
        ]
        let answer = try await site.post("/office/directory/units/tu-phap/change", form(staff, fields), as: staff)
        #expect(answer.status == 303 && answer.location == "/office/directory/units/tu-phap")
        let planned = try await site.get("/office/directory/units/tu-phap", as: staff).text
        #expect(planned.contains("<h1>Phòng Tư pháp</h1>") && planned.contains("Từ 01/12/2026 (dự kiến)"))
        #expect(planned.contains("/office/directory/changes/1/withdraw"))
        #expect(try await site.get("/office/directory", as: staff).text.contains("Sắp có hiệu lực"))
        let back = try await site.post("/office/directory/changes/1/withdraw", form(staff, []), as: staff)
        #expect(back.status == 303)
        #expect(!(try await site.get("/office/directory/units/tu-phap", as: staff).text.contains("dự kiến")))
        let again = try await site.post("/office/directory/changes/1/withdraw", form(staff, []), as: staff)
        #expect(again.status == 422 && again.text.contains("đã được hủy"))
    }

    @Test("A form that cannot be taken comes back with everything that was typed, and says what to mend")
    func mended() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        let fields = [("name", ""), ("unit", "tu-phap"), ("place", "mot-cua"), ("fields", "ho-tich"), ("day", "mai")]
        var answer = try await site.post("/office/directory/new/desk", form(staff, fields), as: staff)
        #expect(answer.status == 422 && answer.text.contains("Xin chọn một ngày có thật."))
        #expect(answer.text.contains("value=\"mot-cua\" selected") && answer.text.contains("value=\"ho-tich\" checked"))
        answer = try await site.post(
            "/office/directory/new/desk", form(staff, fields.dropLast() + [("day", "2026-11-20")]), as: staff)
        #expect(answer.status == 422 && answer.text.contains("Xin ghi tên."))
        answer = try await site.post(
            "/office/directory/new/desk",
            form(staff, [("name", "Quầy 12 – Đất đai")] + fields[1...3] + [("day", "2026-11-20")]), as: staff)
        #expect(answer.location == "/office/directory/desks/quay-12-dat-dai")
        #expect(site.fixture.directory.code(of: "quay-12-dat-dai") != nil)
    }

    @Test("A merger is seen before it is done: desks, people, cases and accounts; then the old card says where to go")
    func merger() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        _ = try await site.staff(.head, over: "tu-phap")
        try await site.fixture.rate("q03", level: .veryDissatisfied)
        let code = try site.fixture.code(of: "q03")
        let path = "/office/directory/units/tu-phap/merge"
        #expect(try await site.get(path, as: staff).text.contains("value=\"tu-phap\" checked"))
        let fields = [
            ("units", "tu-phap"), ("successors", "xuan-hoa"), ("newName", ""), ("kind", "department"),
            ("newParent", ""), ("day", "2026-11-21"), ("note", "QĐ 9"),
        ]
        let preview = try await site.post(path, form(staff, fields), as: staff)
        #expect(preview.status == 200)
        for words in [
            "Chưa có gì được ghi.", "Kết thúc sau ngày 20/11/2026: Phòng Tư pháp.", "1 vụ việc đang mở",
            "Thủ trưởng đơn vị", "name=\"desk[q03]\"", "name=\"official[minh]\"",
        ] { #expect(preview.text.contains(words), "\(words)") }
        #expect(site.fixture.directory.unit("tu-phap")?.validTo == nil)
        let done = try await site.post(
            path, form(staff, fields + [("desk[q03]", "closes"), ("official[minh]", "xuan-hoa"), ("step", "do")]),
            as: staff)
        #expect(done.status == 303 && done.location == "/office/directory/units/tu-phap")
        #expect(try await site.get("/q/\(code)").status == 200)
        site.fixture.world.advance(days: 1)
        let old = try await site.get("/q/\(code)")
        #expect(old.status == 410)
        #expect(old.text.contains("Quầy này không còn hoạt động"))
        let heir = try site.fixture.code(of: "q09")
        #expect(old.text.contains("<a class=\"go\" href=\"/q/\(heir)\">"))
        #expect(try await site.get("/q/\(heir)").status == 200)
        let later = try await site.staff(.homeAffairs)
        let closed = try await site.get("/office/directory/units/tu-phap", as: later).text
        #expect(closed.contains("Đã đóng, ngày cuối cùng 20/11/2026") && closed.contains("UBND phường Xuân Hòa"))
        #expect(!closed.contains("/office/directory/units/tu-phap/merge"))
    }

    @Test("The head of the unit that took over reads the old unit's open case")
    func inherited() async throws {
        let site = try await Site()
        try await site.fixture.rate("q03", level: .veryDissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        let dung = try await site.staff(.head, over: "dat-dai")
        #expect(try await site.get("/office/cases/\(alert.id)", as: dung).status == 404)
        let order = DirectoryOrder(
            .reorganize(Reorganization(units: ["tu-phap"], successors: ["dat-dai"])), from: .on("2026-11-21"))
        try await site.fixture.store.write(as: .user(1)) { _ = try $0.carryOut(order) }
        #expect(try await site.get("/office/cases/\(alert.id)", as: dung).status == 404)
        site.fixture.world.advance(days: 1)
        let later = try await site.staff(.head, over: "dat-dai")
        #expect(try await site.get("/office/cases/\(alert.id)", as: later).status == 200)
    }

    @Test("Whoever does not edit the directory does not find it; a part of it is a part")
    func closedDoors() async throws {
        let site = try await Site()
        for role in Role.allCases where !role.rights.contains(.editDirectory) {
            let staff = try await site.staff(role, over: role.coversAll ? nil : "tu-phap")
            for path in ["/office/directory", "/office/directory/units/tu-phap", "/office/directory/new/unit"] {
                #expect(try await site.get(path, as: staff).status == 404, "\(role) \(path)")
            }
        }
        let part = try await site.staff(.homeAffairs, over: "tu-phap")
        for (path, status) in [
            ("/office/directory/units/tu-phap", 200), ("/office/directory/desks/q03/close", 200),
            ("/office/directory/units/dat-dai", 404), ("/office/directory/desks/q07", 404),
            ("/office/directory/officials/thao", 404), ("/office/directory/fields", 404),
            ("/office/directory/authority", 404), ("/office/directory/fields/ho-tich/change", 404),
        ] {
            #expect(try await site.get(path, as: part).status == status, "\(path)")
        }
        #expect(!(try await site.get("/office/directory?q=dat", as: part).text.contains("units/dat-dai")))
    }

    @Test("Every page and form of every kind of thing answers, and a procedure's old code stays to be found")
    func walk() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator)
        let fields = [("name", "Đăng ký khai sinh"), ("code", "1.001193"), ("field", "ho-tich"), ("day", "2026-11-20")]
        let added = try await site.post("/office/directory/new/procedure", form(staff, fields), as: staff)
        #expect(added.location == "/office/directory/procedures/dang-ky-khai-sinh")
        let changed = try await site.post(
            "/office/directory/procedures/dang-ky-khai-sinh/change",
            form(
                staff,
                [("name", "Đăng ký khai sinh"), ("code", "1.2"), ("field", "ho-tich"), ("day", "2026-11-21")]),
            as: staff)
        #expect(changed.status == 303)
        site.fixture.world.advance(days: 1)
        let admin = try await site.staff(.administrator)
        #expect(
            try await site.get("/office/directory/procedures/dang-ky-khai-sinh", as: admin).text.contains("1.001193"))
        for path in [
            "units/tu-phap", "units/tu-phap/change", "units/tu-phap/head", "units/tu-phap/close", "units/tu-phap/merge",
            "units/tu-phap/split", "desks/q03", "desks/q03/change", "desks/q03/close", "officials/minh",
            "officials/minh/change", "officials/minh/close", "fields", "fields/ho-tich", "fields/ho-tich/change",
            "fields/ho-tich/close", "procedures/dang-ky-khai-sinh/change", "procedures/dang-ky-khai-sinh/close",
            "new/unit", "new/unit?in=tu-phap", "new/desk?in=mot-cua", "new/official?in=tu-phap", "new/field",
            "new/procedure?in=ho-tich", "authority",
        ] {
            #expect(try await site.get("/office/directory/\(path)", as: admin).status == 200, "\(path)")
        }
        #expect(try await site.get("/office/directory/units/nowhere", as: admin).status == 404)
        let found = try await site.get("/office/directory?q=khai+sinh", as: admin).text
        #expect(found.contains("procedures/dang-ky-khai-sinh"))
    }

    @Test("The authority's home affairs moves to another unit that has a head, and to none without")
    func authority() async throws {
        let site = try await Site()
        let staff = try await site.staff(.administrator)
        let fields = { (homeAffairs: String) in
            [("name", "UBND phường"), ("homeAffairs", homeAffairs), ("address", "Số 1"), ("phone", "")]
        }
        #expect(
            try await site.post("/office/directory/authority", form(staff, fields("nowhere")), as: staff).status == 422)
        #expect(
            try await site.post("/office/directory/authority", form(staff, fields("tu-phap")), as: staff).status == 303)
        #expect(site.fixture.directory.configuration.authority.homeAffairs == "tu-phap")
    }
}
