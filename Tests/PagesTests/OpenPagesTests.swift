import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The public figures as pages")
struct OpenPagesTests {
    @Test("Every tag of the public figures names a stored value, and some sample draws every tag")
    func tags() throws {
        var walk = OfficeTagWalk()
        for (_, page) in try OpenPreview.pages() { try walk.draw(type(of: page).template, with: page) }
        #expect(walk.unknown == [])
        #expect(walk.never == [])
        #expect(walk.drawn == Set(Templates.open.keys))
    }

    @Test("Only drawings and the style of our own go into a page unescaped", arguments: Templates.open.keys.sorted())
    func escaped(_ template: String) throws {
        let source = try #require(Templates.sources[template])
        let allowed = ["{{{wide}}}", "{{{narrow}}}", "{{{spark}}}", "{{{qr}}}", "{{{style}}}"]
        #expect(source.matches(of: /\{\{\{[^}]*\}\}\}/).allSatisfy { allowed.contains(String($0.output)) })
        #expect(!source.contains("{{&"))
    }

    @Test("A hidden cell says nothing but that", arguments: ["open-period", "open-unit-hidden", "open-poster-few"])
    func hidden(_ name: String) throws {
        let html = try #require(try OpenPreview.pages().first { $0.name == name }).page.html()
        if name == "open-unit-hidden" {
            #expect(html.contains("Không công bố"))
            #expect(!html.contains("hài lòng<"))
        }
        if name == "open-poster-few" { #expect(!html.contains("lượt đánh giá")) }
        if name == "open-period" { #expect(html.contains("không công bố")) }
    }

    @Test("The longest words of a poster end above the line that parts them from its code")
    func posterFits() throws {
        var publication = OpenPreview.version(2, nil)
        let all = PublishedCell(Measured(counts: Counts(n5: 12_345), ratings: 12_345), isHidden: false)
        for index in publication.figures.units.indices {
            publication.figures.units[index].cell = all
            publication.figures.units[index].cases = PublishedCases(raised: 30, answered: 28)
        }
        for unit in ["tu-phap", "tn-mt"] {
            let svg = try OpenPreview.poster(ID(unit), publication).drawing().document(title: "")
            #expect(svg.contains(/>100,00.% hài lòng</), "on one line")
            let line = try #require(svg.firstMatch(of: /"M180 ([0-9.]+)L1920/).flatMap { Double($0.1) })
            let words = svg.matches(of: /<text [^>]*y="([0-9.]+)"/).compactMap { Double($0.1) }.dropLast()
            #expect(words.count > 5 && words.allSatisfy { $0 < line - 10 }, "\(words), \(line)")
        }
    }

    @Test("The pages as they were last looked at")
    func snapshots() throws {
        for (name, page) in try OpenPreview.pages() {
            try Snapshot.check(page.html().replacing(OpenStyle.css, with: ""), "\(name).html")
        }
    }
}
