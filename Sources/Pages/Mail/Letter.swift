/// A mail, drawn: a subject of one line, and the same words as HTML and as plain text.
package protocol Letter: Page {
    var subject: String { get }
    /// Lines ended by "\n".
    var text: String { get }
}

extension Letter {
    /// One line whatever the names in it hold.
    static func oneLine(_ subject: String) -> String {
        subject.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}
