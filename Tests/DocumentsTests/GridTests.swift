import Testing

@testable import Documents

@Suite("Tables that people send")
struct GridTests {
    private func csv(_ text: String) throws -> [[Grid.Cell]] { try Grid(file: Array(text.utf8)).lines.map(\.cells) }

    @Test(
        "A CSV file is read whatever parts its cells and ends its lines",
        arguments: [
            "Tên,Đơn vị\nBình,Tư pháp\n", "Tên;Đơn vị\r\nBình;Tư pháp", "Tên\tĐơn vị\rBình\tTư pháp\r",
            "\u{feff}Tên,Đơn vị\r\nBình,Tư pháp\r\n", "\"Tên\";\"Đơn vị\"\n Bình ;\"Tư pháp\"\n",
        ])
    func separators(text: String) throws {
        #expect(try csv(text) == [[.text("Tên"), .text("Đơn vị")], [.text("Bình"), .text("Tư pháp")]])
    }

    @Test("Quotes keep separators, doubled quotes and line ends; digits stay text; empty lines go and are counted")
    func quotes() throws {
        let grid = try Grid(file: Array("a,b\n\n\"Lê \"\"Út\"\"; Em\",\"hai\ndòng\"\n,0950000101\n".utf8))
        #expect(grid.lines.map(\.number) == [1, 3, 4])
        #expect(grid.lines[1].cells == [.text("Lê \"Út\"; Em"), .text("hai dòng")])
        #expect(grid.lines[2].cells == [.empty, .text("0950000101")])
    }

    @Test("What is not UTF-8, has no end of a quote or is endless is refused by name and line")
    func refusedText() throws {
        #expect(throws: GridFault.notUTF8) { try Grid(file: [0xff, 0xfe, 0x41, 0x00]) }
        #expect(throws: GridFault.notUTF8) { try Grid(file: Array("a\0b".utf8)) }
        #expect(throws: GridFault.notUTF8) { try Grid(file: [0x42, 0xec, 0x6e, 0x68]) }
        #expect(throws: GridFault.openQuote(line: 2)) { try csv("a,b\n\"c,d\n") }
        #expect(throws: GridFault.tooManyLines) { try csv(String(repeating: "a\n", count: 5_001)) }
        #expect(throws: GridFault.tooWide(line: 2)) { try csv("a\n" + String(repeating: "a,", count: 70)) }
        #expect(throws: GridFault.tooLongCell(line: 1)) { try csv(String(repeating: "a", count: 1_001)) }
        #expect(throws: GridFault.oldWorkbook) { try Grid(file: [0xd0, 0xcf, 0x11, 0xe0, 0xa1]) }
        #expect(try csv("").isEmpty && csv("\n\r\n;;\n").isEmpty)
    }

