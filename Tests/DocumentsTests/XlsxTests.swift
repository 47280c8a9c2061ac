import Foundation
import Testing

@testable import Documents

@Suite("Tables as a workbook")
struct XlsxTests {
    private var sheet: Worksheet {
        Worksheet(
            name: "Theo đơn vị", title: ["Mức độ hài lòng", "Tháng 11 năm 2024"],
            columns: [
                .init("Đơn vị", width: 30), .init("Số lượt", format: .count), .init("Hài lòng", format: .share),
                .init("Điểm", format: .decimal), .init("Điện thoại", width: 14),
            ],
            rows: (1...12).map { number in
                [
                    .text("Phường số \(number)"), .integer(number * 1_713),
                    .number(0.8 + Double(number) / 100, decimals: 4), .number(4.125, decimals: 2),
                    .code("090123456\(number)"),
                ]
            },
            notes: ["n: số lượt đánh giá."],
            charts: [
                .init(.bars, title: "Hài lòng", names: 0, values: [2]),
                .init(.line, title: "Điểm", names: 0, values: [3]),
                .init(.stackedBars, title: "Hai cột", names: 0, values: [1, 3], colours: [0xb2182b, 0x2166ac]),
            ])
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        String(decoding: try #require(try ZipArchive(bytes).file(name)), as: UTF8.self)
    }

    private func isBold(_ cell: String, _ page: String, _ looks: String) throws -> Bool {
        let look = try #require(
            try Regex("<c r=\"\(cell)\" s=\"([0-9]+)\"", as: (Substring, Substring).self).firstMatch(in: page))
        let table = try #require(looks.split(separator: "<cellXfs ").last)
        let xf = table.components(separatedBy: "<xf ")[try #require(Int(look.1)) + 1]
        let font = try #require(try Regex("fontId=\"([0-9]+)\"", as: (Substring, Substring).self).firstMatch(in: xf))
        return looks.components(separatedBy: "<font>")[try #require(Int(font.1)) + 1].contains("<b/>")
    }

    @Test("Titles, head, cells and notes are read back as what they are: numbers as numbers, phones as text")
    func cells() throws {
        let bytes = try Worksheet.xlsx([sheet])
        try SamplePaper.keep(bytes, as: "table.xlsx")
        let grid = try Grid(file: bytes)
        #expect(grid.lines.map(\.number) == [1, 2] + (4...16) + [18])
        #expect(grid.lines[0].cells == [.text("Mức độ hài lòng")])
        #expect(grid.lines[2].cells == ["Đơn vị", "Số lượt", "Hài lòng", "Điểm", "Điện thoại"].map { .text($0) })
        #expect(
            grid.lines[3].cells == [
                .text("Phường số 1"), .number(1_713), .number(0.81), .number(4.125), .text("0901234561"),
            ])
        #expect(grid.lines.last?.cells == [.text("n: số lượt đánh giá.")])
    }

    @Test("The head is frozen, filtered and printed on every page, on A4 across")
    func setUp() throws {
        let page = try part("xl/worksheets/sheet1.xml", of: Worksheet.xlsx([sheet]))
        #expect(page.contains("ySplit=\"4\"") && page.contains("state=\"frozen\""))
        #expect(page.contains("<autoFilter ref=\"A4:E16\"/>"))
        #expect(page.contains("orientation=\"landscape\"") && page.contains("paperSize=\"9\""))
        #expect(page.contains("fitToHeight=\"0\""))
        let book = try part("xl/workbook.xml", of: Worksheet.xlsx([sheet]))
        #expect(book.contains("Print_Titles") && book.contains("$4:$4"))
    }

    @Test("Counts, shares and decimals have their patterns")
    func patterns() throws {
        let looks = try part("xl/styles.xml", of: Worksheet.xlsx([sheet]))
        for pattern in ["#,##0", "0.00%", "0.00", "@"] { #expect(looks.contains("\"\(pattern)\""), "\(pattern)") }
        let plain = Worksheet(
            name: "x", columns: [.init("a")], rows: [[.number(1.5, decimals: 3)], [.number(.nan, decimals: 1)]])
        #expect(try part("xl/styles.xml", of: Worksheet.xlsx([plain])).contains("0.000"))
        #expect(try Grid(file: Worksheet.xlsx([plain])).lines.map(\.cells) == [[.text("a")], [.number(1.5)]])
    }

    @Test("Charts are Excel's own, with titles, and point at the table")
    func charts() throws {
        let bytes = try Worksheet.xlsx([sheet])
        let bars = try part("xl/charts/chart1.xml", of: bytes)
        #expect(bars.contains("<c:barDir val=\"bar\"/>") && bars.contains("Hài lòng"))
        #expect(bars.contains("'Theo đơn vị'!$C$5:$C$16") && bars.contains("0.0%"))
        #expect(try part("xl/charts/chart2.xml", of: bytes).contains("c:lineChart"))
        let stack = try part("xl/charts/chart3.xml", of: bytes)
        #expect(stack.contains("<c:grouping val=\"stacked\"/>") && stack.contains("B2182B"))
        #expect(try part("xl/drawings/drawing1.xml", of: bytes).contains("descr=\"Hài lòng\""))
        var bare = sheet
        bare.rows = []
        #expect(try ZipArchive(Worksheet.xlsx([bare])).file("xl/charts/chart1.xml") == nil, "a chart of nothing")
        bare = sheet
        bare.charts = [
            .init(.bars, title: "x", names: 9, values: [1]), .init(.bars, title: "x", names: 0, values: [9]),
        ]
        #expect(try ZipArchive(Worksheet.xlsx([bare])).file("xl/charts/chart1.xml") == nil, "a column that is none")
    }

    @Test("Totals stand in bold below the rows, outside the filter and the charts, and last in CSV")
    func totals() throws {
        var table = sheet
        table.totals = [[.text("Cộng"), .integer(133_614), .number(0.87, decimals: 4)]]
        let bytes = try Worksheet.xlsx([table])
        let page = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(page.contains("<autoFilter ref=\"A4:E16\"/>"))
        // Nothing stands directly below the filter.
        #expect(try Grid(file: bytes).lines.map(\.number) == [1, 2] + (4...16) + [18, 20])
        #expect(try part("xl/charts/chart1.xml", of: bytes).contains("'Theo đơn vị'!$C$5:$C$16"))
        let looks = try part("xl/styles.xml", of: bytes)
        #expect(try isBold("A18", page, looks) && isBold("B18", page, looks) && !isBold("B16", page, looks))
        #expect(try part("xl/workbook.xml", of: bytes).contains("$A$1:$E$20"), "printed with its totals and notes")
        #expect(String(decoding: table.csv(), as: UTF8.self).hasSuffix("Cộng;133614;0,8700\r\n"))
    }

    @Test("An axis of percentages ends at a hundred, of shares at one, of counts where it likes")
    func axes() throws {
        for (format, end) in [(Worksheet.Format.percent, "100"), (.share, "1"), (.count, nil), (.decimal, nil)] {
            var table = sheet
            table.columns[2].format = format
            table.charts = [.init(.bars, title: "x", names: 0, values: [2])]
            let chart = try part("xl/charts/chart1.xml", of: Worksheet.xlsx([table]))
            #expect(chart.contains("<c:max val=\"\(end ?? "")\"/>") == (end != nil), "\(format)")
            #expect(chart.contains("<c:max ") == (end != nil))
        }
    }

    @Test("A hidden number is an empty cell, which a chart does not draw")
    func hidden() throws {
        var table = sheet
        table.rows[1][2] = .empty
        let bytes = try Worksheet.xlsx([table])
        #expect(try part("xl/worksheets/sheet1.xml", of: bytes).contains(try Regex("<c r=\"C6\" s=\"[0-9]+\"/>")))
    }

    @Test("Days and moments are true dates, shown day first; before 1900 a workbook has none")
    func days() throws {
        let day = Cell.Day(year: 2026, month: 11, day: 2)
        let table = Worksheet(
            name: "x", columns: [.init("a"), .init("b", width: 17), .init("c")],
            rows: [[.day(day), .moment(day, hour: 18, minute: 0), .day(.init(year: 1899, month: 1, day: 1))]])
        let bytes = try Worksheet.xlsx([table])
        #expect(try Grid(file: bytes).lines[1].cells == [.number(46_328), .number(46_328.75), .text("1899-01-01")])
        let looks = try part("xl/styles.xml", of: bytes)
        #expect(looks.contains("\"dd/mm/yyyy\"") && looks.contains("\"dd/mm/yyyy hh:mm\""))
    }

    @Test("The same tables give the same bytes")
    func reproducible() throws {
        #expect(try Worksheet.xlsx([sheet, sheet]) == Worksheet.xlsx([sheet, sheet]))
    }

    @Test("Whatever somebody types stays text: no formula, no link, nothing lost that can be shown", arguments: 1...40)
    func nasty(seed: Int) throws {
        var texts = NastyTexts(seed: UInt64(seed))
        let typed = (0..<20).map { _ in texts.next() }
        let table = Worksheet(
            name: texts.next(), title: [texts.next()], columns: [.init("x" + texts.next()), .init("x")],
            rows: typed.map { [.text("x" + $0), .code($0)] }, notes: [texts.next()],
            charts: [.init(.bars, title: texts.next(), names: 0, values: [1])])
        let bytes = try Worksheet.xlsx([table, table])
        let page = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(!page.contains("<f>") && !page.contains("<f ") && !page.contains("hyperlink"))
        let read = try Grid(file: bytes).lines.map { $0.cells.first }
        for text in typed {
            // The reader does not undo what keeps "_x0041_" from being an "A"; Excel and LibreOffice do.
            let shown = XMLText.legal("x" + text).replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
            var trimmed = shown[...]
            while trimmed.last?.isWhitespace ?? false { trimmed.removeLast() }
            #expect(read.contains(.text(String(trimmed))), "\(text.debugDescription)")
        }
    }

    @Test(
        "Tabs have names that Excel takes, and no two alike",
        arguments: [
            (["Số liệu"], ["Số liệu"]), (["a/b:c*d?[e]\\f"], ["a b c d e f"]), (["", ""], ["Bảng", "Bảng (2)"]),
            (["Đơn vị", "đơn vị"], ["Đơn vị", "đơn vị (2)"]), (["'x'"], ["x"]), (["History"], ["History (2)"]),
            (
                [String(repeating: "â", count: 40), String(repeating: "â", count: 40)],
                [String(repeating: "â", count: 31), String(repeating: "â", count: 27) + " (2)"]
            ),
        ])
    func names(wanted: [String], given: [String]) throws {
        #expect(SheetName.names(for: wanted) == given)
        #expect(try !Worksheet.xlsx(wanted.map { Worksheet(name: $0, columns: [.init("a")], rows: []) }).isEmpty)
    }

    @Test("A text longer than a cell is cut and says so; a number too large for one is kept in digits")
    func limits() throws {
        let long = SheetWriter.fitting(String(repeating: "😀", count: 20_000))
        #expect(long.utf16.count <= 32_767 && long.hasSuffix("…"))
        let table = Worksheet(
            name: "x", columns: [.init("a")],
            rows: [[.integer(9_007_199_254_740_993)], [.text(String(repeating: "a", count: 40_000))]])
        let shared = try part("xl/sharedStrings.xml", of: Worksheet.xlsx([table]))
        #expect(shared.contains("9007199254740993") && shared.contains("a…"))
    }

    @Test(
        "Words are seen whole: rows as high as they need, sentences over all columns, words among numbers at the right")
    func wrapping() throws {
        let sentence = String(repeating: "Dưới 30 phiếu chưa so sánh. ", count: 6)
        let table = Worksheet(
            name: "x", title: ["Tiêu đề", sentence],
            columns: [.init("Đơn vị", width: 20), .init("Tỷ lệ", format: .share)],
            rows: [[.text("Ngắn"), .text("quá ít")], [.text(sentence), .number(0.5, decimals: 2)]], notes: [sentence])
        let page = try part("xl/worksheets/sheet1.xml", of: Worksheet.xlsx([table]))
        #expect(page.contains("<mergeCell ref=\"A2:B2\"/>") && page.contains("<mergeCell ref=\"A8:B8\"/>"))
        #expect(!page.contains("ref=\"A1:B1\""))
        for row in ["2", "4", "6", "8"] {
            #expect(page.contains(try Regex("<row r=\"\(row)\"[^>]* customHeight=\"1\"")), "row \(row)")
        }
        #expect(!page.contains(try Regex("<row r=\"5\"[^>]* customHeight")))
        #expect(try part("xl/styles.xml", of: Worksheet.xlsx([table])).contains("horizontal=\"right\""))
        #expect(RowHeight.lines([(String(repeating: "a", count: 9_999), 10)]) == 12)
        #expect(RowHeight.lines([("", 10), ("hai\ndòng", 10), ("a", 0)]) == 2)
    }

    @Test("A table of many rows goes row by row to the disk and is the same table")
    func long() throws {
        let table = Worksheet(
            name: "x", title: ["t"], columns: [.init("a"), .init("b", format: .count)],
            rows: (0..<12_000).map {
                [.text("Lượt \($0)" + ($0 == 7 ? " rất dài để phải xuống dòng" : "")), .integer($0)]
            })
        let page = try part("xl/worksheets/sheet1.xml", of: Worksheet.xlsx([table]))
        #expect(page.contains("Lượt 11999") && page.contains("<v>11999</v>"))
        #expect(page.contains(try Regex("<row r=\"11\"[^>]* customHeight=\"1\"")) && page.contains("xuống dòng"))
        #expect(
            try part("xl/worksheets/sheet1.xml", of: Worksheet.xlsx([table])).components(separatedBy: "<row ").count - 1
                == 12_002)
    }
}
