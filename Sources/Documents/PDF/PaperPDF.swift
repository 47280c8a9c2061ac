extension Paper {
    package static let pdfMediaType = "application/pdf"

    /// The paper as PDF, by pango and cairo: text that can be selected and searched, charts as lines and not as dots,
    /// headings as the viewer's bookmarks.
    /// - Throws: `DocumentProblem.badPicture`, `.tooLong` beyond 500 pages, `.failed`.
    package func pdf() throws(DocumentProblem) -> [UInt8] {
        let press = Press(title: title, author: author, foot: foot)
        var flow = Flow(press)
        for (index, block) in blocks.enumerated() {
            let isBeforeFoot =
                if index + 1 < blocks.count, case .columns = blocks[index + 1] { true } else { false }
            try flow.append(block, keepsNext: isBeforeFoot)
        }
        try flow.end()
        return try press.finish()
    }
}

extension Flow {
    mutating func append(_ block: Paper.Block, keepsNext: Bool) throws(DocumentProblem) {
        switch block {
        case .columns(let columns):
            try add(.columns(columns, press))
            try skip(Paper.gap)
        case .heading(let level, let text):
            let slices = Slice.lines(of: .heading(level, text), keepsAll: true, press)
            let press = self.press
            for (index, slice) in slices.enumerated() {
                var slice = slice
                if index == 0 {
                    let draw = slice.draw
                    slice.draw = { (y) throws(DocumentProblem) in
                        press.bookmark(text, level: level, y: y)
                        try draw(y)
                    }
                }
                try add(slice)
            }
        case .paragraph(let line):
            for slice in Slice.lines(of: line, keepsLast: keepsNext, press) { try add(slice) }
        case .table(let table):
            try append(table)
        case .picture(let svg, let width, _):
            try add(.picture(Illustration(svg), width: width, press))
        case .pageBreak:
            try breakPage()
        }
    }
}
