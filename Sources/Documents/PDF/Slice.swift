/// What stands on one page: a line, a row of a table, a picture. Measures are points.
struct Slice {
    /// What is set again above the slice when it is the first of its page: the head of its table.
    struct Head {
        let height: Double
        let draw: (_ y: Double) throws(DocumentProblem) -> Void
    }

    /// Left free above it, but not at the upper edge of a page.
    var before = 0.0
    let height: Double
    var after = 0.0
    /// Whether the next slice has to stand on the same page.
    var keepsNext = false
    var head: Head?
    var draw: (_ y: Double) throws(DocumentProblem) -> Void
}

extension Slice {
    /// A paragraph, line by line. Two lines at least stay together at either end.
    /// - Parameters:
    ///   - keepsAll: the lines stay together, and with what follows.
    ///   - keepsLast: the last line stays with what follows.
    static func lines(
        of line: Paper.Line, keepsAll: Bool = false, keepsLast: Bool = false, _ press: Press
    ) -> [Slice] {
        let text = SetText(line, width: Press.textWidth, press)
        let last = text.lines.count - 1
        return text.lines.indices.map { index in
            let height = text.lines[index].height
            let isRuled = index == last && line.ruleShare > 0
            return Slice(
                before: index == 0 ? line.before : 0, height: height + (isRuled ? Paper.Line.ruleHeight : 0),
                after: index == last ? line.after : 0,
                keepsNext: keepsAll || (index == last ? keepsLast : index == 0 || index == last - 1)
            ) { y in
                text.draw(index, x: Press.left, y: y)
                if isRuled { press.rule(under: line, x: Press.left, y: y + height, width: Press.textWidth) }
            }
        }
    }

    /// A grid is one slice: a head or a foot is never torn.
    static func grid(_ rows: [[Paper.Column]], _ press: Press) -> Slice {
        let widths = Paper.widths((rows.first ?? []).map(\.width), of: Press.textWidth)
        var pieces: [(line: Paper.Line, text: SetText, x: Double, y: Double, width: Double)] = []
        var height = 0.0
        for columns in rows {
            let top = height
            var x = Press.left
            for (column, width) in zip(columns, widths) {
                // 1 mm on each side, as in Word.
                let inner = width - 2 * Press.points(1)
                var y = top
                var after = 0.0
                for line in column.lines {
                    let text = SetText(line, width: inner, press)
                    y += max(after, line.before)
                    pieces.append((line, text, x + Press.points(1), y, inner))
                    y += text.height + (line.ruleShare > 0 ? Paper.Line.ruleHeight : 0)
                    after = line.after
                }
                height = max(height, y + after)
                x += width
            }
        }
        return Slice(height: height) { top in
            for piece in pieces {
                piece.text.draw(x: piece.x, y: top + piece.y)
                guard piece.line.ruleShare > 0 else { continue }
                press.rule(
                    under: piece.line, x: piece.x, y: top + piece.y + piece.text.height, width: piece.width)
            }
        }
    }

    static func picture(
        _ illustration: Illustration, width: Double, keepsNext: Bool, _ press: Press
    ) throws(DocumentProblem) -> Slice {
        let size = try illustration.size(width: width)
        let (width, height) = (Press.points(size.width), Press.points(size.height))
        return Slice(
            before: Paper.pictureLine.before, height: height, after: Paper.pictureLine.after, keepsNext: keepsNext
        ) { (y) throws(DocumentProblem) in
            unsafe try illustration.draw(
                on: press.context, x: Press.left + (Press.textWidth - width) / 2, y: y, width: width, height: height)
        }
    }
}

extension Press {
    /// - Parameter y: the lower edge of the words.
    func rule(under line: Paper.Line, x: Double, y: Double, width: Double) {
        let length = width * line.ruleShare
        let start =
            switch line.alignment {
            case .centre: (width - length) / 2
            case .right: width - length
            case .left, .justified: 0.0
            }
        self.line(x: x + start, y: y + 3, width: length)
    }
}
