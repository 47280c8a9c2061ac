/// The five levels without colour, for few answers and for paper: 1 and 5 dense, 2 and 4 thin, 3 dotted.
enum Hatching {
    static func id(_ id: String, _ level: Int) -> String { "\(id)-hatch-\(level + 1)" }

    static func define(_ id: String, on canvas: inout Canvas) {
        canvas.markup.group("defs") { markup in
            for level in 0..<5 {
                let size = [4, 8, 5, 8, 4][level]
                let turn = level < 2 ? "rotate(45)" : "rotate(-45)"
                let attributes = [
                    ("id", Self.id(id, level)), ("patternUnits", "userSpaceOnUse"),
                    ("width", "\(size)"), ("height", "\(size)"), ("patternTransform", turn),
                ]
                markup.group("pattern", attributes) { pattern in
                    if level == 2 {
                        pattern.element(
                            "circle", [("cx", "2.5"), ("cy", "2.5"), ("r", "0.8"), ("fill", "currentColor")])
                    } else {
                        pattern.element(
                            "rect",
                            [
                                ("width", size == 4 ? "1.5" : "1"), ("height", "\(size)"), ("fill", "currentColor"),
                            ])
                    }
                }
            }
        }
    }
}
