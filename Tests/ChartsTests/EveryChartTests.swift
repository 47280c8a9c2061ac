import Testing

@testable import Charts

@Suite("Every chart")
struct EveryChartTests {
    static func charts(label: String, _ layout: Layout) -> [String] {
        let share = Share(0.931, low: 0.88, high: 0.96)
        let target = Target(0.9, name: label)
        return [
            StackedBars(
                id: "bars", title: label, levelNames: levelNames.map { $0 + label }, shareName: label,
                rows: [12, 50, 1_000].map { n in
                    .init(label: label, href: "/x?\(label)", counts: LevelCounts(1, 0, 2, 3, n), share: share)
                }, target: target
            ).svg(layout),
            IntervalChart(
                id: "intervals", title: label, shareName: label,
                rows: [0, 12, 50].map { .init(label: label, href: "/x?\(label)", n: $0, share: share) }, target: target
            ).svg(layout),
            Trend(
                id: "trend", title: label,
                points: (1...12).map { .init(year: 2026, month: $0, n: $0 * 7, share: share) }, target: target
            ).svg(layout),
            ControlChart(
                id: "control", title: label,
                points: (0..<24).map { index in
                    ControlChart.Point(
                        year: 2024 + index / 12, month: index % 12 + 1, n: index * 9, share: share,
                        watch: .init(low: 0.9, high: 0.97), alarm: .init(low: 0.85, high: 0.99),
                        place: [.inside, .low, .high, .low][index % 4])
                }, mean: 0.93, target: target
            ).svg(layout),
            HeatMap(
                id: "heat", title: label, columns: (7...17).map { "\($0)–\($0 + 1)h" },
                rows: ["T2", "T3", "T4", "T5", "T6"],
                cells: [0, 4, 12, 40, 1_234].enumerated().map {
                    HeatMap.Cell(
                        column: $0.offset, row: $0.offset, n: $0.element, share: 0.931,
                        tone: [.worse, .same, .better][$0.offset % 3])
                }, words: ("thấp hơn rõ", "cao hơn rõ")
            ).svg(layout),
            Spark(id: "spark", title: label, counts: LevelCounts(0, 0, 0, 5, 10)).svg,
        ]
    }

    @Test("Text from outside stays text", arguments: Layout.allCases)
    func escaping(layout: Layout) {
        for svg in Self.charts(label: hostile, layout) {
            let drawn = Drawn(svg)
            #expect(drawn.isWellFormed)
            #expect(!svg.contains("<script"))
            #expect(!svg.contains("\u{1}"))
            #expect(drawn.all("script").isEmpty)
            #expect(drawn.all("title").first?.text == hostile.replacing("\u{1}", with: ""))
        }
    }

    @Test("A chart has a role, a title, a description, and ids that differ between layouts")
    func named() {
        var ids: [String] = []
        for layout in Layout.allCases {
            for svg in Self.charts(label: "Xã Bàu Trâm", layout).dropLast() {
                let drawn = Drawn(svg)
                let root = drawn.elements.first
                #expect(["img", "group"].contains(root?["role"]))
                #expect(drawn.all("title").map { $0["id"] } == [root?["aria-labelledby"]])
                #expect(drawn.all("desc").map { $0["id"] } == [root?["aria-describedby"]])
                #expect(drawn.all("desc").allSatisfy { !$0.text.isEmpty })
                #expect(root?.number("width") == layout.width)
                ids += drawn.elements.compactMap { $0["id"] }
            }
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test("No style attribute, no style element, no script handler: the content security policy has no exceptions")
    func policy() {
        for layout in Layout.allCases {
            for svg in Self.charts(label: "Quầy 1", layout) {
                let drawn = Drawn(svg)
                #expect(drawn.all("style").isEmpty)
                #expect(drawn.elements.allSatisfy { $0["style"] == nil })
                #expect(!drawn.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
            }
        }
    }

    @Test("Letters are at least 12 pixels high, and nothing stands outside the drawing", arguments: Layout.allCases)
    func legible(layout: Layout) {
        for svg in Self.charts(label: "Phường Xuân Hòa", layout).dropLast() {
            let drawn = Drawn(svg)
            let height = drawn.elements.first?.number("height") ?? 0
            for text in drawn.all("text") {
                let size = text.number("font-size")
                let width = TextWidth.of(text.text, size: size)
                let x = text.number("x")
                let left =
                    text["text-anchor"] == "end" ? x - width : text["text-anchor"] == "middle" ? x - width / 2 : x
                #expect(size >= 12)
                #expect(left >= -1 && left + width <= layout.width + 1, "\(text.text) at \(left)")
                #expect(text.number("y") > 0 && text.number("y") < height)
            }
        }
    }

    @Test("Nothing to show is still a drawing", arguments: Layout.allCases)
    func empty(layout: Layout) {
        let none = [
            StackedBars(id: "a", title: "", levelNames: [], rows: []).svg(layout),
            IntervalChart(id: "b", title: "", rows: []).svg(layout),
            Trend(id: "c", title: "", points: []).svg(layout),
            Trend(id: "d", title: "", points: [.init(year: 2026, month: 1, n: 0, share: nil)]).svg(layout),
            Spark(id: "e", title: "", counts: LevelCounts(-1, 0, 0, 0, 0)).svg,
            ControlChart(id: "f", title: "", points: [], mean: nil).svg(layout),
            HeatMap(id: "g", title: "", columns: [], rows: [], cells: [], words: ("", "")).svg(layout),
        ]
        for svg in none {
            #expect(Drawn(svg).isWellFormed)
            #expect(!svg.contains("nan"))
        }
    }
}
