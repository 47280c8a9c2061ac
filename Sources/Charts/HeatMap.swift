/// A table of shares as coloured cells: hours of the week. Colour says only what chance hardly makes; the share and n
/// stand in each cell, so that the drawing is read without colour too.
///
/// Under 10 answers a cell shows n alone; from 10 to 29 the share without colour.
package struct HeatMap: Sendable {
    /// How a cell stands to the whole.
    package enum Tone: Sendable { case worse, same, better }

    package struct Cell: Sendable {
        package let column: Int
        package let row: Int
        package let n: Int
        /// 0...1; nil where there is none.
        package let share: Double?
        package let tone: Tone

        package init(column: Int, row: Int, n: Int, share: Double?, tone: Tone) {
            self.column = column
            self.row = row
            self.n = n
            self.share = share
            self.tone = tone
        }
    }

    /// Unique on the page; the drawing's ids begin with it.
    let id: String
    /// A sentence that says what the chart shows.
    let title: String
    let columns: [String]
    let rows: [String]
    let cells: [Cell]
    /// Under the drawing: what the colours mean.
    let words: (worse: String, better: String)

    package init(
        id: String, title: String, columns: [String], rows: [String], cells: [Cell],
        words: (worse: String, better: String)
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.cells = cells
        self.words = words
    }

    /// A phone has no room for a day's hours side by side: there the columns go down.
    package func svg(_ layout: Layout) -> String {
        let isTurned = layout == .narrow
        let (across, down) = isTurned ? (rows, columns) : (columns, rows)
        let left = isTurned ? 44.0 : 72.0
        let width = (layout.width - left) / Double(max(across.count, 1))
        let height = 40.0
        let top = 24.0
        let keyTop = top + height * Double(down.count) + 18
        let keyHeight = isTurned ? 40.0 : 20.0
        return Canvas.svg(
            id: id, title: title, description: description, layout: layout, height: keyTop + keyHeight, linked: false
        ) { canvas in
            for (index, name) in across.enumerated() {
                canvas.text(
                    name, x: left + (Double(index) + 0.5) * width, y: 10, size: layout.small, anchor: .middle,
                    quiet: true)
            }
            for (index, name) in down.enumerated() {
                canvas.text(name, x: 0, y: top + (Double(index) + 0.5) * height, size: layout.small, quiet: true)
            }
            for cell in cells {
                let (column, row) = isTurned ? (cell.row, cell.column) : (cell.column, cell.row)
                draw(
                    cell, x: left + Double(column) * width, y: top + Double(row) * height, width: width,
                    height: height, layout, on: &canvas)
            }
            drawKey(layout, y: keyTop, on: &canvas)
        }
    }

    private func draw(
        _ cell: Cell, x: Double, y: Double, width: Double, height: Double, _ layout: Layout, on canvas: inout Canvas
    ) {
        guard cell.n > 0 else { return }
        let evidence = Evidence(n: cell.n)
        let isColoured = evidence == .full && cell.tone != .same
        let level = cell.tone == .worse ? 1 : 3
        canvas.rectangle(
            x: x + 1, y: y + 1, width: max(width - 2, 1), height: height - 2,
            isColoured
                ? [("class", "level-\(level + 1)"), ("fill", Level.colours[level])]
                : [
                    ("class", "chart-cell"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-opacity", "0.3"),
                ] + (evidence == .full ? [] : [("stroke-dasharray", "2 3")]))
        let middle = x + width / 2
        let ink = isColoured ? Level.inks[level] : "currentColor"
        let share = evidence == .tooFew ? nil : cell.share.map { "\(Int((Share.inside($0) * 100).rounded()))" }
        let forms = share.map { ["\($0)\(VietnameseNumber.space)%", $0] } ?? []
        let fitting = forms.first { TextWidth.of($0, size: layout.small) <= width - 4 }
        if let fitting {
            canvas.text(
                fitting, x: middle, y: y + 13, size: layout.small, anchor: .middle, bold: evidence == .full, ink: ink)
        }
        let n = VietnameseNumber.count(cell.n)
        if TextWidth.of(n, size: layout.small) <= width - 2 {
            canvas.text(
                n, x: middle, y: y + (fitting == nil ? 20 : 28), size: layout.small, anchor: .middle,
                quiet: !isColoured, ink: ink)
        }
    }

    private func drawKey(_ layout: Layout, y: Double, on canvas: inout Canvas) {
        var (x, y) = (0.0, y)
        for (level, name) in [(1, words.worse), (3, words.better)] {
            canvas.rectangle(
                x: x, y: y - 6, width: 12, height: 12,
                [("class", "level-\(level + 1)"), ("fill", Level.colours[level])])
            canvas.text(name, x: x + 18, y: y, size: layout.small, quiet: true)
            if layout == .narrow { y += 20 } else { x += 18 + TextWidth.of(name, size: layout.small) + 24 }
        }
    }

    private var description: String {
        cells.filter { $0.n > 0 }.map { cell in
            let place = "\(rows[cell.row]), \(columns[cell.column])"
            let share = Evidence(n: cell.n) == .tooFew ? nil : cell.share
            return "\(place): \(share.map(VietnameseNumber.percent) ?? Evidence.words(n: cell.n)), n = "
                + "\(VietnameseNumber.count(cell.n))."
        }.joined(separator: " ")
    }
}
