/// The sheet and the looks that every drawing of a paper shares, so that its DOCX and its PDF are the same document.
extension Paper {
    /// A longer document is a mistake, and would take the machine's memory.
    package static let mostPages = 500

    /// Nghị định 30/2020/NĐ-CP, Phụ lục I, section I; millimetres.
    enum Sheet {
        static let width = 210.0
        static let height = 297.0
        static let top = 20.0
        static let bottom = 20.0
        static let left = 30.0
        static let right = 15.0
        /// From the upper edge to the page number, and from the foot to the lower edge.
        static let header = 10.0
        static let textWidth = width - left - right
        static let textHeight = height - top - bottom
    }

    static let font = "Times New Roman"
    /// Points.
    static let bodySize = 13.0
    static let indent = 12.7
    /// Points of nothing after columns, and after a table without a note.
    static let gap = 6.0
    /// The line that a picture stands in.
    static let pictureLine = Line([], alignment: .centre, before: 4, after: 8)
}

extension Paper.Line {
    /// - Parameter level: 1...3; what lies outside counts as the nearest.
    static func heading(_ level: Int, _ text: String) -> Paper.Line {
        let run = Paper.Run(level <= 1 ? text.uppercased() : text, bold: true, italic: level >= 3)
        return Paper.Line(
            [run], alignment: .left, size: Paper.bodySize, indent: Paper.indent, before: level <= 1 ? 12 : 6, after: 6)
    }

    static func appendix(_ name: String, title: String) -> Paper.Line {
        Paper.Line([Paper.Run("\(name)\n\(title.uppercased())", bold: true)], alignment: .centre, size: 14, after: 0)
    }

    static func caption(_ text: String) -> Paper.Line {
        Paper.Line([Paper.Run(text, bold: true)], alignment: .centre, size: 12, before: 6, after: 4)
    }

    static func note(_ text: String) -> Paper.Line {
        Paper.Line([Paper.Run(text, italic: true)], alignment: .left, size: 11, before: 3, after: 10)
    }

    static func foot(_ text: String) -> Paper.Line {
        Paper.Line([Paper.Run(text, italic: true)], alignment: .centre, size: 10, after: 0)
    }

    /// Times the height of the type: the running text is set a little wider.
    var spacing: Double { alignment == .justified ? 1.15 : 1 }
    /// Points from the words to the rule's lower edge.
    static let ruleHeight = 6.0
    /// The share of the column that the rule takes; 0: none.
    var ruleShare: Double { rule.isFinite ? min(max(rule, 0), 1) : 0 }
}

extension Paper.Table {
    /// Points: wide tables are set smaller.
    package var size: Double {
        switch columns.count {
        case ...5: 12
        case 6: 11
        case 7: 10.5
        case 8...10: 10
        default: 9
        }
    }

    /// A table of no more rows is never torn.
    private static let mostTogether = 12
    /// The head has as many rows below it on its page, and as many go onto the last one: a pair of rows alone says nothing.
    private static let fewestTogether = 3

    package var standsTogether: Bool { rows.count <= Self.mostTogether }

    /// Whether the row stands on the page of the next one, or of the note.
    /// - Parameter row: from 0.
    func keepsNext(_ row: Int) -> Bool {
        let last = rows.count - 1
        if row >= last { return note != nil }
        return standsTogether || row < Self.fewestTogether - 1 || row > last - Self.fewestTogether
    }

    /// The row as wide as the table: short ones are filled up, long ones cut.
    func cells(of row: [String]) -> [String] {
        (0..<columns.count).map { $0 < row.count ? row[$0] : "" }
    }
}

extension Paper {
    /// Whether a block stands on the page of the one after it: the sentence that leads to a table, the last one before a
    /// signature, a picture with its caption. Headings do by themselves.
    package func keepsNext(_ index: Int) -> Bool {
        guard blocks.indices.contains(index + 1) else { return false }
        return switch (blocks[index], blocks[index + 1]) {
        case (.paragraph, .grid), (.paragraph, .table), (.picture, .paragraph): true
        default: false
        }
    }

    /// The parts of `whole` that the shares ask for. Shares that are none, or more than all together, are evened out.
    static func widths(_ shares: [Double], of whole: Double) -> [Double] {
        let asked = shares.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        let sum = asked.reduce(0, +)
        guard sum > 0, !asked.contains(0) else { return shares.map { _ in whole / Double(max(shares.count, 1)) } }
        return asked.map { $0 / max(sum, 1) * whole }
    }
}
