import Feedback
import Foundation
import TestSupport
import Testing

/// The written report, from the list to the file.
struct ReportTests {
    /// November is over: 40 good ratings at desk 3, 8 bad ones at desk 7; it is 1 December.
    private func site() async throws -> Site {
        let site = try await Site()
        site.fixture.world.set(.inVietNam("2026-11-10", 9, 0))
        for index in 0..<40 {
            try await site.fixture.rate("q03", level: .verySatisfied, phone: Fixture.phone(index))
        }
        for index in 40..<48 {
            try await site.fixture.rate("q07", level: .dissatisfied, phone: Fixture.phone(index))
        }
        site.fixture.world.set(.inVietNam("2026-12-01", 8, 0))
        return site
    }

    @Test("Home affairs writes, freezes, and amends when a late form came; every step is in the journal")
    func walk() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs)
        let list = try await site.get("/office/reports", as: phuc)
        #expect(list.text.contains("/office/reports/2026-11\"") && list.text.contains("Chưa lập"))
        let path = "/office/reports/2026-11"
        let draft = try await site.get(path, as: phuc)
        #expect(draft.status == 200 && draft.text.contains("Dự thảo, số liệu tính đến"))
        #expect(draft.text.contains("48 lượt đánh giá") && draft.text.contains("83,33"))

        let early = try await site.post("\(path)/freeze", "token=\(phuc.formToken)&unit=", as: phuc)
        #expect(early.status == 422 && early.text.contains("IV. Tồn tại"))
        let texts = "token=\(phuc.formToken)&unit=&shortcomings=C%C3%B2n+ch%E1%BA%ADm&solutions=Nhanh+h%C6%A1n&results="
        #expect(try await site.post("\(path)/texts", texts, as: phuc).location == path)
        #expect(try await site.post("\(path)/freeze", "token=\(phuc.formToken)&unit=", as: phuc).status == 303)
        let frozen = try await site.get(path, as: phuc)
        #expect(frozen.text.contains("Đã chốt lúc") && frozen.text.contains("Mã số liệu"))
        #expect(!frozen.text.contains("Chốt báo cáo</button>") && !frozen.text.contains("phụ lục điều chỉnh</button>"))

        site.fixture.world.set(.inVietNam("2026-11-29", 9, 0))
        try await site.fixture.rate("q07", level: .verySatisfied, phone: Fixture.phone(90))
        site.fixture.world.set(.inVietNam("2026-12-02", 8, 0))
        // The session did not last over night.
        let again = try await site.staff(.homeAffairs)
        let late = try await site.get(path, as: again)
        #expect(late.text.contains("Số liệu đã thay đổi từ lần chốt cuối"))
        let empty = try await site.post("\(path)/amend", "token=\(again.formToken)&unit=&reason=", as: again)
        #expect(empty.status == 422 && empty.text.contains("Xin ghi vì sao"))
        let reason = "token=\(again.formToken)&unit=&reason=Phi%E1%BA%BFu+mu%E1%BB%99n"
        #expect(try await site.post("\(path)/amend", reason, as: again).status == 303)
        let amended = try await site.get(path, as: again)
        #expect(amended.text.contains("Phụ lục điều chỉnh số 01") && amended.text.contains("Phiếu muộn"))
        #expect(try await site.get("\(path)?edition=0", as: again).text.contains("48 lượt đánh giá"))
        #expect(try await site.get("\(path)?edition=7", as: again).status == 404)
        let kinds = try await site.fixture.journal().map(\.kind)
        for kind in ["report.written", "report.frozen", "report.amended"] { #expect(kinds.contains(kind)) }
    }

    @Test("The document of a draft says so; the one that was frozen carries its number; a stranger's unit is not there")
    func documents() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs)
        let print = try await site.get("/office/reports/2026-11/print", as: phuc)
        #expect(print.status == 200 && print.text.contains("DỰ THẢO, số liệu tính đến"))
        for words in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi:", "I. TÌNH HÌNH TRIỂN KHAI", "II. KẾT QUẢ",
            "III. PHẢN ÁNH TIÊU CỰC", "IV. TỒN TẠI", "V. GIẢI PHÁP", "./.", "Nơi nhận:", "Phụ lục IV",
        ] {
            #expect(print.text.contains(words), "\(words)")
        }
        #expect(!print.text.contains(Cast.minh.name), "officials stand in the leadership's copy alone")
        #expect(print.header("Content-Security-Policy")?.contains("style-src 'sha256-") == true)
        for (format, mark) in [("docx", "PK"), ("xlsx", "PK"), ("pdf", "%PDF")] {
            let file = try await site.get("/office/reports/2026-11.\(format)", as: phuc)
            #expect(file.status == 200 && file.text.hasPrefix(mark))
            let name = "BC-ket-qua-khao-sat-thang-11-2026.\(format)"
            #expect(file.header("Content-Disposition")?.contains(name) == true)
        }
        #expect(try await site.get("/office/reports/2026-11/print?unit=nowhere", as: phuc).status == 404)
        for period in ["2026-W47", "2027-01", "x", "2026-11-01"] {
            #expect(try await site.get("/office/reports/\(period)", as: phuc).status == 404)
        }
    }

    @Test("The copy about officials is for home affairs and the leadership")
    func leadership() async throws {
        let site = try await site()
        let path = "/office/reports/2026-11/print?for=leadership"
        for (role, status) in [
            (Role.homeAffairs, 200), (.leadership, 200), (.supervisor, 404), (.administrator, 404),
        ] {
            let answer = try await site.get(path, as: try await site.staff(role))
            #expect(answer.status == status)
            if status == 200 { #expect(answer.text.contains(Cast.minh.name)) }
        }
        let hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await site.get("\(path)&unit=tu-phap", as: hanh).status == 404)
    }

    @Test("chị Hạnh reads the report of her own unit, and writes none")
    func head() async throws {
        let site = try await site()
        let hanh = try await site.staff(.head, over: "tu-phap")
        let list = try await site.get("/office/reports", as: hanh)
        #expect(list.text.contains("/office/reports/2026-11?unit=tu-phap"))
        #expect(try await site.get("/office/reports?unit=dat-dai", as: hanh).status == 404)
        let own = try await site.get("/office/reports/2026-11?unit=tu-phap", as: hanh)
        #expect(own.status == 200 && own.text.contains("40 lượt đánh giá") && !own.text.contains("<textarea"))
        for path in ["2026-11", "2026-11?unit=dat-dai", "2026-11.docx", "2026-11/print?unit=dat-dai"] {
            #expect(try await site.get("/office/reports/\(path)", as: hanh).status == 404, "\(path)")
        }
        let texts = "token=\(hanh.formToken)&unit=tu-phap&shortcomings=x"
        #expect(try await site.post("/office/reports/2026-11/texts", texts, as: hanh).status == 404)
    }

    @Test("Words that are too long come back with what was typed and what to mend")
    func long() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs)
        let body = String(repeating: "a", count: 10_001)
        let answer = try await site.post(
            "/office/reports/2026-11/texts", "token=\(phuc.formToken)&unit=&solutions=\(body)&shortcomings=Nay",
            as: phuc)
        #expect(answer.status == 422 && answer.text.contains(body) && answer.text.contains("Xin viết ngắn lại"))
        #expect(answer.text.contains("Nay"))
    }

    @Test("What the figures suggest is offered, and put into the field when asked")
    func suggestions() async throws {
        let site = try await site()
        let phuc = try await site.staff(.homeAffairs)
        let page = try await site.get("/office/reports/2026-11?fill=shortcomings", as: phuc)
        let field = try #require(page.text.range(of: "name=\"shortcomings\""))
        #expect(page.text[field.upperBound...].prefix(400).contains("quầy không có phiếu"))
    }
}
