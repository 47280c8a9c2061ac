import Testing

@testable import Charts

@Suite("Stacked bars")
struct StackedBarsTests {
    private func bars(
        _ counts: LevelCounts..., share: Share? = nil, target: Target? = nil, href: String? = nil
    ) -> StackedBars {
        StackedBars(
            id: "units", title: "Ba đơn vị", levelNames: levelNames, shareName: "hài lòng",
            rows: counts.map { .init(label: "Phường Xuân An", href: href, counts: $0, share: share) }, target: target)
    }

    private func segments(_ drawn: Drawn) -> [Drawn.Element] {
        // The key's swatches are 12 high, a bar 20.
        drawn.all("rect").filter { $0.number("height") == 20 && $0["class"]?.hasPrefix("level-") == true }
    }

    @Test("Segments fill the bar exactly, in order, in proportion, one pixel apart", arguments: Layout.allCases)
    func proportion(layout: Layout) {
        let drawn = Drawn(bars(LevelCounts(10, 20, 30, 40, 100)).svg(layout))
        let parts = segments(drawn)
        let width = layout == .wide ? 352.0 : 328.0
        let left = layout == .wide ? 212.0 : 0
        #expect(parts.map { $0["class"] } == ["level-1", "level-2", "level-3", "level-4", "level-5"])
        #expect(parts.map { $0["fill"] } == ["#b2182b", "#ef8a62", "#d9d9d9", "#67a9cf", "#2166ac"])
        for (part, edge) in zip(parts, [0, 0.05, 0.15, 0.3, 0.5]) {
            #expect(abs(part.number("x") - (left + edge * width)) < 0.011)
        }
        #expect(abs(parts.map { $0.number("width") }.reduce(4, +) - width) < 0.05)
        #expect(abs((parts.last.map { $0.number("x") + $0.number("width") } ?? 0) - (left + width)) < 0.02)
    }

    @Test("A level that nobody gave has no segment, and the last one given ends the bar")
    func missingLevels() {
        let parts = segments(Drawn(bars(LevelCounts(0, 30, 0, 30, 0)).svg(.narrow)))
        #expect(parts.map { $0["class"] } == ["level-2", "level-4"])
        #expect(parts.map { $0.number("width") } == [163, 164])
    }

    @Test("A value stands in its segment where it fits, with a comma, and not where it does not")
    func values() {
        let texts = Drawn(bars(LevelCounts(5, 5, 15, 400, 575)).svg(.wide)).texts
        #expect(texts.contains("57,5\u{a0}%"))
        #expect(texts.contains("40,0\u{a0}%"))
        #expect(!texts.contains { $0.hasPrefix("0,5") || $0.hasPrefix("1,5") })
    }

    @Test("The ink of each value has at least 4.5:1 against its colour")
    func contrast() {
        for (colour, ink) in zip(Level.colours, Level.inks) {
            let (light, dark) = (max(luminance(colour), luminance(ink)), min(luminance(colour), luminance(ink)))
            #expect((light + 0.05) / (dark + 0.05) >= 4.5, "\(ink) on \(colour)")
        }
    }

    private func luminance(_ hex: String) -> Double {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// x^2.4 by x² and the fifth root of x², which Newton finds.
    private func power(_ x: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
        return x * x * root
    }

    @Test("Under ten answers a row says n and a word and nothing else, to nobody", arguments: Layout.allCases)
    func tooFew(layout: Layout) {
        let svg = bars(LevelCounts(0, 0, 3, 3, 3), share: Share(2 / 3, low: 0.35, high: 0.88)).svg(layout)
        let drawn = Drawn(svg)
        #expect(segments(drawn).isEmpty)
        #expect(drawn.all("path", class: "chart-interval").isEmpty)
        #expect(drawn.texts.contains("quá ít phiếu"))
        #expect(drawn.texts.contains(layout == .wide ? "9" : "n = 9"))
        #expect(!svg.contains("%"))
        #expect(!svg.contains("66,7"))
    }

    @Test("Ten to twenty-nine answers are hatched, without colour and values; thirty are in full")
    func provisional() {
        for n in [10, 29] {
            let drawn = Drawn(bars(LevelCounts(0, 0, 0, n - 5, 5), share: Share(1, low: 0.7, high: 1)).svg(.wide))
            #expect(segments(drawn).isEmpty)
            let hatched = drawn.all("rect").filter { $0["class"]?.hasPrefix("hatch-") == true }
            #expect(hatched.map { $0["fill"] } == ["url(#units-wide-hatch-4)", "url(#units-wide-hatch-5)"])
            let defined = Set(drawn.all("pattern").compactMap { $0["id"] })
            #expect(defined.isSuperset(of: ["units-wide-hatch-4", "units-wide-hatch-5"]))
            #expect(drawn.texts.filter { $0.contains("%") } == ["100,0\u{a0}%"])
            #expect(drawn.all("path", class: "chart-interval").count == 1)
        }
        let full = Drawn(bars(LevelCounts(0, 0, 0, 25, 5)).svg(.wide))
        #expect(segments(full).count == 2)
        #expect(full.all("pattern").isEmpty)
    }

    @Test("The target and the interval are measured from the right end, where the satisfied levels lie")
    func target() {
        let drawn = Drawn(
            bars(
                LevelCounts(10, 10, 10, 35, 35), share: Share(0.7, low: 0.6, high: 0.8),
                target: Target(0.9, name: "Mục tiêu 2026")
            ).svg(.wide))
        let line = drawn.all("line", class: "chart-target")
        #expect(line.map { $0.number("x1") } == [247.2])
        #expect(line.map { $0.number("x2") } == [247.2])
        #expect(line.allSatisfy { $0["stroke-dasharray"] != nil })
        #expect(drawn.texts.contains("Mục tiêu 2026 90\u{a0}%"))
        // From 20 to 40 % of 352, after 212.
        let interval = drawn.all("path", class: "chart-interval").first
        #expect(interval?["d"]?.contains(/^M282\.4 [\d.]+H352\.8M/) == true)
    }

    @Test("A chart with links is a group, one without is an image, and only addresses of pages are linked")
    func links() {
        let plain = Drawn(bars(LevelCounts(0, 0, 0, 0, 50)).svg(.wide))
        #expect(plain.elements.first?["role"] == "img")
        let linked = Drawn(bars(LevelCounts(0, 0, 0, 0, 50), href: "/office/units/3?a=1&b=2").svg(.wide))
        #expect(linked.elements.first?["role"] == "group")
        #expect(linked.all("a").map { $0["href"] } == ["/office/units/3?a=1&b=2"])
        for address in ["javascript:alert(1)", "data:text/html,x", "//x.example", "/\\x.example", ""] {
            let drawn = Drawn(bars(LevelCounts(0, 0, 0, 0, 50), href: address).svg(.wide))
            #expect(drawn.all("a").isEmpty)
            #expect(drawn.elements.first?["role"] == "img")
        }
    }
}
