/// What all charts draw with. Colours are presentation attributes with class names beside them: the page's style sheet
/// may recolour them, and a document without one (PDF, mail, print) is right as it is. Ink is the page's text colour.
struct Canvas {
    var markup = Markup()

    enum Anchor: String { case start, middle, end }

    static func accessibleID(_ id: String, _ layout: Layout) -> String { "\(id)-\(layout.rawValue)" }

    /// The whole drawing. A chart with links in it is a group and not an image: an image has no parts to walk to.
    static func svg(
        id: String, title: String, description: String, layout: Layout, height: Double, linked: Bool,
        _ draw: (inout Canvas) -> Void
    ) -> String {
        var canvas = Canvas()
        let own = accessibleID(id, layout)
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart chart-\(layout.rawValue)"),
            ("viewBox", "0 0 \(Markup.number(layout.width)) \(Markup.number(height))"),
            ("width", Markup.number(layout.width)), ("height", Markup.number(height)),
            ("role", linked ? "group" : "img"),
            ("aria-labelledby", "\(own)-title"), ("aria-describedby", "\(own)-desc"),
        ]
        canvas.markup.group("svg", attributes) { markup in
            markup.element("title", [("id", "\(own)-title")], content: title)
            markup.element("desc", [("id", "\(own)-desc")], content: description)
            var inner = Canvas(markup: markup)
            draw(&inner)
            markup = inner.markup
        }
        return canvas.markup.text
    }

    /// A drawing the height of a line, for tables and lists: its title is its name, and no other drawing points at it.
    static func small(
        class name: String, title: String, width: Double, height: Double, _ draw: (inout Canvas) -> Void
    ) -> String {
        var canvas = Canvas()
        let size = (Markup.number(width), Markup.number(height))
        let attributes = [
            ("class", name), ("viewBox", "0 0 \(size.0) \(size.1)"), ("width", size.0), ("height", size.1),
            ("role", "img"),
        ]
        canvas.markup.group("svg", attributes) { markup in
            markup.element("title", [], content: title)
            var inner = Canvas(markup: markup)
            draw(&inner)
            markup = inner.markup
        }
        return canvas.markup.text
    }

    /// `y` is the middle of the line of text.
    mutating func text(
        _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, bold: Bool = false,
        quiet: Bool = false, ink: String = "currentColor", underlined: Bool = false
    ) {
        var attributes = [
            ("x", Markup.number(x)), ("y", Markup.number(y + size * 0.35)), ("font-size", Markup.number(size)),
            ("class", quiet ? "chart-quiet" : "chart-text"), ("fill", ink),
        ]
        if quiet { attributes.append(("fill-opacity", "0.75")) }
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if bold { attributes.append(("font-weight", "600")) }
        if underlined { attributes.append(("text-decoration", "underline")) }
        markup.element("text", attributes, content: text)
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ look: [(String, String)]) {
        markup.element(
            "rect",
            [
                ("x", Markup.number(x)), ("y", Markup.number(y)),
                ("width", Markup.number(width)), ("height", Markup.number(height)),
            ] + look)
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String, width: Double = 1,
        opacity: Double = 1, dash: String? = nil
    ) {
        var attributes = [
            ("x1", Markup.number(x1)), ("y1", Markup.number(y1)), ("x2", Markup.number(x2)), ("y2", Markup.number(y2)),
            ("class", name), ("stroke", "currentColor"),
        ]
        if width != 1 { attributes.append(("stroke-width", Markup.number(width))) }
        if opacity < 1 { attributes.append(("stroke-opacity", Markup.number(opacity))) }
        if let dash { attributes.append(("stroke-dasharray", dash)) }
        markup.element("line", attributes)
    }

    /// The dashed line of a target.
    mutating func target(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        line(x1, y1, x2, y2, class: "chart-target", width: 1.5, dash: "5 4")
    }

    /// A light edge under a target's line, which else is lost on a dark level.
    mutating func halo(_ x: Double, _ y1: Double, _ y2: Double) {
        rectangle(x: x - 1.5, y: y1, width: 3, height: y2 - y1, [("class", "chart-halo"), ("fill", "#ffffff")])
    }

    /// Where nothing may be shown: a dotted line in place of the mark.
    mutating func nothing(from x1: Double, to x2: Double, y: Double) {
        line(x1, y, x2, y, class: "chart-nothing", opacity: 0.35, dash: "1 5")
    }

    /// A thin horizontal interval with ends.
    mutating func interval(from x1: Double, to x2: Double, y: Double, end: Double = 3.5) {
        let (from, to, middle) = (Markup.number(x1), Markup.number(x2), Markup.number(y))
        let (top, bottom) = (Markup.number(y - end), Markup.number(y + end))
        markup.element(
            "path",
            [
                ("d", "M\(from) \(middle)H\(to)M\(from) \(top)V\(bottom)M\(to) \(top)V\(bottom)"),
                ("class", "chart-interval"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "1.25"),
            ])
    }

    /// Filled in the accent colour where there is enough to say so, a ring in ink where there is not.
    mutating func dot(x: Double, y: Double, radius: Double, hollow: Bool) {
        markup.element(
            "circle",
            [
                ("cx", Markup.number(x)), ("cy", Markup.number(y)), ("r", Markup.number(radius)),
                ("class", hollow ? "chart-ring" : "chart-dot"), ("fill", hollow ? "none" : "#0b6b63"),
            ] + (hollow ? [("stroke", "currentColor"), ("stroke-width", "1.5")] : []))
    }

    /// What `draw` makes becomes a link where `address` is one that leads to a page.
    /// - Parameter name: what a mark without words leads to; nil where words are drawn.
    mutating func link(_ address: String?, name: String? = nil, _ draw: (inout Canvas) -> Void) {
        guard let address, Self.leadsToPage(address) else { return draw(&self) }
        let label = name.map { [("aria-label", $0)] } ?? []
        markup.group("a", [("href", address), ("class", "chart-link")] + label) { markup in
            var inner = Canvas(markup: markup)
            draw(&inner)
            markup = inner.markup
        }
    }

    /// No `javascript:`, no `data:`, no other host without its scheme.
    static func leadsToPage(_ address: String) -> Bool {
        if address.hasPrefix("//") || address.hasPrefix("/\\") { return false }
        return ["/", "?", "#", "https://", "http://"].contains { address.hasPrefix($0) }
    }
}
