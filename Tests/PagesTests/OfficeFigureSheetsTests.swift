import Documents
import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("Figures as files")
struct OfficeFigureSheetsTests {
    private func lines(
        _ report: PeriodReport, _ directory: Directory = .officeSample, table: String? = nil
    ) throws -> [String] {
        let bytes = try #require(FigureSheets(report, directory: directory).csv(table))
        return String(decoding: bytes.dropFirst(3), as: UTF8.self).components("\r\n").filter { !$0.isEmpty }
    }

    @Test("Excel reads it: a byte order mark, semicolons, decimal commas, and every line as long as the header")
    func shape() throws {
        let bytes = FigureSheets(.sample, directory: .officeSample).csv(nil)
        #expect(bytes?.prefix(3) == [0xEF, 0xBB, 0xBF])
        let lines = try lines(.sample)
        let header = lines[0].components(";")
        #expect(header.count == 18 && header[12] == "Tỷ lệ hài lòng (%)")
        for line in lines { #expect(Self.cells(line).count == header.count, "\(line)") }
        let whole = Self.cells(lines[1])
        #expect(whole[1] == "Toàn bộ" && whole[4] == "1175" && whole[5] == "1147")
        #expect(whole[12] == "93,11" && whole[13] == "91,50" && whole[14] == "94,44")
        #expect(whole[17].contains("Người dân tự nguyện đánh giá"))
    }

    @Test("A name cannot become a formula, and a code keeps its zeros")
    func formulas() throws {
        var configuration = KioskConfiguration.officeSample
        for index in configuration.units.indices where configuration.units[index].id == "tu-phap" {
            configuration.units[index].name = "=HYPERLINK(\"http://evil.example\";\"Phòng\")"
        }
        for index in configuration.desks.indices where configuration.desks[index].id == "q03" {
            configuration.desks[index].name = "@SUM(1+1)|cmd"
        }
        configuration.desks.append(Desk(id: "0901234567", name: "+84 901 234 567", unit: "tu-phap"))
        var report = PeriodReport.sample
        report.desks.append(("0901234567", .sample(40, 0.9)))
        let lines = try lines(report, Directory(configuration: configuration, codes: [], version: 2))
        for line in lines {
            for cell in Self.cells(line) {
                #expect(!"=+-@".contains(cell.first ?? " "), "\(cell)")
            }
        }
        #expect(lines.contains { $0.contains("'=HYPERLINK") })
        #expect(lines.contains { $0.contains("\t0901234567") && $0.contains("'+84 901 234 567") })
    }

    @Test("The rows of the file are the rows of the page")
    func rows() throws {
        let groups = Dictionary(grouping: try lines(.sample).dropFirst()) { Self.cells($0)[1] }.mapValues(\.count)
        #expect(
            groups == [
                "Toàn bộ": 3, "Đơn vị": 8, "Yếu tố": 2, "Tiêu chí": 5, "Quầy": 7, "Cán bộ": 4, "Lĩnh vực": 2,
                "Thủ tục": 3, "Giai đoạn": 3, "Kênh": 2, "Mức xác thực": 2, "Hai mươi bốn tháng": 24,
            ])
    }

    @Test("A unit that holds others is a total below them, not a bar among them; an id goes without a TAB")
    func sums() throws {
        let sheet = try #require(FigureSheets(.sample, directory: .officeSample).sheet("units"))
        #expect(sheet.rows.count == 7 && sheet.charts.count == 1 && sheet.columns[10].format == .percent)
        #expect(sheet.totals.map { $0[0] } == [.code("ubnd")])
        #expect(sheet.totals.first?.last == .text("gồm các đơn vị trực thuộc"))
        let lines = try lines(.sample, table: "units")
        #expect(lines.last?.hasPrefix("ubnd;") == true && lines.contains { $0.hasPrefix("tu-phap;") })
    }

    @Test("An empty figure says why, also under five ratings", arguments: [(3, "không hiện"), (7, "quá ít phiếu")])
    func remarks(n: Int, remark: String) throws {
        var report = PeriodReport.sample
        report.desks = [("q03", .sample(n, 1))]
        let cells = Self.cells(try lines(report, table: "desks")[1])
        #expect(cells[10] == "" && cells[15] == remark)
        let row = ReformIndex.Row(unit: "tu-phap", measured: .sample(n, 1), cases: CaseCounts(raised: 1))
        let whole = ReformIndex.Row(unit: "", measured: .sample(60, 0.9), cases: CaseCounts(raised: 1))
        let index = ReformIndex(
            period: report.period, isRunning: false, rule: .pooled, questionnaire: nil, rows: [row], whole: whole)
        let sheet = index.worksheet(.officeSample)
        #expect(sheet.rows[0][4] == .empty && sheet.rows[0][7] == .text(remark))
        #expect(sheet.rows.count == 1 && sheet.totals.map { $0[1] } == [.text("Toàn cơ quan")])
    }

    @Test("Each table of the page can be taken alone, and what is no table is not found")
    func tables() throws {
        let splits = FigureSplits(
            report: .sample, directory: .officeSample, address: FigureAddress(month: PeriodReport.november),
            mayReadRows: true
        ).all
        for table in splits.map(\.id) + ["trend", "hours", "whole"] {
            let lines = try lines(.sample, table: table)
            #expect(lines.count > 1 && Self.cells(lines[0]).count == 16, "\(table)")
        }
        #expect(FigureSheets(.sample, directory: .officeSample).csv("tables") == nil)
        #expect(FigureSheets(.sample, directory: .officeSample).sheets.count == 13)
    }

    @Test("The mean of criteria is not the share of the answers pooled, and has no levels of its own")
    func mean() throws {
        let parts = [
            Measured(counts: Counts(n1: 50, n5: 50), ratings: 300), .init(counts: Counts(n5: 300), ratings: 300),
        ]
        var report = PeriodReport.sample
        report.factors = IndexRule.allCases.map {
            FactorFigure(factor: Questionnaire.sample.factors[0], rule: $0, parts: parts)
        }
        let lines = try lines(report, table: "factors").map(Self.cells)
        #expect(lines[1][10] == "87,50" && lines[2][10] == "75,00")
        #expect(lines[1][13] == "12,50" && lines[2][13] == "")
        #expect(lines[2][15] == "trung bình các tiêu chí")
    }

    /// A line's cells, unquoted.
    static func cells(_ line: String) -> [String] {
        var cells = [""]
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case ";" where !quoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
