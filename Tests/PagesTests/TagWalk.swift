import Testing

@testable import Pages

/// Walks a template as the engine does, with a sample's values, and notes tags that name nothing.
struct TagWalk {
    /// "template {{tag}}" that no value on the way has.
    private(set) var unknown: Set<String> = []
    private var seen: Set<String> = []
    private var all: Set<String> = []

    /// Tags that no sample came to, because a list was empty or a value absent.
    var never: Set<String> { all.subtracting(seen) }

    mutating func draw(_ template: String, with page: Any) throws {
        let source = try #require(Templates.sources[template])
        var pieces = Self.pieces(of: source)[...]
        walk(&pieces, template, stack: [page], until: nil, isReached: true)
    }

    private enum Piece {
        case value(String), section(String), transparent(String), layout(String), end(String)
    }

    private mutating func walk(
        _ pieces: inout ArraySlice<Piece>, _ template: String, stack: [Any], until closing: String?, isReached: Bool
    ) {
        while let piece = pieces.popFirst() {
            switch piece {
            case .value(let name):
                if name != "." { note(name, template, stack, isReached) }
            case .section(let name):
                let value = note(name, template, stack, isReached)
                let body = pieces
                let inner = isReached ? Self.contexts(value) : []
                for context in inner {
                    pieces = body
                    walk(&pieces, template, stack: stack + context, until: name, isReached: true)
                }
                if inner.isEmpty { walk(&pieces, template, stack: stack, until: name, isReached: false) }
            case .layout(let name):
                var layout = Self.pieces(of: Templates.sources[name] ?? "")[...]
                walk(&layout, name, stack: stack, until: nil, isReached: isReached)
                walk(&pieces, template, stack: stack, until: name, isReached: isReached)
            case .transparent(let name): walk(&pieces, template, stack: stack, until: name, isReached: isReached)
            case .end(let name):
                if name == closing { return }
            }
        }
    }

    @discardableResult
    private mutating func note(_ name: String, _ template: String, _ stack: [Any], _ isReached: Bool) -> Any? {
        let tag = "\(template) {{\(name)}}"
        all.insert(tag)
        guard isReached else { return nil }
        seen.insert(tag)
        for object in stack.reversed() {
            if let child = Mirror(reflecting: object).children.first(where: { $0.label == name }) { return child.value }
        }
        unknown.insert(tag)
        return nil
    }

    /// What a section is drawn with: once per element, once for a value, and for `Bool` in either case,
    /// since an inverted section is drawn then.
    private static func contexts(_ value: Any?) -> [[Any]] {
        guard let value else { return [] }
        if value is Bool { return [[]] }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { contexts($0.value) } ?? []
        case .collection: return mirror.children.map { [$0.value] }
        default: return [[value]]
        }
    }

    private static func pieces(of source: String) -> [Piece] {
        source.components("{{").dropFirst().compactMap { part in
            let inside = part.components("}}")[0]
            let name = inside.dropFirst().trimmed
            switch inside.first {
            case "#", "^": return .section(name)
            case "$": return .transparent(name)
            case "<": return .layout(name)
            case "/": return .end(name)
            case ">", "%", "!": return nil
            default: return .value(inside[...].trimmed)
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }.prefix { $0 != " " }) }
}
