import Documents
import Testing

@testable import Pages

@Suite("A paper to print from the browser")
struct PaperPrintTests {
    private func table(_ rows: Int, widths: [Double] = [0.083, 0.917]) -> Paper.Table {
        Paper.Table(
            caption: "Bảng 1. Kết quả", columns: widths.map { .init("Cột", width: $0) },
            rows: Array(repeating: ["1", "không khác biệt"], count: rows), note: "Ghi chú")
    }

    private func page(_ blocks: [Paper.Block]) -> String { Paper(title: "", author: "", blocks: blocks).printPage() }

    @Test("Columns are as wide as the paper says, without a style of their own, which the policy would refuse")
    func widths() {
        let html = page([.table(table(2)), .table(table(2, widths: [0.286, 0.714]))])
        #expect(html.contains("<colgroup><col class=\"w83\"><col class=\"w917\"></colgroup>"))
        #expect(html.contains("<colgroup><col class=\"w286\"><col class=\"w714\"></colgroup>"))
        for rule in [".w83{width:8.3%}", ".w286{width:28.6%}", ".w714{width:71.4%}", "table-layout:fixed"] {
            #expect(html.contains(rule), "\(rule)")
        }
        #expect(!html.contains("style=\""))
        #expect(page([.table(table(1, widths: [.nan, 7]))]).contains("<col class=\"w0\"><col class=\"w1000\">"))
    }

    @Test("A table of twelve rows is one piece with its caption and its note, and the sentence before it stays with it")
    func whole() {
        let html = page([.paragraph(.body("Câu dẫn")), .table(table(12)), .paragraph(.body("Sau"))])
        #expect(html.contains("<p class=\"justified indent keep\">Câu dẫn</p>"))
        #expect(html.contains("<p class=\"justified indent\">Sau</p>"))
        #expect(html.contains("<div class=\"wide whole\"><table class=\"s12\"><caption>Bảng 1. Kết quả</caption>"))
        #expect(html.contains("</table><p class=\"note\">Ghi chú</p></div>"))
        #expect(!page([.table(table(13))]).contains("class=\"wide whole\""))
        let style = Paper(title: "", author: "").printStyle
        for rule in [
            ".whole{break-inside:avoid}", ".keep{break-after:avoid}", "tr{break-inside:avoid}",
            "break-before:avoid;break-inside:avoid}",
        ] {
            #expect(style.contains(rule), "\(rule)")
        }
    }

    @Test("The last sentence stays with the signature, a picture with its caption")
    func kept() {
        let line = Paper.Line([Paper.Run("Nơi nhận:")], alignment: .left)
        let foot = Paper.Block.grid([[Paper.Column(width: 0.5, lines: [line])]])
        let html = page([
            .picture(svg: "<svg/>", width: 10, alternative: ""), .paragraph(line), .paragraph(.body("Hết./.")), foot,
        ])
        #expect(html.contains("<div class=\"wide keep\"><svg/></div>"))
        #expect(html.contains("<p class=\"justified indent keep\">Hết./.</p>\n<div class=\"columns\">"))
    }

    @Test("An appendix is a heading; whatever somebody types is escaped")
    func appendix() {
        let html = page([.appendix("Phụ lục I", title: "Kết quả <b>")])
        #expect(html.contains("<h1 class=\"appendix\">Phụ lục I<br>KẾT QUẢ &lt;B&gt;</h1>"))
    }
}
