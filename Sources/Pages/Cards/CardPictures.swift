package import Drawing
package import Foundation
package import QRCode

extension Card {
    /// The QR code alone, quiet zone included, for a page or a leaflet of one's own.
    package func codeSVG(level: QRCode.Level = .quartile) throws(QRCode.Problem) -> String {
        try QRCode(address, level: level).svg()
    }

    /// The QR code alone.
    /// - Parameter pixelsPerModule: whole pixels, so that no edge is smoothed; 16 prints 5 cm wide at 300 dpi.
    package func codePNG(level: QRCode.Level = .quartile, pixelsPerModule: Int = 16) throws -> Data {
        let symbol = try QRCode(address, level: level)
        return try Drawing.png(
            svg: symbol.svg(), width: (symbol.size + 2 * QRCode.quietZone) * pixelsPerModule)
    }

    /// The whole card on its paper, as a picture; a sheet shows this card alone.
    /// - Parameter dpi: 300 is what print shops ask for.
    package func png(layout: CardLayout, dpi: Double = 300) throws -> Data {
        try Drawing.png(page(layout: layout), dpi: dpi)
    }

    package func page(layout: CardLayout, level: QRCode.Level = .quartile) throws(QRCode.Problem) -> SVGPage {
        try layout.page(of: [self], level: level)
    }
}
