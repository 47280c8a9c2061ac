extension Flow {
    /// Caption, head and first rows stay together, the note with the last rows, a short table as a whole; the head is set
    /// again on every page.
    mutating func append(_ table: Paper.Table) throws(DocumentProblem) {
        guard !table.columns.isEmpty else { return }
        if !table.caption.isEmpty {
            for slice in Slice.lines(of: .caption(table.caption), keepsAll: true, press) { try add(slice) }
        }
        let widths = Paper.widths(table.columns.map(\.width), of: Press.textWidth)
        let head = TableRow(
            table.columns.map(\.text), widths: widths, table.columns.map { _ in .centre }, size: table.size, bold: true,
            press)
        let headSlices = head.slices(isShaded: true, head: nil)
        for slice in headSlices { try add(slice.keeping()) }
        // A head of half a page would leave no room for rows.
        let again = headSlices.count == 1 ? headSlices.first.map { Slice.Head(height: $0.height, draw: $0.draw) } : nil
        for (index, cells) in table.rows.enumerated() {
            let row = TableRow(
                table.cells(of: cells), widths: widths, table.columns.map(\.alignment), size: table.size,
                bold: table.strong.contains(index), press)
            let slices = row.slices(isShaded: false, head: again)
            for (part, slice) in slices.enumerated() {
                try add(part == slices.count - 1 && table.keepsNext(index) ? slice.keeping() : slice)
            }
        }
        guard let note = table.note else { return try skip(Paper.gap) }
        let lines = Slice.lines(of: .note(note), keepsAll: true, press)
        for line in lines.dropLast() { try add(line) }
        if var last = lines.last {
            last.keepsNext = false
            try add(last)
        }
    }
}

extension Slice {
    fileprivate func keeping() -> Slice {
        var slice = self
        slice.keepsNext = true
        return slice
    }
}

/// The cells of one row, set.
private struct TableRow {
    private let cells: [SetText]
    private let widths: [Double]
    private let left: Double
    private let press: Press

    private static let above = 2.0
    private static let beside = Press.points(1.5)
    /// A row higher than this is torn: it would leave half a page empty, or not fit on any.
    private static let highest = (Press.bottom - Press.top) / 2
    /// The parts of a torn row: about five lines.
    private static let torn = 70.0

    init(
        _ texts: [String], widths: [Double], _ alignments: [Paper.Line.Alignment], size: Double, bold: Bool,
        _ press: Press
    ) {
        self.widths = widths
        self.press = press
        // A table narrower than the text stands in its middle.
        left = Press.left + (Press.textWidth - widths.reduce(0, +)) / 2
        cells = zip(zip(texts, widths), alignments).map { cell, alignment in
            let line = Paper.Line(
                [Paper.Run(cell.0, bold: bold)], alignment: alignment == .justified ? .left : alignment, size: size,
                after: 0)
            return SetText(line, width: cell.1 - 2 * Self.beside, press)
        }
    }

    func slices(isShaded: Bool, head: Slice.Head?) -> [Slice] {
        let parts = self.parts()
        return parts.enumerated().map { index, part in
            let height = zip(cells, part).map { $0.height(of: $1) }.max() ?? 0
            let above = index == 0 ? Self.above : 0
            let isLast = index == parts.count - 1
            let whole = above + height + (isLast ? Self.above : 0)
            return Slice(height: whole, head: head) { y in
                // The part that does not fit below this one takes the line between them with it.
                let isClosed = isLast || y + whole + Self.torn > Press.bottom
                var x = left
                for ((cell, width), lines) in zip(zip(cells, widths), part) {
                    press.box(
                        x: x, y: y, width: width, height: whole, isShaded: isShaded, isOpen: index > 0,
                        isClosed: isClosed)
                    // Words stand in the middle of their cell's height; in a torn row that would tear them as well.
                    let free = parts.count == 1 ? height - cell.height(of: lines) : 0
                    var line = y + above + free / 2
                    for index in lines {
                        cell.draw(index, x: x + Self.beside, y: line)
                        line += cell.lines[index].height
                    }
                    x += width
                }
            }
        }
    }

    /// The lines of each cell that stand together: nearly always all of them.
    private func parts() -> [[Range<Int>]] {
        var parts: [[Range<Int>]] = []
        var starts = cells.map { _ in 0 }
        let isTorn = cells.contains { $0.height > Self.highest }
        repeat {
            let part = zip(cells, starts).map { cell, start in
                start..<(isTorn ? cell.end(from: start, within: Self.torn) : cell.lines.count)
            }
            parts.append(part)
            starts = part.map(\.upperBound)
        } while zip(cells, starts).contains { $1 < $0.lines.count }
        return parts
    }
}

extension SetText {
    fileprivate func height(of lines: Range<Int>) -> Double {
        self.lines[lines].reduce(0) { $0 + $1.height }
    }

    /// The line before which a part of this height ends; at least one line is in it, while there are any.
    fileprivate func end(from start: Int, within most: Double) -> Int {
        var height = 0.0
        for index in start..<max(start, lines.count) {
            height += lines[index].height
            if height > most, index > start { return index }
        }
        return lines.count
    }
}
