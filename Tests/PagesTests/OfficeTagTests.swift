import Testing

@testable import Pages

@Suite("Office templates and the values they name")
struct OfficeTagTests {
    @Test("Every tag of the office names a stored value, and some sample draws every tag")
    func tags() throws {
        var walk = OfficeTagWalk()
        for (_, page) in OfficePreview.pages() { try walk.draw(type(of: page).template, with: page) }
        #expect(walk.unknown == [])
        #expect(walk.never == [])
        #expect(walk.drawn == Set(Templates.office.keys))
    }

    @Test("Only drawings of our own go into a page unescaped", arguments: Templates.office.keys.sorted())
    func escaped(_ template: String) throws {
        let source = try #require(Templates.sources[template])
        let allowed = [
            "{{{wide}}}", "{{{narrow}}}", "{{{trend.wide}}}", "{{{trend.narrow}}}", "{{{spark}}}", "{{{mark}}}",
            "{{{qr}}}", "{{{rows}}}",
        ]
        #expect(source.matches(of: /\{\{\{[^}]*\}\}\}/).allSatisfy { allowed.contains(String($0.output)) })
        #expect(!source.contains("{{&"))
    }
}
