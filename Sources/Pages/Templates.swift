import Mustache

/// Every template of the house, embedded in the program and compiled once.
enum Templates {
    /// - Throws: `TemplateFault`.
    static func render(_ page: any Sendable, with name: String) throws -> String {
        let library = try library.get()
        guard let html = library.render(PageValues(page), withTemplate: name) else { throw TemplateFault.missing(name) }
        return html
    }

    /// The source of each template by name.
    static let sources = [citizen, office, open].reduce(into: [String: String]()) { all, some in
        all.merge(some.mapValues { String(decoding: $0, as: UTF8.self) }) { first, _ in first }
    }

    private static let library = Result<MustacheLibrary, any Error> {
        MustacheContentTypes.register(EveryScalarEscaped(), named: EveryScalarEscaped.name)
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                try library.register(EveryScalarEscaped.pragma + source, named: name)
            } catch { throw TemplateFault.broken(name, "\(error)") }
        }
        try library.register(CitizenStyle.css, named: "citizen-style")
        return library
    }
}

/// A fault of the program, not of the visitor.
package enum TemplateFault: Error, CustomStringConvertible {
    case missing(String)
    case broken(String, String)
    /// A page that must hold a mark in exactly one place holds it in none or in several.
    case mark(String)

    package var description: String {
        switch self {
        case .missing(let name): "No template named \(name) in Sources/Pages/Templates, or not listed in Templates."
        case .broken(let name, let why): "Template \(name) does not compile: \(why)"
        case .mark(let name): "Template \(name) does not hold the visit token in exactly one place."
        }
    }
}

/// The house's own escaping: the engine's compares whole characters.
private struct EveryScalarEscaped: MustacheContentType {
    static let name = "SCALARS"
    static let pragma = "{{% CONTENT_TYPE: SCALARS}}\n"

    func escapeText(_ text: String) -> String { text.escapedForHTML }
}
