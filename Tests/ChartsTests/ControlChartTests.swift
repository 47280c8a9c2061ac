import Testing

@testable import Charts

@Suite("Months with limits, hours as cells, marks in tables")
struct ControlChartTests {
    private let share = Share(0.93, low: 0.9, high: 0.95)

    private func point(_ index: Int, n: Int = 100, _ place: ControlChart.Place = .inside) -> ControlChart.Point {
        ControlChart.Point(
            year: 2026, month: index + 1, n: n, share: share, watch: .init(low: 0.88, high: 0.98),
            alarm: .init(low: 0.85, high: 1), place: place)
    }

    @Test("A month outside is a diamond with a word, one inside a dot, one too thin a gap without limits")
    func marks() {
        let points = [point(0), point(1, .low), point(2), point(3, n: 9), point(4, n: 12), point(5, .high)]
        for layout in Layout.allCases {
            let drawn = Drawn(ControlChart(id: "c", title: "", points: points, mean: 0.93).svg(layout))
            #expect(drawn.all("polygon").map { $0["class"] } == ["level-1", "level-5"])
            #expect(drawn.all("circle").map { $0["class"] } == ["chart-dot", "chart-dot", "chart-ring"])
            #expect(drawn.all("rect", class: "chart-limits").count == 5)
            #expect(drawn.all("line", class: "chart-line").count == 3)
            #expect(drawn.texts.contains("thấp") && drawn.texts.contains("cao"))
            #expect(drawn.texts.contains { $0.hasPrefix("Trung bình 93,0") })
        }
    }

    @Test("A thin month does not move the axis, which would tell its share")
    func axis() {
        let thin = ControlChart.Point(
            year: 2026, month: 3, n: 6, share: Share(0.2, low: 0, high: 0.6), watch: nil, alarm: nil, place: .low)
        let both = Drawn(ControlChart(id: "c", title: "", points: [point(0), thin], mean: 0.93).svg(.wide))
        #expect(both.all("polygon").isEmpty && !both.texts.contains("thấp"))
        #expect(!both.texts.contains { $0.hasPrefix("20") && $0.hasSuffix("%") })
    }

    @Test("An hour has a colour only with thirty answers and beyond chance, a share from ten, n always")
    func hours() {
        let cells = [(9, HeatMap.Tone.worse), (10, .worse), (30, .worse), (30, .same), (30, .better)].enumerated().map {
            HeatMap.Cell(column: $0.offset, row: 0, n: $0.element.0, share: 0.7, tone: $0.element.1)
        }
        for layout in Layout.allCases {
            let map = HeatMap(
                id: "h", title: "", columns: ["7", "8", "9", "10", "11"], rows: ["T2"], cells: cells,
                words: ("thấp", "cao"))
            let drawn = Drawn(map.svg(layout))
            // Two of them are the key.
            #expect(drawn.all("rect", class: "level-2").count == 2 && drawn.all("rect", class: "level-4").count == 2)
            #expect(drawn.texts.filter { $0 == "70\u{a0}%" }.count == 4)
            #expect(drawn.texts.contains("9") && drawn.texts.contains("10"))
        }
    }

    @Test("Marks of a table share an axis; few answers have none")
    func table() {
        let marks = IntervalMarks(
            rows: [
                .init(title: "Quầy 1", n: 100, share: share), .init(title: "Quầy 2", n: 9, share: share),
                .init(title: "Quầy 3", n: 20, share: share),
            ], whole: 0.9)
        let (first, third) = (marks.svg(0).map(Drawn.init), marks.svg(2).map(Drawn.init))
        #expect(marks.svg(1) == nil && marks.svg(3) == nil)
        #expect(first?.all("circle").map { $0["class"] } == ["chart-dot"])
        #expect(third?.all("circle").map { $0["class"] } == ["chart-ring"])
        #expect(first?.all("circle").first?["cx"] == third?.all("circle").first?["cx"])
        #expect(first?.all("line", class: "chart-whole").count == 1 && first?.isWellFormed == true)
    }
}
