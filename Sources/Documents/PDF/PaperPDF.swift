extension Paper {
    package static let pdfMediaType = "application/pdf"

    /// The paper as PDF, by pango and cairo: text that can be selected and searched, charts as lines and not as dots,
    /// headings as the viewer's bookmarks.
    /// - Throws: `DocumentProblem.badPicture`, `.tooLong` beyond 500 pages, `.failed`.
    package func pdf() throws(DocumentProblem) -> [UInt8] {
        let press = Press(title: title, author: author, foot: foot)
        var flow = Flow(press)
        for (index, block) in blocks.enumerated() {
            try flow.append(block, keepsNext: keepsNext(index))
        }
        try flow.end()
        return try press.finish()
    }
}

extension Flow {
    mutating func append(_ block: Paper.Block, keepsNext: Bool) throws(DocumentProblem) {
        switch block {
        case .grid(let rows):
            try add(.grid(rows, press))
            try skip(Paper.gap)
        case .heading(let level, let text):
            try add(heading: .heading(level, text), bookmark: text, level: level)
        case .appendix(let name, let title):
            try add(heading: .appendix(name, title: title), bookmark: "\(name). \(title)", level: 1)
        case .paragraph(let line):
            for slice in Slice.lines(of: line, keepsLast: keepsNext, press) { try add(slice) }
        case .table(let table):
            try append(table)
        case .picture(let svg, let width, _):
            try add(.picture(Illustration(svg), width: width, keepsNext: keepsNext, press))
        case .pageBreak:
            try breakPage()
        }
    }

    /// A heading stays with what follows it.
    private mutating func add(heading line: Paper.Line, bookmark: String, level: Int) throws(DocumentProblem) {
        let press = self.press
        for (index, slice) in Slice.lines(of: line, keepsAll: true, press).enumerated() {
            var slice = slice
            if index == 0 {
                let draw = slice.draw
                slice.draw = { (y) throws(DocumentProblem) in
                    press.bookmark(bookmark, level: level, y: y)
                    try draw(y)
                }
            }
            try add(slice)
        }
    }
}