    @Test("A workbook of LibreOffice: words, a day, what formulas gave, digits of a phone")
    func libreOffice() throws {
        let grid = try Grid(file: libreOfficeWorkbook)
        #expect(grid.lines.map(\.number) == [1, 2, 5])
        #expect(
            grid.lines[0].cells == ["Họ tên", "Đơn vị", "Quầy", "Từ ngày", "Số", "Điện thoại"].map { .text($0) })
        #expect(
            grid.lines[1].cells == [
                .text("Nguyễn Thị Bình"), .text("Phòng Tư pháp"), .text("q03"), .number(46_357), .number(3),
                .text("0950000101"),
            ])
        #expect(grid.lines[2].cells == [.text("Lê \"Út\" <Em> & Co"), .empty, .text("Q07")])
        // 2026-12-01.
        #expect(grid.day(of: 46_357) == 20_788)
        #expect(grid.day(of: 60) == nil && grid.day(of: .nan) == nil && grid.day(of: 1e12) == nil)
    }

    @Test("Shared, inline and rich words, gaps, booleans, errors; how to pronounce a word is left out")
    func cells() throws {
        let grid = try Grid(
            file: HandMadeZip.workbook(
                """
                <row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><r><t>Lê </t></r><r><t>Em</t></r></is></c>\
                <c t="str"><f>A1</f><v>tính</v></c><c t="e"><v>#REF!</v></c><c t="n"/><c><v>1.5E2</v></c></row>
                """, words: "<si><t>không</t></si><si><t xml:space=\"preserve\"> &#272;ỗ </t><rPh><t>do</t></rPh></si>",
                main: "<workbookPr date1904=\"1\"/>"))
        #expect(
            grid.lines.map(\.cells) == [
                [.empty, .text("Đỗ"), .empty, .text("Lê Em"), .text("tính"), .text("#REF!"), .empty, .number(150)]
            ])
        #expect(grid.countsFrom1904 && grid.day(of: 44_895) == 20_788)
    }

    @Test("Entities of one's own, and XML that does not end, are refused")
    func bombs() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
        for bytes in [
            HandMadeZip.workbook("<row><c t=\"str\"><v>&b;</v></c></row>", before: bomb),
            HandMadeZip.workbook("<row><c t=\"str\"><v>&b;</v></c></row>"), HandMadeZip.workbook("<row><c></row>"),
            HandMadeZip.workbook("<row><c><v>1</v>"), HandMadeZip.workbook("<row r=\"0\"/>"),
            HandMadeZip.workbook("<row><c t=\"s\"><v>9</v></c></row>"),
            HandMadeZip.workbook(String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)),
            HandMadeZip.workbook("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), HandMadeZip.workbook("<row a=1/>"),
        ] {
            #expect(throws: GridFault.brokenXML) { try Grid(file: bytes) }
        }
    }

    @Test("A zip that unpacks to more than a table, or to something else than it says, is refused unread")
    func zipBombs() {
        // 10,000 zero bytes in 27.
        let zeros: [UInt8] = [
            237, 193, 1, 13, 0, 0, 0, 194, 160, 247, 79, 109, 14, 55, 160, 0, 0, 0, 0, 0, 0, 0, 0, 0, 224, 223, 0,
        ]
        func zip(size: UInt32, flags: UInt16 = 0) -> [UInt8] {
            HandMadeZip([
                .init(
                    name: "xl/workbook.xml", data: zeros, method: 8, flags: flags, size: size, checksum: 123)
            ]).bytes
        }
        for size in [100, 10_000, 20_000] as [UInt32] {
            #expect(throws: GridFault.brokenZip) { try Grid(file: zip(size: size)) }
        }
        #expect(throws: GridFault.unpacksTooLarge) { try Grid(file: zip(size: 100_000)) }
        #expect(throws: GridFault.unpacksTooLarge) { try Grid(file: zip(size: .max)) }
        #expect(throws: GridFault.oldWorkbook) { try Grid(file: zip(size: 10_000, flags: 1)) }
        let many = HandMadeZip((0..<300).map { .init(name: "\($0)", data: []) })
        #expect(throws: GridFault.unpacksTooLarge) { try Grid(file: many.bytes) }
        let twice = HandMadeZip((0..<2).map { _ in .init(name: "xl/workbook.xml", data: []) })
        #expect(throws: GridFault.brokenZip) { try Grid(file: twice.bytes) }
        #expect(throws: GridFault.noSheet) { try Grid(file: HandMadeZip(["word/document.xml": "<a/>"]).bytes) }
    }

    @Test("A workbook cut off, or with any one byte changed, is read or refused and never worse")
    func damaged() {
        let whole = libreOfficeWorkbook
        for length in stride(from: 2, to: whole.count, by: 7) {
            #expect(throws: GridFault.self) { try Grid(file: Array(whole.prefix(length))) }
        }
        for place in stride(from: 2, to: whole.count, by: 3) {
            var bytes = whole
            bytes[place] ^= 0x55
            _ = try? Grid(file: bytes)
        }
    }
}
