import Foundation
import QRCode

/// The face of a card, drawn from both ends of the paper: the names from the top, the steps and the address for
/// complaints from the bottom; the code gets what is left between them.
struct CardFace {
    private static let steps = [
        "Mở camera hoặc Zalo, quét mã.", "Chọn mức hài lòng.", "Nhập số điện thoại, bấm Gửi.",
    ]

    let measures: CardMeasures
    private let card: Card
    private let symbol: QRCode
    private var drawing: SVGDrawing

    init(_ card: Card, measures: CardMeasures, level: QRCode.Level) throws(QRCode.Problem) {
        self.card = card
        self.measures = measures
        symbol = try QRCode(card.address, level: level)
        drawing = SVGDrawing(width: measures.width, height: measures.height)
    }

    consuming func drawn() -> SVGDrawing {
        let top = drawNames()
        let bottom = drawSteps(above: drawComplaints())
        drawCode(between: top, and: bottom)
        return drawing
    }

    /// - Returns: where the names end.
    private mutating func drawNames() -> Double {
        var y = measures.margin
        y = draw(card.officeName, sizes: [measures.office], lines: 2, bold: true, fill: Ink.accent, below: y)
        if card.unit != card.officeName {
            y += measures.gap / 8
            y = draw(card.unit, sizes: [measures.body, measures.small], lines: 2, fill: Ink.muted, below: y)
        }
        y += measures.gap / 2
        y = draw(card.desk, sizes: measures.desk, lines: 3, bold: true, fill: Ink.black, below: y)
        if let place = card.place {
            y += measures.gap / 6
            y = draw(place, sizes: [measures.body, measures.small], lines: 1, fill: Ink.muted, below: y)
        }
        return y
    }

    /// - Returns: where the lines end.
    private mutating func draw(
        _ text: String, sizes: [Double], lines limit: Int, bold: Bool = false, fill: String, below top: Double
    ) -> Double {
        let lettering = Lettering(
            text, sizes: sizes, width: measures.column, lines: limit, glyphs: bold ? .bold : .regular)
        var y = top
        for line in lettering.lines {
            drawing.text(line, x: measures.middle, y: y + lettering.size, size: lettering.size, bold: bold, fill: fill)
            y += lettering.size * 1.3
        }
        return y
    }

    /// - Returns: where the block begins.
    private mutating func drawComplaints() -> Double {
        let lettering = Lettering(
            card.complaints, sizes: [measures.small], width: measures.column, lines: 3, glyphs: .regular)
        let height = Double(lettering.lines.count) * lettering.size * 1.35
        var y = measures.height - measures.margin - height + lettering.size
        let top = y - lettering.size - measures.gap / 2
        for line in lettering.lines {
            drawing.text(line, x: measures.middle, y: y, size: lettering.size, fill: Ink.muted)
            y += lettering.size * 1.35
        }
        drawing.line(
            from: (measures.margin, top), to: (measures.width - measures.margin, top), stroke: Ink.line,
            width: measures.hairline)
        return top
    }

    /// - Returns: where the block begins.
    private mutating func drawSteps(above bottom: Double) -> Double {
        let size = measures.step
        let rowHeight = size * 1.65
        let radius = size * 0.62
        let widths = Self.steps.map(\.decomposedStringWithCanonicalMapping).map(
            GlyphWidths.regular.width(ofDecomposed:))
        let indent = radius * 2 + size * 0.5
        let x = measures.middle - (indent + Double(widths.max() ?? 0) * size / 1000) / 2
        let top = bottom - measures.gap / 2 - rowHeight * Double(Self.steps.count)
        for (index, step) in Self.steps.enumerated() {
            let centre = top + rowHeight * (Double(index) + 0.5)
            drawing.circle(x: x + radius, y: centre, radius: radius, fill: Ink.accent)
            drawing.text(
                "\(index + 1)", x: x + radius, y: centre + size * 0.3, size: size * 0.82, bold: true, fill: Ink.paper)
            drawing.text(step, x: x + indent, y: centre + size * 0.36, size: size, fill: Ink.black, anchor: .start)
        }
        return top
    }

    private mutating func drawCode(between top: Double, and bottom: Double) {
        let address = Lettering(
            card.typedAddress, sizes: measures.address, width: measures.column, lines: 2, glyphs: .regular)
        let words = measures.code * 1.25 + Double(address.lines.count) * address.size * 1.6
        let quiet = Double(QRCode.quietZone)
        let room = min(bottom - top - words, measures.column)
        let module = room / (Double(symbol.size) + 2 * quiet)
        let side = module * Double(symbol.size)
        let left = measures.middle - side / 2
        let spare = bottom - top - words - side
        let qrTop = top + spare / 2
        drawing.path(symbol.path(margin: 0), x: left, y: qrTop, scale: module, fill: Ink.code)
        var y = qrTop + side + quiet * module + measures.code * 0.7
        drawing.text(
            card.groupedCode, x: measures.middle, y: y, size: measures.code, bold: true, fill: Ink.black)
        for line in address.lines {
            y += address.size * 1.6
            drawing.text(line, x: measures.middle, y: y, size: address.size, fill: Ink.muted)
        }
    }
}
