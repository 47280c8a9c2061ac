import Documents
import Feedback
import Testing

@testable import Pages

@Suite("The written report as a workbook")
struct ReportSheetsTests {
    private func sheets(_ change: (inout ReportFigures) -> Void = { _ in }) throws -> [String: Worksheet] {
        var report = WrittenReport.sample(try ReportSubject(period: Period(LocalDay.sample.month.previous)))
        change(&report.figures)
        let form = Directory.officeSample.reportForm
        let sheets = ReportPaper(report, form: form, audience: .leadership).sheets()
        return Dictionary(sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("\"Cộng\" and \"Chung\" are totals, not bars")
    func totals() throws {
        let sheets = try sheets()
        let levels = try #require(sheets["Năm mức"])
        #expect(levels.rows.count == 5 && levels.totals.map { $0[0] } == [.text("Cộng")])
        let units = try #require(sheets["Theo đơn vị"])
        #expect(units.rows.count == 3 && units.totals.map { $0[1] } == [.text("Chung")] && !units.charts.isEmpty)
        #expect(sheets["Vụ việc theo loại"]?.totals.count == 1)
    }

    @Test("In a column of numbers there are numbers or nothing, and the note says why there is nothing")
    func hidden() throws {
        let sheets = try sheets { figures in
            for place in figures.units.indices {
                figures.units[place].counts = Measured.sample([3, 7, 40][place], 1).counts
                figures.units[place].ratings = [3, 7, 40][place]
            }
            (figures.units[2].before, figures.units[2].ratingsBefore) = (nil, nil)
        }
        for sheet in sheets.values {
            for row in sheet.rows + sheet.totals {
                for (column, cell) in zip(sheet.columns, row) where column.format != .text {
                    switch cell {
                    case .empty, .integer, .number: break
                    default: Issue.record("\(sheet.name), \(column.name): \(cell)")
                    }
                }
            }
        }
        let units = try #require(sheets["Theo đơn vị"])
        #expect(units.columns.last?.name == "Ghi chú")
        #expect(units.rows.map { $0[3] == .empty } == [true, true, false])
        #expect(
            units.rows.compactMap(\.last) == [
                .text("không hiện"), .text("quá ít phiếu"), .text("kỳ trước: chưa có phiếu"),
            ])
        #expect(sheets["Theo yếu tố"]?.columns.contains { $0.name == "Ghi chú" } != true, "nothing is hidden there")
    }
}
