import Feedback

/// What is written to a file: YAML in block style, always the same for the same values.
indirect enum YAMLTree {
    /// Quoted when YAML would see anything else in it.
    case text(String)
    /// A number, a day, true or false.
    case bare(String)
    /// In one line: [T2, T3].
    case row([YAMLTree])
    case list([YAMLTree])
    /// Keys without a value are left out.
    case keys([(name: String, value: YAMLTree?)])

    static func id<Subject>(_ id: ID<Subject>) -> YAMLTree { .text(id.rawValue) }
    static func id<Subject>(_ id: ID<Subject>?) -> YAMLTree? { id.map { .text($0.rawValue) } }
    static func text(_ text: String?) -> YAMLTree? { text.map { .text($0) } }
    static func day(_ day: LocalDay?) -> YAMLTree? { day.map { .bare($0.rawValue) } }
    static func yesOrNo(_ value: Bool) -> YAMLTree { .bare(value ? "true" : "false") }
    static func whole(_ value: Int) -> YAMLTree { .bare(String(value)) }
    /// Nil for an empty row: the key is left out.
    static func someRow(_ row: [YAMLTree]) -> YAMLTree? { row.isEmpty ? nil : .row(row) }

    /// The whole file.
    /// - Parameters:
    ///   - schema: relative to the file.
    ///   - about: one line for the reader.
    func file(schema: String, about: String) -> String {
        "# yaml-language-server: $schema=\(schema)\n# \(about)\n\n" + lines().joined(separator: "\n") + "\n"
    }

    private func lines() -> [String] {
        switch self {
        case .text, .bare, .row: [inline]
        case .list(let elements): elements.flatMap { Self.hang("- ", $0.lines()) }
        case .keys(let pairs): pairs.flatMap { name, value in value.map { $0.lines(under: name) } ?? [] }
        }
    }

    private func lines(under name: String) -> [String] {
        switch self {
        case .text, .bare, .row: ["\(name): \(inline)"]
        case .list(let elements) where elements.isEmpty: ["\(name): []"]
        case .list, .keys: ["\(name):"] + lines().map { "  \($0)" }
        }
    }

    private static func hang(_ mark: String, _ lines: [String]) -> [String] {
        lines.enumerated().map { $0 == 0 ? mark + $1 : "  " + $1 }
    }

    var inline: String {
        switch self {
        case .text(let text): Self.isSafe(text) ? text : Self.quoted(text)
        case .bare(let word): word
        case .row(let elements): "[\(elements.map(\.inline).joined(separator: ", "))]"
        case .list, .keys: "[]"
        }
    }

    /// Letters first and nothing inside that means something to YAML, in a row or outside.
    private static func isSafe(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter, let last = text.last, !last.isWhitespace,
            PlainScalar(plain: text) == .text
        else { return false }
        return text.unicodeScalars.allSatisfy {
            !":#,[]{}&*!|>'\"%@`\\".unicodeScalars.contains($0) && $0.properties.generalCategory != .control
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 32 || scalar.value == 127:
                let hex = String(scalar.value, radix: 16)
                out += "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
