/// An SVG document in the making. Lengths are tenths of a millimetre: text smaller than a few units is placed coarsely
/// by some renderers.
struct SVGDrawing {
    /// With good Vietnamese letters on Debian (Noto, DejaVu), Windows, Android and macOS.
    private static let fonts = "Noto Sans, Segoe UI, Roboto, Helvetica Neue, Arial, DejaVu Sans, sans-serif"

    enum Anchor: String { case start, middle }

    private let width: Double
    private let height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Attributes only, no `style`: the document also stands inline in a page whose policy allows no inline styles.
    func document(title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
        font-family="\(Self.fonts)"><title>\(Self.escaped(title))</title>\
        <path fill="#fff" d="M0 0h\(Self.number(width))v\(Self.number(height))H0z"/>\(body)</svg>
        """
    }

    mutating func text(
        _ text: String, x: Double, y: Double, size: Double, bold: Bool = false, fill: String, anchor: Anchor = .middle
    ) {
        let weight = bold ? #" font-weight="700""# : ""
        body += """
            <text x="\(Self.number(x))" y="\(Self.number(y))" font-size="\(Self.number(size))"\(weight) fill="\(fill)" \
            text-anchor="\(anchor.rawValue)">\(Self.escaped(text))</text>
            """
    }

    mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String, width: Double
    ) {
        body += """
            <path fill="none" stroke="\(stroke)" stroke-width="\(Self.number(width))" \
            d="M\(Self.number(start.x)) \(Self.number(start.y))L\(Self.number(end.x)) \(Self.number(end.y))"/>
            """
    }

    mutating func circle(x: Double, y: Double, radius: Double, fill: String) {
        body += """
            <circle cx="\(Self.number(x))" cy="\(Self.number(y))" r="\(Self.number(radius))" fill="\(fill)"/>
            """
    }

    /// - Parameters:
    ///   - path: in units of its own.
    ///   - scale: of one such unit.
    mutating func path(_ path: String, x: Double, y: Double, scale: Double, fill: String) {
        body += """
            <path fill="\(fill)" shape-rendering="crispEdges" \
            transform="translate(\(Self.number(x)) \(Self.number(y))) scale(\(Self.number(scale)))" d="\(path)"/>
            """
    }

    mutating func append(_ other: SVGDrawing, x: Double, y: Double) {
        body += #"<g transform="translate(\#(Self.number(x)) \#(Self.number(y)))">\#(other.body)</g>"#
    }
}

extension SVGDrawing {
    /// At most two decimals, and none when there is nothing behind the point.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        guard hundredths % 100 != 0 else { return String(hundredths / 100) }
        return String(Double(hundredths) / 100)
    }

    /// Also drops what XML 1.0 has no way to write, so that a stray control character in a name spoils no card.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
