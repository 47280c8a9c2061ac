/// Lays slices onto pages. What has to stay together waits until it is complete, and then goes onto this page or, when
/// it does not fit, onto the next.
struct Flow {
    let press: Press
    private var y = Press.top
    /// What the last slice wants to be left free; of it and of what the next one wants the larger counts, as in Word.
    private var after = 0.0
    private var isAtTop = true
    private var waiting: [Slice] = []

    /// cairo and pango count in fractions of a point.
    private static let tolerance = 0.01

    init(_ press: Press) { self.press = press }

    mutating func add(_ slice: Slice) throws(DocumentProblem) {
        waiting.append(slice)
        if !slice.keepsNext { try place() }
    }

    /// Leaves room free, unless the page ends before.
    mutating func skip(_ height: Double) throws(DocumentProblem) {
        try place()
        y += after + height
        after = 0
    }

    /// On an empty page there is nothing to break.
    mutating func breakPage() throws(DocumentProblem) {
        try place()
        if !isAtTop { try turn() }
    }

    mutating func end() throws(DocumentProblem) { try place() }

    private mutating func place() throws(DocumentProblem) {
        var whole = 0.0
        var after = isAtTop ? 0 : self.after
        for slice in waiting {
            whole += max(after, slice.before) + slice.height
            after = slice.after
        }
        // What is longer than a page is torn anyway, but begins on one of its own: else its heading may end this one.
        if !isAtTop, !fits(whole) { try turn() }
        for slice in waiting { try place(slice) }
        waiting.removeAll()
    }

    private mutating func place(_ slice: Slice) throws(DocumentProblem) {
        if !isAtTop, !fits(max(after, slice.before) + slice.height) { try turn() }
        if isAtTop {
            if let head = slice.head {
                try head.draw(y)
                y += head.height
            }
        } else {
            y += max(after, slice.before)
        }
        try slice.draw(y)
        y += slice.height
        after = slice.after
        isAtTop = false
    }

    private func fits(_ height: Double) -> Bool { y + height <= Press.bottom + Self.tolerance }

    private mutating func turn() throws(DocumentProblem) {
        try press.nextPage()
        y = Press.top
        after = 0
        isAtTop = true
    }
}
