/// How cards go on paper.
package enum CardLayout: String, Sendable, CaseIterable {
    /// One A6 table card a page.
    case card
    /// One A4 poster a page.
    case poster
    /// Four A6 cards on an A4 page, to be cut apart.
    case sheet
}

extension CardLayout {
    /// Millimetres. A6 is ISO 216's 105 × 148, of which four leave one millimetre of an A4 page.
    var paper: (width: Double, height: Double) { self == .card ? (105, 148) : (210, 297) }

    /// As it is called in a print dialogue.
    var paperName: String { self == .card ? "A6" : "A4" }

    var cardsOnAPage: Int { self == .sheet ? 4 : 1 }
}
