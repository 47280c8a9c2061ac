import Feedback

/// How a fact sheet is written, in the thing itself and in its `was`.
protocol WrittenFacts: FactSheet {
    var pairs: [YAMLTree.Pair] { get }
}

extension Dated {
    var days: [YAMLTree.Pair] { [("validFrom", .day(validFrom)), ("validTo", .day(validTo))] }
}

extension YAMLTree {
    typealias Pair = (name: String, value: YAMLTree?)

    /// Nil for an empty past: the key is left out.
    static func was(_ was: [Was<some WrittenFacts>]) -> YAMLTree? {
        was.isEmpty ? nil : .list(was.map { .keys([("until", .day($0.until))] + $0.facts.pairs) })
    }

    static func successors(_ successors: [Successor<some Any>]) -> YAMLTree? {
        successors.isEmpty
            ? nil
            : .list(
                successors.map { .keys([("id", .id($0.id)), ("from", .day($0.from)), ("note", .text($0.note))]) })
    }
}
