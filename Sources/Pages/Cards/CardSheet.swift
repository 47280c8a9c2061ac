import QRCode

/// Four A6 cards on an A4 page, with marks for the knife.
struct CardSheet {
    private static let width = 2100.0
    private static let height = 2970.0
    /// Four A6 cards are one millimetre less high than A4: half of it goes above them.
    private static let top = 5.0

    private var drawing = SVGDrawing(width: width, height: height)

    /// - Parameter cards: up to four; fewer leave the rest of the page white.
    init(_ cards: some Sequence<Card>, level: QRCode.Level) throws(QRCode.Problem) {
        let measures = CardMeasures.a6
        for (index, card) in cards.prefix(4).enumerated() {
            let face = try CardFace(card, measures: measures, level: level).drawn()
            drawing.append(
                face, x: Double(index % 2) * measures.width, y: Self.top + Double(index / 2) * measures.height)
        }
        drawCuttingMarks(x: measures.width, y: Self.top + measures.height)
    }

    consuming func drawn() -> SVGDrawing { drawing }

    /// At the rim and where the cuts cross; lines from end to end would leave their ink on the cards.
    private mutating func drawCuttingMarks(x: Double, y: Double) {
        for (fromX, toX) in [(40, 120), (x - 40, x + 40), (Self.width - 120, Self.width - 40)] {
            drawing.line(from: (fromX, y), to: (toX, y), stroke: Ink.line, width: 2)
        }
        for (fromY, toY) in [(40, 120), (y - 40, y + 40), (Self.height - 120, Self.height - 40)] {
            drawing.line(from: (x, fromY), to: (x, toY), stroke: Ink.line, width: 2)
        }
    }
}
