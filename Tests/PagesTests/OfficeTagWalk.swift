import Testing

@testable import Pages

/// Walks templates with dotted names and partials as the engine does, and notes tags that name nothing.
struct OfficeTagWalk {
    private(set) var unknown: Set<String> = []
    /// Templates that some page came to.
    private(set) var drawn: Set<String> = []
    private var seen: Set<String> = []
    private var all: Set<String> = []

    /// Tags that no sample came to, because a list was empty or a value absent.
    var never: Set<String> { all.subtracting(seen) }

    mutating func draw(_ template: String, with page: Any) throws {
        try draw(template, stack: [page], isReached: true)
    }

    private mutating func draw(_ template: String, stack: [Any], isReached: Bool) throws {
        if isReached { drawn.insert(template) }
        let source = try #require(Templates.sources[template], "no template \(template)")
        let tags = source.matches(of: /\{\{\{?([#^\/$<>]?)\s*([^\s}]+)\s*\}?\}\}/).map { (String($0.1), String($0.2)) }
        var rest = tags[...]
        try walk(&rest, template, stack, until: nil, isReached)
    }

    private mutating func walk(
        _ tags: inout ArraySlice<(String, String)>, _ template: String, _ stack: [Any], until closing: String?,
        _ isReached: Bool
    ) throws {
        while let (kind, name) = tags.popFirst() {
            switch kind {
            case "/": if name == closing { return }
            case ">": try draw(name, stack: stack, isReached: isReached)
            case "<":
                try draw(name, stack: stack, isReached: isReached)
                try walk(&tags, template, stack, until: name, isReached)
            case "$": try walk(&tags, template, stack, until: name, isReached)
            case "#", "^":
                let value = note(name, template, stack, isReached)
                let inner = isReached ? Self.contexts(value, isInverted: kind == "^") : []
                let body = tags
                for context in inner {
                    tags = body
                    try walk(&tags, template, stack + context, until: name, true)
                }
                if inner.isEmpty { try walk(&tags, template, stack, until: name, false) }
            default: if name != "." { note(name, template, stack, isReached) }
            }
        }
    }

    @discardableResult
    private mutating func note(_ name: String, _ template: String, _ stack: [Any], _ isReached: Bool) -> Any? {
        let tag = "\(template) {{\(name)}}"
        all.insert(tag)
        guard isReached else { return nil }
        seen.insert(tag)
        let names = name.components(".")
        for object in stack.reversed() {
            guard var value = Self.child(names[0], of: object) else { continue }
            for next in names.dropFirst() {
                guard let present = Self.unwrapped(value), let child = Self.child(next, of: present) else {
                    unknown.insert(tag)
                    return nil
                }
                value = child
            }
            return value
        }
        unknown.insert(tag)
        return nil
    }

    /// With what a section is drawn: once for each element, once for a value that is there.
    private static func contexts(_ value: Any?, isInverted: Bool) -> [[Any]] {
        let value = value.flatMap(unwrapped)
        if let bool = value as? Bool { return bool != isInverted ? [[]] : [] }
        guard let value else { return isInverted ? [[]] : [] }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .collection {
            return isInverted ? (mirror.children.isEmpty ? [[]] : []) : mirror.children.map { [$0.value] }
        }
        return isInverted ? [] : [[value]]
    }

    private static func child(_ name: String, of object: Any) -> Any? {
        Mirror(reflecting: object).children.first { $0.label == name }?.value
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }
}
