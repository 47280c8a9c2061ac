/// A small reader of HTML, strict where browsers forgive: it says what is not balanced, not unique, not labelled.
struct Markup {
    struct Tag {
        let name: String
        let attributes: [String: String]
        /// Whether it stands inside a `<label>`.
        let isInLabel: Bool
    }

    struct Broken: Error {
        let what: String
    }

    private(set) var tags: [Tag] = []
    private(set) var faults: [String] = []
    private static let void: Set = ["meta", "input", "br", "hr", "img", "link", "col"]

    init(_ html: String) throws {
        // Browsers read scalar by scalar: a quote is a quote with or without an accent over it.
        let html = String(html.unicodeScalars.map { $0.isASCII ? Character($0) : "x" })
        var open: [String] = []
        for piece in html.components("<").dropFirst() where !piece.lowercased().hasPrefix("!doctype") {
            guard let end = Self.end(of: piece) else { throw Broken(what: "<\(piece.prefix(40))") }
            let inside = piece[..<end]
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.popLast() != name { faults.append("</\(name)> closes something else") }
                continue
            }
            let name = String(inside.prefix { $0.isLetter || $0.isNumber })
            let attributes = try Self.attributes(inside.dropFirst(name.count))
            tags.append(Tag(name: name, attributes: attributes, isInLabel: open.contains("label")))
            if !Self.void.contains(name) { open.append(name) }
        }
        faults += open.map { "<\($0)> is not closed" }
        checkReferences()
        checkLabels()
    }

    private mutating func checkReferences() {
        let ids = tags.compactMap { $0.attributes["id"] }
        faults += Set(ids.filter { id in ids.count { $0 == id } > 1 }).map { "id \($0) stands twice" }
        for tag in tags {
            let described = tag.attributes["aria-describedby"]?.components(" ") ?? []
            let linked = [tag.attributes["href"]].compactMap { $0 }.filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
            for id in described + linked.map(String.init) + [tag.attributes["for"]].compactMap({ $0 })
            where !ids.contains(id) {
                faults.append("nothing has the id \(id)")
            }
        }
        if tags.count(where: { $0.name == "h1" }) != 1, tags.contains(where: { $0.name == "main" }) {
            faults.append("not exactly one h1")
        }
    }

    private mutating func checkLabels() {
        let named = Set(tags.filter { $0.name == "label" }.compactMap { $0.attributes["for"] })
        for tag in tags where ["input", "textarea", "select"].contains(tag.name) && tag.attributes["type"] != "hidden" {
            if !tag.isInLabel, !(tag.attributes["id"].map(named.contains) ?? false) {
                faults.append("\(tag.attributes["name"] ?? "?") has no label")
            }
        }
    }

    /// Where the tag ends: the first ">" outside quotes.
    private static func end(of piece: String) -> String.Index? {
        var quoted = false
        for index in piece.indices {
            if piece[index] == "\"" { quoted.toggle() }
            if piece[index] == ">", !quoted { return index }
        }
        return nil
    }

    private static func attributes(_ text: Substring) throws -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.drop { $0.isWhitespace }
        while !rest.isEmpty {
            let name = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else {
                throw Broken(what: "attribute in \(text)")
            }
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                let inside = rest.dropFirst(2)
                value = String(inside.prefix { $0 != "\"" })
                rest = inside.dropFirst(value.count + 1)
            }
            guard found.updateValue(value, forKey: name) == nil else { throw Broken(what: "\(name) stands twice") }
            rest = rest.drop { $0.isWhitespace }
        }
        return found
    }
}
