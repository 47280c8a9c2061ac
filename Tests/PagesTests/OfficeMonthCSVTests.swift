import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The month as a file")
struct OfficeMonthCSVTests {
    private func lines(_ report: MonthReport, _ directory: Directory = .officeSample) -> [String] {
        String(decoding: report.csv(directory: directory).dropFirst(3), as: UTF8.self).components("\r\n")
            .filter { !$0.isEmpty }
    }

    @Test("Excel reads it: a byte order mark, semicolons, decimal commas, and every line as long as the header")
    func shape() throws {
        let bytes = MonthReport.sample.csv(directory: .officeSample)
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        let lines = lines(.sample)
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
        var report = MonthReport.sample
        report.desks.append(("0901234567", .sample(40, 0.9)))
        let lines = lines(report, Directory(configuration: configuration, codes: [], version: 2))
        for line in lines {
            for cell in Self.cells(line) {
                #expect(!"=+-@".contains(cell.first ?? " "), "\(cell)")
            }
        }
        #expect(lines.contains { $0.contains("'=HYPERLINK") })
        #expect(lines.contains { $0.contains("\t0901234567") && $0.contains("'+84 901 234 567") })
    }

    @Test("The rows of the file are the rows of the page")
    func rows() {
        let groups = Dictionary(grouping: lines(.sample).dropFirst()) { Self.cells($0)[1] }.mapValues(\.count)
        #expect(
            groups == [
                "Toàn bộ": 1, "Đơn vị": 7, "Tiêu chí": 5, "Quầy": 7, "Cán bộ": 4, "Lĩnh vực": 2, "Kênh": 2,
                "Mức xác thực": 2, "Mười hai tháng": 12,
            ])
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
