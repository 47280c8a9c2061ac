import Testing

@testable import Documents

@Suite("A paper as DOCX")
struct WordTests {
    @Test("Every part is there, is whole XML, and is named in the list of types and in the relations")
    func parts() throws {
        let bytes = try SamplePaper.report.docx()
        try SamplePaper.keep(bytes, as: "report.docx")
        let file = try WordReader(bytes)
        for part in [
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml",
            "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml",
            "word/header1.xml", "word/footer1.xml",
        ] {
            #expect(try !file.events(part).isEmpty, "\(part)")
        }
        let types = try file.attributes(of: "Override", in: "[Content_Types].xml").compactMap { $0["PartName"] }
        for type in types { #expect(try file.archive.file(String(type.dropFirst())) != nil, "\(type)") }
        let relations = try file.attributes(of: "Relationship", in: "word/_rels/document.xml.rels")
        for target in relations.compactMap({ $0["Target"] }) {
            #expect(try file.archive.file("word/\(target)") != nil, "\(target)")
        }
        let known = Set(relations.compactMap { $0["Id"] })
        for picture in try file.attributes(of: "blip", in: "word/document.xml") {
            #expect(known.contains(picture["embed"] ?? ""))
        }
    }

    @Test("The same paper gives the same bytes")
    func reproducible() throws {
        #expect(try SamplePaper.report.docx() == SamplePaper.report.docx())
    }

    @Test("Headings are headings, captions captions, the running text has its style")
    func styles() throws {
        let paragraphs = try WordReader(SamplePaper.report.docx()).paragraphs()
        func texts(_ style: String) -> [String] { paragraphs.filter { $0.style == style }.map(\.text) }
        #expect(texts("Heading1").first == "I. KẾT QUẢ PHẦN 1" && texts("Heading1").count == 3)
        #expect(texts("Heading2").count == 3 && texts("Heading3").first == "a) Biểu đồ")
        #expect(texts("Caption") == (1...3).map { "Bảng \($0). Mức độ hài lòng" })
        #expect(texts("TableNote").count == 3 && texts("BodyText").contains(SamplePaper.running))
        let known = try WordReader(SamplePaper.report.docx()).attributes(of: "style", in: "word/styles.xml")
        let styles = Set(paragraphs.compactMap(\.style))
        #expect(styles.isSubset(of: known.compactMap { $0["styleId"] }))
    }

    @Test("A table's head repeats on each page, no row is torn, and widths fill the page")
    func tables() throws {
        let file = try WordReader(SamplePaper.report.docx())
        #expect(try file.attributes(of: "tblHeader", in: "word/document.xml").count == 3)
        // 30, 60 and 90 rows with a head each, the two rows of the paper's head and the one of its foot.
        #expect(try file.attributes(of: "cantSplit", in: "word/document.xml").count == 180 + 3 + 3)
        let widths = try file.attributes(of: "tblW", in: "word/document.xml").compactMap { $0["w"].flatMap { Int($0) } }
        // 165 mm.
        #expect(widths.allSatisfy { abs($0 - 9_354) < 3 })
    }

    @Test("A4 with the margins of the decree; the first page has no number, the others have one above")
    func sheet() throws {
        let file = try WordReader(SamplePaper.report.docx())
        #expect(try file.attributes(of: "pgSz", in: "word/document.xml") == [["w": "11906", "h": "16838"]])
        let margins = try file.attributes(of: "pgMar", in: "word/document.xml").first
        #expect(margins?["top"] == "1134" && margins?["left"] == "1701" && margins?["right"] == "850")
        #expect(try file.attributes(of: "titlePg", in: "word/document.xml").count == 1)
        #expect(try file.attributes(of: "fldSimple", in: "word/header1.xml") == [["instr": " PAGE "]])
        #expect(try file.text(of: "word/footer1.xml") == "DỰ THẢO")
        var plain = SamplePaper.report
        plain.foot = nil
        #expect(try WordReader(plain.docx()).attributes(of: "footerReference", in: "word/document.xml").isEmpty)
    }

    @Test("Children stand in the order of the schema, which Word insists on")
    func order() throws {
        for part in ["word/document.xml", "word/styles.xml", "word/settings.xml"] {
            #expect(try WordReader(SamplePaper.report.docx()).outOfOrder(in: part).isEmpty, "\(part)")
        }
    }

    @Test("A cell always ends in a paragraph, and two tables never touch")
    func edges() throws {
        let bare = Paper.Table(caption: "", columns: SamplePaper.columns, rows: [[], ["1", "2", "3", "4", "5", "6"]])
        // The second row is short of a cell.
        let columns = Paper.Block.grid([
            [.init(width: 0.5, lines: []), .init(width: 0.5, lines: [])], [.init(width: 0.5, lines: [])],
        ])
        let paper = Paper(
            title: "", author: "",
            blocks: [columns, columns, .table(bare), .table(bare), .pageBreak, .table(bare), .pageBreak, columns])
        let file = try WordReader(paper.docx())
        try SamplePaper.keep(paper.docx(), as: "edges.docx")
        var last = ""
        for event in try file.events("word/document.xml") {
            guard case .end(let name) = event else { continue }
            if name == "tc" { #expect(last == "p") }
            if name == "sectPr" || name == "body" { continue }
            last = name
        }
        var wasTable = false
        var depth = 0
        for event in try file.events("word/document.xml") {
            if case .start("tbl", _) = event {
                if depth == 0 { #expect(!wasTable) }
                depth += 1
            }
            if case .end("tbl") = event {
                depth -= 1
                wasTable = true
            }
            if depth == 0, case .end("p") = event { wasTable = false }
        }
        #expect(!wasTable, "a document ends in a paragraph")
        #expect(try file.attributes(of: "pageBreakBefore", in: "word/document.xml").count == 2)
    }

    @Test("Number and date stand in one row below the two names, however many lines a name takes")
    func head() throws {
        var rows: [[String]] = []
        reading: for event in try WordReader(SamplePaper.report.docx()).events("word/document.xml") {
            switch event {
            case .start("tr", _): rows.append([])
            case .start("tc", _): rows[rows.count - 1].append("")
            case .text(let text): if !rows.isEmpty { rows[rows.count - 1][rows[rows.count - 1].count - 1] += text }
            case .end("tbl"): break reading
            default: break
            }
        }
        #expect(rows.count == 2 && rows.last == ["Số: …/BC-PNV", "Long Khánh, ngày … tháng 12 năm 2024"])
        #expect(rows.first?.first?.hasPrefix("UBND THÀNH PHỐ") == true)
    }

    @Test("An appendix is a heading of level 1, so that Word's navigation shows it; its name and title are one")
    func appendix() throws {
        let file = try WordReader(SamplePaper.report.docx())
        #expect(try file.paragraphs().filter { $0.style == "AppendixTitle" }.map(\.text) == ["Phụ lục I\nKẾT QUẢ"])
        #expect(try file.levels() == ["Heading1": "0", "Heading2": "1", "Heading3": "2", "AppendixTitle": "0"])
    }

    @Test("The sentence before a table stays with it; a short table is whole, a long one has three rows at either end")
    func together() throws {
        func kept(_ rows: Int, note: String?) throws -> [Bool] {
            let table = Paper.Table(
                caption: "Bảng", columns: [.init("Cột", width: 1)], rows: (0..<rows).map { ["\($0)"] }, note: note)
            let paper = Paper(title: "", author: "", blocks: [.paragraph(.body("Câu dẫn")), .table(table)])
            return try WordReader(paper.docx()).paragraphs().map(\.keepsNext)
        }
        // The sentence, the caption and the head; the note or the gap are the last.
        let lead = [true, true, true]
        #expect(try kept(12, note: "n") == lead + Array(repeating: true, count: 12) + [false])
        #expect(try kept(12, note: nil) == lead + Array(repeating: true, count: 11) + [false, false])
        let ends = [true, true] + Array(repeating: false, count: 8) + [true, true]
        #expect(try kept(13, note: "n") == lead + ends + [true, false])
        #expect(try kept(13, note: nil) == lead + ends + [false, false])
    }

    @Test("No gap stands between a table and a new page: on a full page it would be an empty one")
    func noGap() throws {
        let table = Paper.Block.table(.init(caption: "", columns: [.init("Cột", width: 1)], rows: [["1"]]))
        func texts(_ blocks: [Paper.Block]) throws -> [String] {
            try WordReader(Paper(title: "", author: "", blocks: blocks).docx()).paragraphs().map(\.text)
        }
        let line = Paper.Block.paragraph(.body("Sau"))
        #expect(try texts([table, .pageBreak, line]) == ["Cột", "1", "Sau"])
        #expect(try texts([table, line]) == ["Cột", "1", "", "Sau"])
        #expect(try texts([table, .pageBreak, table, .pageBreak]) == ["Cột", "1", "", "Cột", "1", ""])
    }

    @Test("A picture stays with its caption, the last sentence with the signature")
    func captions() throws {
        let paragraphs = try WordReader(SamplePaper.report.docx()).paragraphs()
        #expect(paragraphs.first { $0.text.hasSuffix("./.") }?.keepsNext == true)
        let caption = Paper.Block.paragraph(.init([.init("Hình 1")]))
        let picture = Paper.Block.picture(svg: SamplePaper.chart, width: 20, alternative: "")
        let paper = Paper(title: "", author: "", blocks: [picture, caption, picture])
        #expect(try WordReader(paper.docx()).paragraphs().map(\.keepsNext) == [true, false, false])
    }

    @Test("A picture is a PNG as large as asked, with its words; one that is no picture is refused")
    func pictures() throws {
        let file = try WordReader(SamplePaper.report.docx())
        let picture = try #require(try file.archive.file("word/media/image1.png"))
        #expect(picture.starts(with: [0x89, 0x50, 0x4e, 0x47]))
        // 150 mm × 60 mm.
        let extent = try file.attributes(of: "extent", in: "word/document.xml").first
        #expect(extent == ["cx": "5400000", "cy": "2160000"])
        let words = try file.attributes(of: "docPr", in: "word/document.xml")
        #expect(words.map { $0["descr"] } == ["Biểu đồ 1", "Biểu đồ 2", "Biểu đồ 3"])
        #expect(Set(words.map { $0["id"] }).count == 3)
        for (svg, width) in [("không phải hình", 100.0), (SamplePaper.chart, 0), (SamplePaper.chart, .nan)] {
            let paper = Paper(title: "", author: "", blocks: [.picture(svg: svg, width: width, alternative: "")])
            #expect(throws: DocumentProblem.self) { try paper.docx() }
            #expect(throws: DocumentProblem.self) { try paper.pdf() }
        }
    }

    @Test("Whatever somebody types stands there as typed, but for what no page shows", arguments: 1...40)
    func nasty(seed: Int) throws {
        var texts = NastyTexts(seed: UInt64(seed))
        let (words, cell, caption, title) = (texts.next(), texts.next(), "Bảng " + texts.next(), texts.next())
        let paper = Paper(
            title: title, author: texts.next(),
            blocks: [
                .heading(level: 2, "x" + words), .paragraph(.body("x" + words)),
                .table(.init(caption: caption, columns: [.init("Cột", width: 1)], rows: [["x" + cell]], note: words)),
                .picture(svg: SamplePaper.chart, width: 20, alternative: words),
            ], foot: cell)
        let file = try WordReader(paper.docx())
        let read = try file.paragraphs().map(\.text)
        for text in ["x" + words, "x" + cell, caption] {
            #expect(read.contains(seen(text)), "\(text.debugDescription)")
        }
        let shown = String(XMLText.legal(title).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : Character($0) })
        #expect(try file.text(of: "docProps/core.xml").hasPrefix(shown))
        #expect(try paper.pdf().starts(with: "%PDF".utf8))
    }

    /// Line ends as LF, TAB as a blank, control characters and noncharacters gone.
    private func seen(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.map { XMLText.legal(String($0)).replacing("\t", with: " ") }.joined(separator: "\n")
    }
}
