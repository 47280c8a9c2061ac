/// The text of a DOCX, block by block.
struct WordBody {
    private(set) var xml = XMLText()
    /// PNG, in the order of their numbers.
    private(set) var pictures: [[UInt8]] = []
    /// A page break waits for the next paragraph: as a paragraph of its own it would leave an empty line on the page.
    private var breaksPage = false
    /// A table ends the text: with another one right after it, it would become one.
    private var endsInTable = false

    mutating func append(_ block: Paper.Block, keepsNext: Bool) throws(DocumentProblem) {
        if case .pageBreak = block {
            breaksPage = true
            return
        }
        leaveTable()
        switch block {
        case .grid(let rows):
            takePageBreak()
            append(rows)
        case .heading(let level, let text):
            append(.heading(level, text), style: WordStyles.heading(level))
        case .appendix(let name, let title):
            append(.appendix(name, title: title), style: WordStyles.appendix)
        case .paragraph(let line):
            append(line, keepsNext: keepsNext)
        case .table(let table):
            append(table)
        case .picture(let svg, let width, let alternative):
            try appendPicture(svg, width: width, alternative: alternative, keepsNext: keepsNext)
        case .pageBreak: break
        }
    }

    /// A document ends in a paragraph.
    mutating func end() {
        breaksPage = false
        leaveTable()
    }

    /// What begins a page is gap enough: one before it, at the end of a full page, would be an empty page.
    private mutating func leaveTable() {
        if endsInTable, !breaksPage { Self.gap(&xml) }
        endsInTable = false
    }

    private mutating func append(_ line: Paper.Line, style: String? = nil, keepsNext: Bool = false) {
        let style = style ?? (line.looksLikeBody ? WordStyles.body : nil)
        Self.paragraph(
            line, style: style, keepsNext: keepsNext, breaksPage: breaksPage, width: Paper.Sheet.textWidth, &xml)
        breaksPage = false
    }

    private mutating func takePageBreak() {
        guard breaksPage else { return }
        Self.gap(breaksPage: true, &xml)
        breaksPage = false
    }

    private mutating func append(_ rows: [[Paper.Column]]) {
        guard let first = rows.first, !first.isEmpty else { return }
        let widths = Paper.widths(first.map(\.width), of: Paper.Sheet.textWidth)
        xml.element("w:tbl") { table in
            WordTable.properties(style: nil, widths: widths, &table)
            for columns in rows {
                table.element("w:tr") { row in
                    row.element("w:trPr") { $0.element("w:cantSplit") }
                    for (place, width) in widths.enumerated() {
                        row.element("w:tc") { cell in
                            WordTable.cell(width: width, &cell)
                            let lines = place < columns.count ? columns[place].lines : []
                            for line in lines {
                                // 2 mm: the margins of the cell.
                                Self.paragraph(line, width: width - 2, &cell)
                            }
                            // A cell without a paragraph is what Word repairs.
                            if lines.isEmpty { cell.element("w:p") }
                        }
                    }
                }
            }
        }
        endsInTable = true
    }

    private mutating func append(_ table: Paper.Table) {
        guard !table.columns.isEmpty else { return }
        if table.caption.isEmpty {
            takePageBreak()
        } else {
            append(.caption(table.caption), style: WordStyles.caption)
        }
        WordTable.append(table, to: &xml)
        if let note = table.note {
            append(.note(note), style: WordStyles.tableNote)
        } else {
            endsInTable = true
        }
    }

    private mutating func appendPicture(
        _ svg: String, width: Double, alternative: String, keepsNext: Bool
    ) throws(DocumentProblem) {
        let illustration = try Illustration(svg)
        let size = try illustration.size(width: width)
        let pixels = (size.width * Self.dotsPerMillimetre, size.height * Self.dotsPerMillimetre)
        pictures.append(
            try illustration.png(pixels: max(Int(pixels.0.rounded()), 1), height: max(Int(pixels.1.rounded()), 1)))
        WordPicture(number: pictures.count, width: size.width, height: size.height, alternative: alternative)
            .append(to: &xml, keepsNext: keepsNext, breaksPage: breaksPage)
        breaksPage = false
    }

    /// 220 dots an inch, which is what Word itself keeps of pictures.
    private static let dotsPerMillimetre = 220 / 25.4
}

extension Paper.Line {
    /// Whatever its words: the style of the running text says all about it.
    var looksLikeBody: Bool {
        var plain = self
        plain.runs = [Paper.Run("")]
        return plain == .body("")
    }
}
