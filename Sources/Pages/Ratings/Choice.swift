/// One row that can be tapped: a radio button or a checkbox with its words.
struct Choice: Sendable {
    /// What a line of the error summary leads to; nil for all but the first row of a question.
    let anchor: String?
    let value: String
    let words: String
    /// A second, quieter line.
    let note: String?
    let isChecked: Bool

    init(anchor: String? = nil, value: String, words: String, note: String? = nil, isChecked: Bool) {
        self.anchor = anchor
        self.value = value
        self.words = words
        self.note = note
        self.isChecked = isChecked
    }
}
