package import Drawing
package import Foundation
package import QRCode

/// All cards of a unit, or of a whole organisation, as one document. Each page is drawn once, as SVG; the print page,
/// the PDF and the pictures show that same drawing.
package struct CardDocument: Sendable {
    package let title: String
    package let layout: CardLayout
    /// In the order of the cards.
    package let pages: [SVGPage]

    /// - Parameter level: `.high` for cards that will be laminated or stand outdoors.
    package init(
        _ cards: [Card], layout: CardLayout, title: String, level: QRCode.Level = .quartile
    ) throws(QRCode.Problem) {
        self.title = title
        self.layout = layout
        var pages: [SVGPage] = []
        for first in stride(from: 0, to: cards.count, by: layout.cardsOnAPage) {
            pages.append(try layout.page(of: cards[first...].prefix(layout.cardsOnAPage), level: level))
        }
        self.pages = pages
    }

    package func pdf() throws(Drawing.Problem) -> Data {
        try Drawing.pdf(pages: pages, title: title)
    }
}

extension CardLayout {
    func page(of cards: ArraySlice<Card>, level: QRCode.Level) throws(QRCode.Problem) -> SVGPage {
        let drawing =
            switch self {
            case .card: try CardFace(cards[cards.startIndex], measures: .a6, level: level).drawn()
            case .poster: try CardFace(cards[cards.startIndex], measures: .a4, level: level).drawn()
            case .sheet: try CardSheet(cards, level: level).drawn()
            }
        let title = cards.map { "\($0.desk), \($0.unit)" }.joined(separator: "; ")
        return SVGPage(svg: drawing.document(title: title), width: paper.width, height: paper.height)
    }
}
