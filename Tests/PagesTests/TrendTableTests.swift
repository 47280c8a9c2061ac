import Feedback
import Testing

@testable import Pages

@Suite("The table of twenty-four months")
struct TrendTableTests {
    private func trend(ratedMonths: Int) -> TrendText {
        var report = PeriodReport.sample
        var month = LocalDay.sample.month
        var months: [MonthFigure] = []
        for index in 0..<24 {
            months.insert(
                MonthFigure(month: month, measured: index < ratedMonths ? .sample(40, 0.9) : Measured()), at: 0)
            month = month.previous
        }
        report.trend = ControlTrend(months)
        return TrendText(report, address: FigureAddress(period: report.period), mayReadRows: true)
    }

    @Test("begins with the first month that has a rating, and says so")
    func begins() throws {
        let table = try #require(trend(ratedMonths: 3).table)
        #expect(table.rows.matches(of: /<tr/).count == 3)
        let first = LocalDay.sample.month.previous.previous
        #expect(table.note == "Trước \(Formats.month(first)) chưa có phiếu.")
    }

    @Test("says nothing of before when every month has ratings, and is not there without any")
    func ends() throws {
        let whole = try #require(trend(ratedMonths: 24).table)
        #expect(whole.rows.matches(of: /<tr/).count == 24 && whole.note == nil)
        #expect(trend(ratedMonths: 0).table == nil)
    }
}
