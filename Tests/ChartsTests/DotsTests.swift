import Testing

@testable import Charts

@Suite("Dots with intervals")
struct DotsTests {
    private let share = Share(0.9, low: 0.82, high: 0.95)

    @Test("A dot, its interval and the target stand at their place on the axis")
    func interval() {
        let chart = IntervalChart(
            id: "i", title: "", rows: [.init(label: "Quầy 1", n: 60, share: share)],
            target: Target(0.85, name: "Mục tiêu"))
        let drawn = Drawn(chart.svg(.wide))
        // The axis begins at 80 %: 0.82 − 0.02, a full tenth. 352 wide, from 212.
        #expect(drawn.all("circle").map { $0.number("cx") } == [388])
        #expect(drawn.all("circle").map { $0["class"] } == ["chart-dot"])
        let interval = drawn.all("path", class: "chart-interval").first
        #expect(interval?["d"]?.contains(/^M247\.2 [\d.]+H476M/) == true)
        #expect(drawn.all("line", class: "chart-target").map { $0.number("x1") } == [300])
        #expect(
            drawn.texts.filter { $0.hasSuffix("0\u{a0}%") && $0.count < 6 } == ["80\u{a0}%", "90\u{a0}%", "100\u{a0}%"])
    }

    @Test(
        "Fewer than thirty are a ring, fewer than ten nothing",
        arguments: [(9, 0, 0), (10, 1, 0), (29, 1, 0), (30, 0, 1)])
    func evidence(n: Int, rings: Int, dots: Int) {
        let row = IntervalChart(id: "i", title: "", rows: [.init(label: "Quầy 1", n: n, share: share)]).svg(.narrow)
        let month = Trend(id: "t", title: "", points: [.init(year: 2026, month: 3, n: n, share: share)]).svg(.wide)
        for svg in [row, month] {
            #expect(Drawn(svg).all("circle", class: "chart-ring").count == rings)
            #expect(Drawn(svg).all("circle", class: "chart-dot").count == dots)
            #expect(svg.contains("90,0\u{a0}%") == (n >= 10))
        }
    }

    @Test("A hidden row does not move the axis, which would tell its interval")
    func axis() {
        let rows = [
            IntervalChart.Row(label: "Quầy 1", n: 60, share: share),
            IntervalChart.Row(label: "Quầy 2", n: 5, share: Share(0.2, low: 0.04, high: 0.62)),
        ]
        let both = Drawn(IntervalChart(id: "i", title: "", rows: rows).svg(.wide))
        let one = Drawn(IntervalChart(id: "i", title: "", rows: [rows[0]]).svg(.wide))
        #expect(both.all("circle").map { $0["cx"] } == one.all("circle").map { $0["cx"] })
    }

    @Test("Months are named T1 to T12, a month too thin leaves a gap in the line, the last value is written")
    func trend() {
        let points = (0..<12).map { index in
            let month = (index + 10) % 12 + 1
            return Trend.Point(
                year: index < 2 ? 2025 : 2026, month: month, n: index == 4 ? 9 : 100,
                share: Share(0.93, low: 0.86, high: 0.97))
        }
        let drawn = Drawn(Trend(id: "t", title: "", points: points, target: Target(0.9, name: "Mục tiêu")).svg(.wide))
        #expect(
            drawn.texts.filter { $0.hasPrefix("T") }
                == ["T11", "T12", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"])
        // Eleven steps, less the two beside the gap.
        #expect(drawn.all("line", class: "chart-line").count == 9)
        #expect(drawn.all("circle").count == 11)
        #expect(drawn.texts.filter { $0 == "93,0\u{a0}%" }.count == 1)
        #expect(drawn.texts.filter { $0 == "2025" || $0 == "2026" }.count == 2)
        let target = drawn.all("line", class: "chart-target")
        // From 80 % at 220 to 100 % at 12.
        #expect(target.map { $0.number("y1") } == [116])
        #expect(target.map { $0.number("y2") } == [116])
    }

    @Test(
        "Numbers are written as in Vietnam",
        arguments: [
            (0.931, "93,1\u{a0}%"), (1, "100,0\u{a0}%"), (0, "0,0\u{a0}%"), (0.9996, "100,0\u{a0}%"),
            (0.0004, "0,0\u{a0}%"), (2, "100,0\u{a0}%"), (.nan, "0,0\u{a0}%"),
        ])
    func percent(share: Double, written: String) {
        #expect(VietnameseNumber.percent(share) == written)
        #expect(VietnameseNumber.count(1_234_567) == "1.234.567")
        #expect(VietnameseNumber.count(999) == "999")
        #expect(VietnameseNumber.shortPercent(0.925) == "92,5\u{a0}%")
        #expect(Markup.number(-0.05) == "-0.05")
        #expect(Markup.number(12.304) == "12.3")
    }
}
