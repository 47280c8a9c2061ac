import Foundation
import Pages
import Testing

@Suite("Office pages")
struct OfficePagesTests {
    static let names = OfficePreview.pages().map(\.name)
    static let documents = names.filter { $0 != "office-live-card" }

    private static let drawn = Result {
        try OfficePreview.pages().reduce(into: [String: String]()) { $0[$1.name] = try $1.page.html() }
    }

    private func html(_ name: String) throws -> String { try #require(try Self.drawn.get()[name]) }

    @Test("An office page looks as it did when somebody last looked at it", arguments: names)
    func snapshot(_ name: String) throws {
        try Snapshot.check(try html(name), "\(name).html")
    }

    @Test("An office page is one well-formed document, and each chart in it has a name", arguments: documents)
    func wellFormed(_ name: String) throws {
        let html = try html(name)
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"vi\">"))
        let (around, charts) = Self.apart(html)
        #expect(try Markup(around).faults == [])
        for chart in charts { #expect(chart.contains(/<title( id="[^"]+")?>[^<]/) && chart.hasSuffix("</svg>")) }
    }

    @Test("No id stands twice, charts included", arguments: documents)
    func ids(_ name: String) throws {
        let ids = try html(name).components(separatedBy: " id=\"").dropFirst().map { $0.components("\"")[0] }
        #expect(Set(ids).count == ids.count)
    }

    @Test("The policy needs no exception: no style, no script in the page, nothing from elsewhere", arguments: names)
    func policy(_ name: String) throws {
        let markup = try Markup(Self.apart(try html(name)).around)
        for tag in markup.tags {
            #expect(!["style", "iframe", "object", "embed", "base", "img"].contains(tag.name))
            #expect(!tag.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") })
            if tag.name == "script" { #expect(tag.attributes["src"] == "/assets/office.js") }
            for address in [tag.attributes["href"], tag.attributes["action"], tag.attributes["src"]] {
                // The one link that leaves the browser: whoever calls back dials by a tap.
                if name.hasPrefix("office-phone-call"), address?.hasPrefix("tel:") ?? false { continue }
                // The link that is sent on, and the one that opens the app on the same phone.
                guard let address, !address.contains("/office/welcome/"), !address.hasPrefix("otpauth://totp/")
                else { continue }
                #expect(address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#"), "\(address)")
            }
        }
        for chart in Self.apart(try html(name)).charts {
            #expect(!chart.contains("<style") && !chart.contains("style="))
        }
    }

    @Test("Every form that changes something is posted and carries the session's token", arguments: documents)
    func tokens(_ name: String) throws {
        for form in try html(name).components("<form").dropFirst() {
            // A form that only looks is an address: it changes nothing, and a token would stand in that address.
            if form.components(">")[0].contains("method=\"get\"") {
                #expect(!form.components("</form>")[0].contains("name=\"token\""))
                continue
            }
            #expect(form.contains("method=\"post\""))
            #expect(form.components("</form>")[0].contains("name=\"token\" value=\"c2FtcGxlLWZvcm0tdG9rZW4\""))
        }
    }

    @Test("Only the page without script loads itself again")
    func refresh() throws {
        for name in Self.documents {
            let html = try html(name)
            #expect(html.contains("http-equiv=\"refresh\"") == (name == "office-live-latest"))
            #expect(html.contains("<script") == (name == "office-live"))
        }
    }

    @Test("The live page draws a card as the stream sends it")
    func card() throws {
        #expect(try html("office-live").contains(try html("office-live-card").trimmingCharacters(in: .newlines)))
    }

    @Test("What somebody may not see is not offered: the administrator reads no rating and no case")
    func rights() throws {
        for name in ["office-home-administrator", "office-figures-administrator"] {
            let html = try html(name)
            for path in ["/ratings", "/office/cases", "/office/live"] { #expect(!html.contains(path)) }
            #expect(html.contains("/office/people") && !html.contains("<blockquote"))
        }
        #expect(!(try html("office-cards-head").contains("/rotate")))
        #expect(!(try html("office-figures").contains("/office/people")))
    }

    @Test("The headline's first number of ratings is how many there are")
    func headline() throws {
        let main = try html("office-figures").components("<main")[1]
        let words = Self.text(String(main)).split { $0.isWhitespace }
        let first = try #require(
            zip(words, words.dropFirst()).first { $0.first?.isNumber == true && ["lượt", "phiếu"].contains($1) })
        #expect(first.0 == "1.175")
    }

    @Test("The style sheet is balanced, and its colours stand in one place")
    func style() throws {
        let file = Snapshot.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Public/office.css")
        let css = try String(contentsOf: file, encoding: .utf8)
        #expect(css.filter { $0 == "{" }.count == css.filter { $0 == "}" }.count)
        #expect(!css.contains("url(") && !css.contains("@import"))
        let rules = css.components("/* Ground */")[1].components("@media print")[0]
        #expect(rules.matches(of: /#[0-9a-f]{6}/).isEmpty)
    }

    /// The page without its drawings, and the drawings.
    static func apart(_ html: String) -> (around: String, charts: [String]) {
        let pieces = html.components(separatedBy: "<svg")
        let inside = pieces.dropFirst().map { $0.components(separatedBy: "</svg>") }
        return (pieces[0] + inside.map { $0[1] }.joined(), inside.map { "<svg\($0[0])</svg>" })
    }

    /// What stands between the tags, drawings included.
    static func text(_ html: String) -> String {
        html.components(separatedBy: "<").map { $0.components(separatedBy: ">").dropFirst().joined(separator: ">") }
            .joined(separator: " ")
    }
}
