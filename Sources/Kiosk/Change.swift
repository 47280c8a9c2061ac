/// One difference between two configurations, as an operator reads it.
package struct Change: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case added, removed, changed

        package var word: String {
            switch self {
            case .added: "thêm"
            case .removed: "bỏ"
            case .changed: "sửa"
            }
        }
    }

    package let kind: Kind
    /// "quầy Q07", "phiếu LK@1", "cảnh báo".
    package let what: String
    /// The key inside, for `changed`: "head.email". Empty otherwise.
    package let key: String
    /// Nil for what was not there before.
    package let from: String?
    /// Nil for what is there no longer.
    package let to: String?

    /// "sửa quầy Q07 · name: “Tư pháp” → “Tư pháp – Hộ tịch”".
    package var description: String {
        switch kind {
        case .added: "\(kind.word) \(what)\(to.map { ": \($0)" } ?? "")"
        case .removed: "\(kind.word) \(what)\(from.map { ": \($0)" } ?? "")"
        case .changed: "\(kind.word) \(what) · \(key): \(Self.quoted(from)) → \(Self.quoted(to))"
        }
    }

    private static func quoted(_ text: String?) -> String { text.map { "“\($0)”" } ?? "(không có)" }
}
