/// One value inside a thing, by its key as in the file: head.email = tuphap@….
struct Leaf {
    let key: String
    let value: String
    /// For a list of plain values: what is in it.
    var elements: [String]?
}

extension YAMLTree {
    /// All values with their keys. Rows and lists of plain values are one leaf; other lists are numbered from 1,
    /// or named by their id.
    var leaves: [Leaf] { leaves(at: "") }

    private func leaves(at key: String) -> [Leaf] {
        switch self {
        case .text(let text): [Leaf(key: key, value: text)]
        case .bare(let word): [Leaf(key: key, value: word)]
        case .row: [Leaf(key: key, value: inline)]
        case .keys(let pairs):
            pairs.flatMap { name, value in value?.leaves(at: key.isEmpty ? name : "\(key).\(name)") ?? [] }
        case .list(let elements):
            if elements.contains(where: \.hasKeys) {
                elements.enumerated().flatMap { index, element in
                    [Leaf(key: "\(key)[\(element.name ?? "#\(index + 1)")].thứ tự", value: "\(index + 1)")]
                        + element.leaves(at: "\(key)[\(element.name ?? "#\(index + 1)")]")
                }
            } else {
                [Leaf(key: key, value: Self.list(elements.map(\.inline)), elements: elements.map(\.inline))]
            }
        }
    }

    static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    private var hasKeys: Bool {
        if case .keys = self { true } else { false }
    }

    private var name: String? {
        guard case .keys(let pairs) = self, case .text(let id)? = pairs.first(where: { $0.name == "id" })?.value else {
            return nil
        }
        return id
    }
}
