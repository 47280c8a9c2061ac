import Testing

@testable import Charts

@Suite("The funnel")
struct FunnelChartTests {
    private let limits = (1...20).map { step in
        let width = 0.3 / Double(step).squareRoot()
        return FunnelChart.Limit(
            n: 30 * step, watch: (0.93 - width * 0.6, 0.93 + width * 0.3), alarm: (0.93 - width, 0.93 + width * 0.5))
    }

    private func chart(_ label: String = "Phường Xuân Hòa") -> FunnelChart {
        FunnelChart(
            id: "funnel", title: label, mean: 0.93,
            parts: [
                .init(label: label, href: "/office/units/a?\(label)", n: 40, share: 0.95, place: .inside),
                .init(label: label + " 1", href: "//elsewhere", n: 300, share: 0.72, place: .below),
                .init(label: label + " 2", n: 302, share: 0.72, place: .below),
                .init(label: label + " 3", n: 590, share: 1, place: .above),
            ], limits: limits)
    }

    @Test(
        "A circle inside, a triangle outside; only those outside have their name at the mark",
        arguments: Layout.allCases)
    func marks(layout: Layout) {
        let drawn = Drawn(chart().svg(layout))
        #expect(drawn.isWellFormed)
        #expect(drawn.all("circle").count == 1)
        #expect(drawn.all("polygon").map { $0["class"] } == ["level-1", "level-1", "level-5"])
        let names = drawn.all("text").map(\.text).filter { $0.hasPrefix("Phường") }
        #expect(!names.isEmpty && !names.contains("Phường Xuân Hòa"))
        // A link leads to a page of ours, or is none.
        #expect(drawn.all("a").count == 1)
        #expect(drawn.all("desc").first?.text.contains("dưới giới hạn, n = 300") == true)
    }

    @Test(
        "Text stays text, letters are large enough, and nothing stands outside the drawing", arguments: Layout.allCases)
    func legible(layout: Layout) {
        let evil = Drawn(chart(hostile).svg(layout))
        #expect(evil.isWellFormed && evil.all("script").isEmpty && evil.all("style").isEmpty)
        let drawn = Drawn(chart().svg(layout))
        let height = drawn.elements.first?.number("height") ?? 0
        for text in drawn.all("text") {
            let size = text.number("font-size"), width = TextWidth.of(text.text, size: text.number("font-size"))
            let x = text.number("x")
            let left = text["text-anchor"] == "end" ? x - width : text["text-anchor"] == "middle" ? x - width / 2 : x
            #expect(size >= 12 && left >= -1 && left + width <= layout.width + 1, "\(text.text) at \(left)")
            #expect(text.number("y") > 0 && text.number("y") < height)
        }
    }

    @Test("Nothing to show is still a drawing", arguments: Layout.allCases)
    func empty(layout: Layout) {
        let svg = FunnelChart(id: "f", title: "", mean: 0, parts: [], limits: []).svg(layout)
        #expect(Drawn(svg).isWellFormed && !svg.contains("nan"))
    }
}
