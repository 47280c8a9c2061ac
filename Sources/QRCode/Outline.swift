extension QRCode {
    /// The black areas as the data of one SVG path, one unit a module, for the fill rules nonzero and evenodd alike.
    ///
    /// The path walks around each black area and around each hole in it, so no two shapes share an edge: squares or
    /// bars that touch leave hairlines between them when a page is smoothed, and decoders miss such codes.
    /// - Parameter margin: modules left free above and to the left of the code.
    package func path(margin: Int = QRCode.quietZone) -> String {
        var outline = Outline(of: self, margin: margin)
        return outline.path()
    }
}

/// Corners and cells share their numbers: corner `c` is the upper left one of cell `c`.
private struct Outline {
    private static let black: UInt8 = 1
    private static let upperEdgeDrawn: UInt8 = 2

    /// The code within a border of one white module, which saves every check for the rim.
    private var cells: [UInt8]
    private let stride: Int
    private let margin: Int

    init(of code: QRCode, margin: Int) {
        stride = code.size + 2
        self.margin = margin
        cells = [UInt8](repeating: 0, count: stride * stride)
        var source = 0
        for row in 1...code.size {
            for cell in (row * stride + 1)...(row * stride + code.size) {
                cells[cell] = code.modules[source]
                source += 1
            }
        }
    }

    mutating func path() -> String {
        var pen = Pen(capacity: cells.count * 4)
        // Every outline has an upper edge, black below white: the first one not drawn yet starts the next outline.
        for cell in stride..<(cells.count - stride)
        where cells[cell] == Self.black && cells[cell - stride] & Self.black == 0 {
            let (row, column) = cell.quotientAndRemainder(dividingBy: stride)
            pen.move(x: column - 1 + margin, y: row - 1 + margin)
            walkAround(from: cell, with: &pen)
        }
        return pen.drawing
    }

    /// Walks clockwise with the black area on the right hand, until the walk is back and would go right again.
    private mutating func walkAround(from start: Int, with pen: inout Pen) {
        var corner = start
        var heading = Heading.right
        var length = 0
        while true {
            if heading == .right { cells[corner] |= Self.upperEdgeDrawn }
            corner += step(heading)
            length += 1
            let turn: Heading
            if !isBlack(onTheRightOf: heading, aheadOf: corner) {
                turn = heading.turnedRight
            } else if isBlack(onTheLeftOf: heading, aheadOf: corner) {
                turn = heading.turnedLeft
            } else {
                continue
            }
            if corner == start, turn == .right { return pen.close() }
            pen.line(heading, length)
            heading = turn
            length = 0
        }
    }

    private func step(_ heading: Heading) -> Int {
        switch heading {
        case .right: 1
        case .down: stride
        case .left: -1
        case .up: -stride
        }
    }

    private func isBlack(onTheRightOf heading: Heading, aheadOf corner: Int) -> Bool {
        let cell =
            switch heading {
            case .right: corner
            case .down: corner - 1
            case .left: corner - stride - 1
            case .up: corner - stride
            }
        return cells[cell] != 0
    }

    private func isBlack(onTheLeftOf heading: Heading, aheadOf corner: Int) -> Bool {
        isBlack(onTheRightOf: heading.turnedLeft, aheadOf: corner)
    }
}
