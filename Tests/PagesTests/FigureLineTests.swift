import Feedback
import Testing

@testable import Pages

@Suite("A line of a table of figures")
struct FigureLineTests {
    @Test("shows whatever somebody named a unit as text, and no name leaves its place")
    func escaped() throws {
        let hostile = "\"><script>alert('1')</script>&"
        var entry = SplitEntry(name: hostile, measured: .sample(100, 0.8))
        entry.address = FigureAddress(
            period: try #require(Period(rawValue: "2026-11")), cell: CellFilter(unit: ID(hostile)))
        entry.band = hostile
        let html = line(entry)
        #expect(!html.contains("<script") && !html.contains("alert('"))
        #expect(html.matches(of: /&lt;script&gt;/).count == 3)  // name, band, name of the drawing
        #expect(html.contains("unit=%22%3E%3Cscript%3Ealert%28%271%27%29%3C%2Fscript%3E%26\""))
    }

    @Test("leads to its own period, to its ratings, and to those at levels 1 and 2")
    func links() throws {
        var entry = SplitEntry(name: "Quầy 3", measured: Measured(counts: Counts(n1: 20, n5: 80), ratings: 100))
        entry.address = FigureAddress(
            period: try #require(Period(rawValue: "2026-11")), cell: CellFilter(desk: "q03"))
        let html = line(entry)
        #expect(html.contains("href=\"/office/figures/2026-11?desk=q03\">Quầy 3<"))
        #expect(html.contains("href=\"/office/figures/2026-11/ratings?desk=q03\">100<"))
        #expect(html.contains("ratings?desk=q03&amp;level=1&amp;level=2\">20,00\u{A0}%<"))
        #expect(!line(entry, mayReadRows: false).contains("ratings?"))
    }

    @Test("has a dash where nothing may be shown, and no drawing")
    func hidden() {
        let html = line(SplitEntry(name: "Quầy 9", measured: .sample(4, 0.8)))
        #expect(html.matches(of: />–</).count == 5)
        #expect(!html.contains("<svg") && !html.contains("<a "))
    }

    private func line(_ entry: SplitEntry, mayReadRows: Bool = true) -> String {
        let look = Split.Look(
            id: "units", title: "Theo đơn vị", heading: "Đơn vị", bandHeading: "So với mức chung", owner: .anything,
            mayReadRows: mayReadRows)
        return FigureLine(entry: entry, look: look, mark: "", index: 0).html
    }
}
