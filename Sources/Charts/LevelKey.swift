/// The five levels by name, in order, over the bars they explain.
struct LevelKey {
    private let places: [(name: String, level: Int, x: Double, y: Double)]
    private let size: Double
    let height: Double

    init(names: [String], layout: Layout) {
        let size = layout.small
        var places: [(name: String, level: Int, x: Double, y: Double)] = []
        var x = 0.0
        var y = 10.0
        for (level, name) in names.prefix(5).enumerated() {
            let width = 18 + TextWidth.of(name, size: size)
            if x > 0, x + width > layout.width {
                x = 0
                y += 20
            }
            places.append((name, level, x, y))
            x += width + 16
        }
        self.places = places
        self.size = size
        height = y + 10
    }

    func draw(on canvas: inout Canvas) {
        for place in places {
            canvas.rectangle(
                x: place.x, y: place.y - 6, width: 12, height: 12,
                [("class", "level-\(place.level + 1)"), ("fill", Level.colours[place.level])])
            canvas.text(place.name, x: place.x + 18, y: place.y, size: size, quiet: true)
        }
    }
}
