import Pages
import Testing

@Suite("Pages for citizens, and mail")
struct CitizenPagesTests {
    static let names = ((try? CitizenPreview.pages()) ?? []).map(\.name)

    private func page(_ name: String) throws -> any Page {
        try #require(try CitizenPreview.pages().first { $0.name == name }).page
    }

    @Test("There is something to look at")
    func notEmpty() throws {
        #expect(try CitizenPreview.pages().count >= 12)
    }

    @Test("A page looks as it did when somebody last looked at it", arguments: names)
    func snapshot(_ name: String) throws {
        let page = try page(name)
        try Snapshot.check(try page.html(), "\(name).html")
        if let mail = page as? any Letter { try Snapshot.check("\(mail.subject)\n\n\(mail.text)", "\(name).txt") }
    }

    @Test("A page is one well-formed document", arguments: names)
    func wellFormed(_ name: String) throws {
        let html = try page(name).html()
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"vi\">"))
        #expect(try Markup(html).faults == [])
    }

    @Test(
        "A page for citizens needs no script, no cookie, nothing from elsewhere and no exception in the policy",
        arguments: names.filter { !$0.hasPrefix("mail") })
    func alone(_ name: String) throws {
        let html = try page(name).html()
        let markup = try Markup(html)
        #expect(html.components("<style>").count == 2)
        #expect(html.components("<style>").last?.components("</style>").first == CitizenStyle.css)
        // The one link there is says that there is no icon, so that no browser asks for one.
        let noIcon = ["rel": "icon", "href": "data:,"]
        for tag in markup.tags where !(tag.name == "link" && tag.attributes == noIcon) {
            #expect(!["script", "img", "iframe", "object", "embed", "link", "base", "video"].contains(tag.name))
            #expect(!tag.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") })
            for address in [tag.attributes["href"], tag.attributes["action"], tag.attributes["src"]] {
                if let address { #expect(address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#")) }
            }
        }
    }

    @Test("The policy names the style by the hash of its very text")
    func hash() {
        #expect(CitizenStyle.contentSecurityHash.hasPrefix("'sha256-"))
        #expect(CitizenStyle.contentSecurityHash.utf8.count == 53)
        #expect(!CitizenStyle.css.contains("/*"))
        #expect(!CitizenStyle.css.contains("\n"))
        #expect(!CitizenStyle.css.contains(":has("))
        #expect(CitizenStyle.css.filter { $0 == "{" }.count == CitizenStyle.css.filter { $0 == "}" }.count)
    }
}

extension String {
    func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
