/// A sheet of paper and what is drawn on it.
package struct SVGPage: Sendable, Equatable {
    /// A whole SVG document. It is scaled to fill the sheet, in proportion.
    package let svg: String
    /// Millimetres.
    package let width: Double
    /// Millimetres.
    package let height: Double

    package init(svg: String, width: Double, height: Double) {
        self.svg = svg
        self.width = width
        self.height = height
    }
}

extension SVGPage {
    /// PDF viewers stop at 14.400 points, which are 5.080 mm.
    private static let sides = 1.0...5_000.0

    func checkSize() throws(Drawing.Problem) {
        guard Self.sides.contains(width), Self.sides.contains(height) else { throw .badSize }
    }

    var widthInPoints: Double { width / 25.4 * 72 }
    var heightInPoints: Double { height / 25.4 * 72 }
}
