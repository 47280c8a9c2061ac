/// How high a row of a workbook has to be for its words to be seen whole.
enum RowHeight {
    /// Beyond that a row is no row any more; the rest is read in the cell.
    private static let most = 12

    /// - Parameter cells: words, and the characters that fit beside one another.
    /// - Returns: `least` or more.
    static func lines(_ cells: [(text: String, width: Int)], least: Int = 1) -> Int {
        let lines = cells.map { cell in
            cell.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { sum, line in
                // Words leave room at the ends of lines; width counts digits, and letters are a little narrower.
                sum + max(1, (line.count + max(cell.width, 4) - 1) / max(cell.width, 4))
            }
        }
        return min(max(lines.max() ?? least, least), most)
    }

    static func lines(_ cells: [Cell], in columns: [Worksheet.Column]) -> Int {
        lines(
            zip(cells, columns).compactMap { cell, column in
                switch cell {
                case .text(let text), .code(let text): (text, column.width)
                case .empty, .integer, .number, .day, .moment: nil
                }
            })
    }

    /// Of Calibri 11, as a new workbook has it.
    static func points(_ lines: Int) -> Double { Double(lines) * 15 }
}
