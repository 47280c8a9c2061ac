import Feedback
import Foundation
import TestSupport
import Testing

@Suite("What somebody came for")
struct ProcedureTests {
    private func fixture() async throws -> Fixture {
        var configuration = KioskConfiguration.longKhanh
        configuration.procedures = [
            Procedure(id: "khai-sinh", name: "Đăng ký khai sinh", code: "1.001193", field: "ho-tich"),
            Procedure(id: "cu", name: "Thủ tục cũ", field: "ho-tich", validTo: .on("2026-10-31")),
            Procedure(id: "moi", name: "Thủ tục mới", field: "ho-tich", validFrom: .on("2027-01-01")),
            Procedure(id: "sao-y", name: "Chứng thực bản sao", field: "chung-thuc"),
            Procedure(id: "so-dat", name: "Cấp giấy chứng nhận", field: "dat-dai"),
        ]
        return try await Fixture(configuration)
    }

    private func rate(_ fixture: Fixture, _ procedure: String, at desk: ID<Desk> = "q03") async throws -> Rating {
        var form = try fixture.form(at: desk)
        form.fields.append((name: "procedure", value: procedure))
        return try await fixture.send(form, at: desk)
    }

    @Test("A desk lists what is in force in its own fields, field by field")
    func listed() async throws {
        let fixture = try await fixture()
        let directory = fixture.directory
        func names(_ desk: ID<Desk>) throws -> [String] {
            try directory.procedures(at: #require(directory.desk(desk)), on: fixture.today).map(\.id.rawValue)
        }
        #expect(try names("q03") == ["sao-y", "khai-sinh"])
        #expect(try names("q07") == ["so-dat"])
        #expect(try names("q09") == ["khai-sinh"])
    }

    @Test("The procedure is kept with the rating, and tells the field of a desk that has several")
    func kept() async throws {
        let fixture = try await fixture()
        let rating = try await rate(fixture, "khai-sinh")
        #expect(rating.procedure == "khai-sinh" && rating.field == "ho-tich")
        let read = try #require(try await fixture.store.read { try $0.rating(id: rating.id) })
        #expect(read.procedure == "khai-sinh" && read.field == "ho-tich")
        #expect(try await fixture.counts(CellFilter(field: "ho-tich", procedure: "khai-sinh")).n == 5)
    }

    @Test(
        "What the desk does not have counts as not said, and is no mistake of the citizen",
        arguments: ["", "so-dat", "cu", "moi", "nothing", "' OR 1=1 --", String(repeating: "x", count: 500)])
    func unknown(procedure: String) async throws {
        let fixture = try await fixture()
        let rating = try await rate(fixture, procedure)
        #expect(rating.procedure == nil && rating.field == nil)
        #expect(try await rate(fixture, procedure, at: "q09").field == "ho-tich")
    }

    @Test("Two procedures in one form are no honest page's, and another one in the same visit is another content")
    func twice() async throws {
        let fixture = try await fixture()
        var form = try fixture.form(nonce: Array(0..<16))
        form.fields.append((name: "procedure", value: "khai-sinh"))
        try await fixture.send(form)
        form.fields[form.fields.count - 1].value = "sao-y"
        let changed = form
        await #expect(throws: Refusal.alreadySent) { try await fixture.send(changed) }
        form.fields.append((name: "procedure", value: "khai-sinh"))
        let doubled = form
        #expect(throws: Refusal.malformed) { try fixture.submission(doubled) }
    }
}
