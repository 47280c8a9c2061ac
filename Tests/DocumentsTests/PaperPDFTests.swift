import Testing

@testable import Documents

@Suite("A paper as PDF")
struct PaperPDFTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: Unicode.ASCII.self) }

    private func pages(_ paper: Paper) throws -> Int { text(try paper.pdf()).matches(of: /\/Type \/Page\b/).count }

    private func paper(_ blocks: [Paper.Block]) -> Paper { Paper(title: "", author: "", blocks: blocks) }

    @Test("A4 pages, as many as the text needs")
    func sheet() throws {
        let bytes = try SamplePaper.report.pdf()
        try SamplePaper.keep(bytes, as: "report.pdf")
        #expect(bytes.starts(with: "%PDF".utf8))
        #expect(text(bytes).matches(of: /595\.27[0-9]* 841\.8[0-9]*/).count >= 1)
        #expect((7...9).contains(try pages(SamplePaper.report)))
        #expect(try pages(paper([])) == 1)
    }

    @Test("The same paper gives the same bytes, and no day of its making")
    func reproducible() throws {
        #expect(try SamplePaper.report.pdf() == SamplePaper.report.pdf())
        #expect(try !text(SamplePaper.report.pdf()).contains("CreationDate"))
    }

    @Test("Headings become bookmarks")
    func bookmarks() throws {
        let file = text(try SamplePaper.report.pdf())
        // 3 × 3 and the appendix; the paper's own title.
        #expect(file.matches(of: /\/Type \/Outlines/).count == 1)
        #expect(file.matches(of: #/\/Title/#).count == 11)
    }

    @Test("A table of twelve rows goes whole onto the next page, with its sentence; one of thirteen is torn")
    func whole() throws {
        func pages(_ rows: Int) throws -> Int {
            let press = Press(title: "", author: "", foot: nil)
            var flow = Flow(press)
            // Of 728 points; the table takes about 270, and leaves room for the second slice only when it is torn.
            try flow.add(Slice(height: 500) { _ in })
            try flow.append(.paragraph(.body("Câu dẫn")), keepsNext: true)
            let table = Paper.Table(
                caption: "Bảng", columns: SamplePaper.columns, rows: SamplePaper.rows(rows), note: "n")
            try flow.append(.table(table), keepsNext: false)
            try flow.add(Slice(height: 500) { _ in })
            try flow.end()
            return press.page
        }
        #expect(try pages(12) == 3 && pages(13) == 2)
    }

    @Test("A row of columns begins below the highest cell of the one above")
    func grid() {
        let press = Press(title: "", author: "", foot: nil)
        func row(_ left: String) -> [Paper.Column] {
            [left, "Phải"].map { Paper.Column(width: 0.5, lines: [.init([.init($0)], alignment: .centre, after: 0)]) }
        }
        func height(_ rows: [[Paper.Column]]) -> Double { Slice.grid(rows, press).height }
        let high = row("Ủy ban nhân dân\nthành phố\nLong Khánh")
        #expect(height([high]) > 2.9 * height([row("Số")]))
        #expect(abs(height([high, row("Số")]) - height([high]) - height([row("Số")])) < 0.01)
        #expect(height([]) == 0)
    }

    @Test("Page breaks break pages, but never an empty one")
    func breaks() throws {
        let line = Paper.Block.paragraph(.body("Một dòng"))
        #expect(try pages(paper([line, .pageBreak, line])) == 2)
        #expect(try pages(paper([.pageBreak, line, .pageBreak, .pageBreak, line, .pageBreak])) == 3)
    }

    @Test("What has to stay together stays together wherever the page ends", arguments: 30...60)
    func together(lines: Int) throws {
        let press = Press(title: "", author: "", foot: nil)
        var flow = Flow(press)
        let drawn = Drawn()
        func slice(_ height: Double, keepsNext: Bool, in list: WritableKeyPath<Drawn.Pages, [Int]>) -> Slice {
            Slice(before: 6, height: height, after: 3, keepsNext: keepsNext) { y in
                #expect(y >= Press.top && y + height <= Press.bottom + 0.1)
                drawn.pages[keyPath: list].append(press.page)
            }
        }
        for _ in 0..<lines { try flow.add(slice(10, keepsNext: false, in: \.single)) }
        for height in [14.0, 16, 20, 90] { try flow.add(slice(height, keepsNext: true, in: \.together)) }
        try flow.add(slice(20, keepsNext: false, in: \.together))
        try flow.end()
        #expect(drawn.pages.single.count == lines && drawn.pages.together.count == 5)
        #expect(Set(drawn.pages.together).count == 1)
    }

    @Test("The head of a table is set again at the top of every page that goes on with it")
    func heads() throws {
        let press = Press(title: "", author: "", foot: nil)
        var flow = Flow(press)
        let drawn = Drawn()
        let head = Slice.Head(height: 30) { y in
            #expect(y == Press.top)
            drawn.pages.together.append(press.page)
        }
        try flow.add(Slice(height: 30, keepsNext: true) { _ in })
        for _ in 0..<100 {
            try flow.add(Slice(height: 20, head: head) { _ in drawn.pages.single.append(press.page) })
        }
        try flow.end()
        #expect(press.page == 3 && drawn.pages.together == [2, 3] && drawn.pages.single.count == 100)
    }

    @Test("A heading stays with what follows, a paragraph has no single line at either end of a page")
    func kept() {
        let press = Press(title: "", author: "", foot: nil)
        func kept(_ line: Paper.Line, all: Bool = false, last: Bool = false) -> [Bool] {
            Slice.lines(of: line, keepsAll: all, keepsLast: last, press).map(\.keepsNext)
        }
        #expect(kept(.heading(2, "1. Đầu mục"), all: true) == [true])
        let five = Paper.Line([.init("một\nhai\nba\nbốn\nnăm")])
        #expect(kept(five) == [true, false, false, true, false])
        #expect(kept(five, last: true) == [true, false, false, true, true])
        #expect(kept(.body("một")) == [false] && kept(.body("")) == [false])
    }

    @Test("A row higher than a page is torn and nothing of it lost; more than 500 pages are refused")
    func bounds() throws {
        let long = String(repeating: SamplePaper.running + " ", count: 60)
        let table = Paper.Table(caption: "Bảng", columns: [.init("Ý kiến", width: 1, alignment: .left)], rows: [[long]])
        let torn = try pages(paper([.table(table)]))
        #expect((3...8).contains(torn), "\(torn)")
        let line = Paper.Block.paragraph(.body("x"))
        let many = Array(repeating: [line, .pageBreak], count: 501).flatMap(\.self)
        #expect(throws: DocumentProblem.tooLong) { try paper(many).pdf() }
        #expect(try pages(paper(Array(many.prefix(999)))) == 500)
    }

    @Test("A table of five hundred rows, one without rows, one without columns, shares that are none")
    func tables() throws {
        let rows = Paper.Table(caption: "Bảng", columns: SamplePaper.columns, rows: SamplePaper.rows(500))
        #expect((10...16).contains(try pages(paper([.table(rows)]))))
        var odd = rows
        odd.rows = []
        odd.columns = [.init("a", width: .nan), .init("b", width: -1), .init("c", width: 9)]
        let none = Paper.Table(caption: "", columns: [], rows: [["x"]])
        #expect(try pages(paper([.table(odd), .table(none)])) == 1)
        #expect(try !paper([.table(odd), .table(none)]).docx().isEmpty)
    }

    @Test("Shares of a width: as asked, evened out when too wide or none")
    func widths() {
        #expect(Paper.widths([0.4, 0.6], of: 100) == [40, 60])
        #expect(Paper.widths([0.2, 0.3], of: 100) == [20, 30])
        #expect(Paper.widths([1, 3], of: 100) == [25, 75])
        #expect(Paper.widths([0, 1], of: 100) == [50, 50] && Paper.widths([.infinity], of: 100) == [100])
        #expect(Paper.widths([], of: 100) == [])
    }
}

/// On which pages slices were drawn.
private final class Drawn {
    struct Pages {
        var single: [Int] = []
        var together: [Int] = []
    }

    var pages = Pages()
}
