import Documents
import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The written report in the layout of Nghị định 30/2020/NĐ-CP")
struct ReportPaperTests {
    private let form = ReportForm(
        parentAgency: "Ủy ban nhân dân thành phố Long Khánh", issuingAgency: "Phòng Nội vụ", symbol: "BC-PNV",
        place: "Long Khánh", addressee: "Ủy ban nhân dân thành phố Long Khánh", area: "trên địa bàn thành phố",
        bases: ["Thực hiện Kế hoạch số 203/KH-UBND năm 2024"], recipients: ["Như trên"], signature: ["Trưởng phòng"])

    private func subject() throws -> ReportSubject {
        try ReportSubject(period: Period(LocalDay.sample.month.previous))
    }

    private func paper(audience: ReportAudience = .everybody, amended: Bool = false) throws -> Paper {
        let report: WrittenReport = amended ? .sampleAmended(try subject()) : .sample(try subject())
        return ReportPaper(report, form: form, audience: audience).paper()
    }

    private func words(_ line: Paper.Line) -> String { line.runs.map(\.text).joined() }

    @Test("Number and date stand in one row of the head, below the two names")
    func head() throws {
        guard case .grid(let rows) = try #require(paper().blocks.first) else {
            Issue.record("The head is no grid")
            return
        }
        let texts = rows.map { $0.map { $0.lines.map(words) } }
        #expect(texts.count == 2)
        #expect(texts[0][0] == ["ỦY BAN NHÂN DÂN THÀNH PHỐ LONG KHÁNH", "PHÒNG NỘI VỤ"])
        #expect(texts[1][0] == ["Số:          /BC-PNV"])
        #expect(texts[1][1] == ["Long Khánh, ngày        tháng        năm 2026"])
    }

    @Test("The grounds and who reports are one sentence")
    func opening() throws {
        let html = try paper().printPage()
        #expect(html.contains("năm 2024, Phòng Nội vụ báo cáo kết quả"))
    }

    @Test("Appendices are headings in Roman numerals that say of which report they are a part")
    func appendices() throws {
        func names(_ paper: Paper) -> [String] {
            paper.blocks.compactMap { if case .appendix(let name, _) = $0 { name } else { nil } }
        }
        let numbered = ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
        #expect(try names(paper()) == numbered)
        #expect(try names(paper(audience: .leadership)) == numbered + ["Phụ lục riêng gửi lãnh đạo"])
        let line = "Báo cáo số          /BC-PNV ngày        tháng        năm 2026 của Phòng Nội vụ)</em></p>"
        #expect(try paper().printPage().components(separatedBy: "<em>(Kèm theo \(line)").count == 5)
        let amended = try paper(amended: true).printPage()
        #expect(amended.components(separatedBy: "<em>(Kèm theo Phụ lục điều chỉnh số 01 của \(line)").count == 5)
    }

    @Test("A draft says so at the foot of each page, and not again under the signature")
    func draft() throws {
        let draft = try paper()
        #expect(draft.foot?.hasPrefix("DỰ THẢO, ") == true)
        let page = draft.printPage()
        let main = page.components(separatedBy: "<main>").last?.components(separatedBy: "</main>").first
        #expect(main?.contains("DỰ THẢO") == false && page.contains("<footer>DỰ THẢO, "))
        #expect(try paper(amended: true).printPage().contains("hailong verify --line"), "what was frozen has its seal")
    }
}
