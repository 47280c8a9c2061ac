import Feedback
import Foundation
import NIOCore
import TestSupport
import Testing
import Web

@Suite("What leaves the house as files")
struct ExportTests {
    private static let purpose = "purpose=C%C3%B4ng+v%C4%83n+15%2FUBND+c%E1%BB%A7a+S%E1%BB%9F"

    @Test("Single ratings leave only with a purpose, which is kept and shown; the journal has their number")
    func purpose() async throws {
        let site = try await Site()
        try await site.fixture.rate(comment: "Chờ lâu")
        let staff = try await site.staff(.homeAffairs)
        let form = "token=\(staff.formToken)&period=2026-11&format=csv"
        let refused = try await site.post("/office/exports/ratings", form + "&officials=yes", as: staff)
        #expect(
            refused.status == 422
                && refused.text.contains(
                    "id=\"export-officials\" type=\"checkbox\" name=\"officials\" value=\"yes\" checked")
        )
        #expect(!(try await site.fixture.journal().contains { $0.kind == "ratings.exported" }))

        let file = try await site.post("/office/exports/ratings", "\(form)&\(Self.purpose)", as: staff)
        #expect(file.status == 200 && file.header("Content-Disposition")?.contains("luot-danh-gia-2026-11.csv") == true)
        let lines = file.text.split(separator: "\r\n")
        #expect(lines.count == 2 && lines[1].contains("Phòng Tư pháp"))
        #expect(!file.text.contains("Chờ lâu") && !file.text.contains("Minh") && !file.text.contains("950"))
        let entry = try #require(try await site.fixture.journal().last { $0.kind == "ratings.exported" })
        #expect(entry.subject == "export:1" && entry.details == "period=2026-11 lines=1 officials=no comments=no")
        #expect(try await site.get("/office/exports", as: staff).text.contains("Công văn 15/UBND của Sở"))
    }

    @Test("Officials and comments come when they are asked for, phones and receipts never")
    func columns() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .dissatisfied, comment: "=1+1 chờ lâu", reasons: [.late])
        let staff = try await site.staff(.homeAffairs)
        let form = "token=\(staff.formToken)&period=2026-11&\(Self.purpose)&officials=yes&comments=yes"
        let text = try await site.post("/office/exports/ratings", form, as: staff).text
        #expect(text.contains("Nguyễn Văn Minh") && text.contains("chờ lâu") && text.contains("trễ hẹn"))
        #expect(!text.contains(rating.receipt.rawValue) && !text.contains("0950") && !text.contains("84950"))
        #expect(!text.contains(";=1+1"))
        let book = try await site.post("/office/exports/ratings", form + "&format=xlsx", as: staff)
        #expect(book.status == 200 && Array(book.body.readableBytesView.prefix(2)) == Array("PK".utf8))
    }

    @Test("More ratings than one part of the file are all there, once")
    func manyParts() async throws {
        let site = try await Site()
        for index in 0..<1_003 {
            try await site.fixture.rate(phone: Fixture.phone(index))
            if index.isMultiple(of: 400) { site.fixture.world.advance(days: 1) }
        }
        let staff = try await site.staff(.homeAffairs)
        let form = "token=\(staff.formToken)&period=2026-Q4&\(Self.purpose)"
        let text = try await site.post("/office/exports/ratings", form, as: staff).text
        #expect(text.split(separator: "\r\n").count == 1_004)
    }

    @Test("Home affairs of a part takes out that part, and not what was raised past the head")
    func part() async throws {
        let site = try await Site()
        try await site.fixture.rate(level: .dissatisfied, comment: "Đòi phong bì", reasons: [.unofficialPayment])
        try await site.fixture.rate("q07")
        let staff = try await site.staff(.homeAffairs, over: "tu-phap")
        let form = "token=\(staff.formToken)&period=2026-11&\(Self.purpose)&comments=yes"
        let text = try await site.post("/office/exports/ratings", form, as: staff).text
        #expect(
            text.split(separator: "\r\n").count == 2 && !text.contains("phong bì") && !text.contains("ngoài quy định"))
    }

    @Test("The tables of the reform come as CSV and as a workbook", arguments: ["reform-index", "fields"])
    func tables(name: String) async throws {
        let site = try await Site()
        try await site.fixture.rate("q09")
        let staff = try await site.staff(.homeAffairs)
        let csv = try await site.get("/office/exports/\(name).csv?period=2026-Q4", as: staff)
        #expect(csv.status == 200 && csv.text.contains("Tỷ lệ hài lòng"))
        let book = try await site.get("/office/exports/\(name).xlsx?period=2026-Q4", as: staff)
        #expect(book.status == 200 && Array(book.body.readableBytesView.prefix(2)) == Array("PK".utf8))
        #expect(try await site.get("/office/exports/\(name).csv?period=x", as: staff).status == 404)
    }

    @Test("The page offers each what is theirs, and says who may take the rest")
    func page() async throws {
        let site = try await Site()
        let head = try await site.get(
            "/office/exports?period=2026-Q4", as: try await site.staff(.head, over: "tu-phap"))
        #expect(head.text.contains("reform-index.csv?period=2026-Q4") && !head.text.contains("export-purpose"))
        #expect(head.text.contains("Ai lấy được: Phòng Nội vụ."))
        let lead = try await site.get("/office/exports", as: try await site.staff(.oneStopLead, over: "mot-cua"))
        #expect(lead.status == 200 && !lead.text.contains("reform-index.csv"))
    }
}
