import Feedback
import Foundation
import Testing

@testable import Pages

/// Statistics.md, "Small numbers": what n allows, on every page and in the file.
@Suite("Small numbers in the office")
struct OfficeSmallNumbersTests {
    /// n, is the share shown, the note beside it.
    static let anything: [(Int, Bool, String?)] = [
        (0, false, "chưa có phiếu"), (1, false, nil), (4, false, nil), (5, false, "quá ít phiếu"),
        (9, false, "quá ít phiếu"), (10, true, "tạm tính"), (29, true, "tạm tính"), (30, true, nil), (500, true, nil),
    ]
    static let officials: [(Int, Bool, String?)] = [
        (4, false, "dưới 30 phiếu"), (29, false, "dưới 30 phiếu"), (30, true, "tạm tính"), (59, true, "tạm tính"),
        (60, true, nil),
    ]

    @Test("A figure says what its n allows, and always its n", arguments: anything)
    func figure(n: Int, isShown: Bool, note: String?) {
        check(FigureText(.sample(n, 0.8)), n, isShown, note)
    }

    @Test("One person's own figures need more", arguments: officials)
    func official(n: Int, isShown: Bool, note: String?) {
        check(FigureText(.sample(n, 0.8), of: .official), n, isShown, note)
    }

    private func check(_ text: FigureText, _ n: Int, _ isShown: Bool, _ note: String?) {
        #expect(text.n == Formats.count(n))
        #expect(text.note == note)
        for value in [text.share, text.interval, text.dissatisfied, text.mean] { #expect((value != nil) == isShown) }
        #expect(text.isProvisional == (note == "tạm tính"))
    }

    @Test("Five answers of one person are not five people")
    func people() {
        let one = Measured(counts: Counts(n5: 25), ratings: 5)
        #expect(FigureText(one).share == nil && FigureText(one).note == "quá ít phiếu")
        #expect(!one.isFitForChart(of: .anything))
        #expect(FigureText(Measured(counts: Counts(n5: 25), ratings: 25)).share != nil)
    }

    @Test("Percentages have two decimals and a comma")
    func decimals() {
        let text = FigureText(Measured(counts: Counts(n3: 1_991, n5: 8_009), ratings: 10_000))
        #expect(text.share == "80,09\u{A0}%")
        #expect(FigureText(Measured(counts: Counts(n3: 7, n4: 93), ratings: 100)).interval == "86,25–96,57\u{A0}%")
    }

    /// A month whose every figure rests on n ratings of which seven in ten are satisfied.
    private func report(_ n: Int) -> PeriodReport {
        var report = PeriodReport.sample
        let some = Measured.sample(n, 0.7)
        report.headline = some
        for side in [\PeriodReport.previous, \.lastYear] {
            report[keyPath: side].measured = some
            report[keyPath: side].change = Change(from: some, to: some)
        }
        report.trend = ControlTrend(PeriodReport.months.map { MonthFigure(month: $0.month, measured: some) })
        report.units = ["tu-phap", "dat-dai"].map { .init(id: $0, depth: 0, measured: some, isSum: false) }
        report.desks = [("q03", some), ("q07", some)]
        report.officials = [("minh", some), (nil, some)]
        report.criteria = [("LK1", some), ("LK2", some), ("LK5", some)]
        report.fields = [("dat-dai", some), (nil, some)]
        report.channels = [(.qr, some), (.screen, some)]
        report.evidence = [.c: some]
        report.procedures = [("khai-sinh", some)]
        report.stages = [(.submitted, some), (nil, some)]
        report.factors = [FactorFigure(factor: Questionnaire.sample.factors[0], rule: .meanOfCriteria, parts: [some])]
        report.hours = [WeekHour(weekday: 1, hour: 8): some]
        report.targets = []
        // How many rated, not what they said.
        report.response = nil
        return report
    }

    @Test("Under ten ratings neither the month page nor its charts nor the file know a share", arguments: [1, 4, 5, 9])
    func hidden(n: Int) throws {
        let report = report(n)
        let html = try page(report)
        #expect(shares(html) == [])
        #expect(!html.contains("chart-spark"))
        let csv = String(decoding: try #require(FigureSheets(report, directory: .officeSample).csv(nil)), as: UTF8.self)
        for line in csv.components("\r\n").dropFirst() where !line.isEmpty {
            let cells = line.components(";")
            #expect(cells[5] == "\(n)" || cells[5] == "0")
            #expect(cells[6...16].joined() == "", "\(line)")
        }
        let home = try HomePage(.sample(.home), state: home(report), now: SampleRating.moment).html()
        #expect(shares(home) == [])
    }

    @Test("From ten to twenty-nine nothing has a colour")
    func provisional() throws {
        let html = try page(report(20))
        #expect(html.contains("tạm tính") && html.contains("70,00\u{A0}%"))
        #expect(!html.contains("chart-spark"))
        #expect(!html.contains("class=\"chart-dot\""))
        for bar in html.components("<svg").dropFirst() where bar.contains("<rect") && !bar.contains("chart-limits") {
            if bar.contains("chart-cell") { continue }
            // The key above the bars shows the colours; the bars are hatched.
            #expect(bar.contains("url(#"))
        }
    }

    @Test("With an official chosen the whole page keeps to the rule for one person", arguments: [10, 29, 30, 59, 60])
    func chosen(n: Int) throws {
        var report = report(n)
        report.cell.official = "minh"
        report.previous.change = Change(from: report.headline, to: report.headline, of: report.owner)
        report.lastYear.change = report.previous.change
        report.trend = ControlTrend(report.trend.months, of: report.owner)
        let html = try page(report)
        #expect(shares(html).isEmpty == (n < 30))
        #expect(html.contains("class=\"chart-dot\"") == (n >= 60))
        #expect(html.contains("chart-spark") == (n >= 60))
        let csv = String(decoding: try #require(FigureSheets(report, directory: .officeSample).csv(nil)), as: UTF8.self)
        #expect(csv.contains("dưới 30 phiếu") == (n < 30))
    }

    /// Every "12,3 %" on a page; an axis has none.
    private func shares(_ html: String) -> [Substring] {
        OfficePagesTests.text(html).replacing("\u{A0}", with: "~").split { $0.isWhitespace || $0 == "–" }
            .filter { $0.contains("~%") && $0.contains(",") }
    }

    private func page(_ report: PeriodReport) throws -> String {
        try FigurePage(.sample(.month), report: report, today: .sample).html()
    }

    private func home(_ report: PeriodReport) -> HomeState {
        var state = HomeState.sample
        (state.thisMonth, state.lastMonth) = (report.headline, report.previous.measured)
        (state.change, state.trend) = (report.previous.change, report.trend.months)
        state.target = nil
        return state
    }
}
