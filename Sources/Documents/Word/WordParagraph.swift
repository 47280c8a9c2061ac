extension WordBody {
    /// - Parameters:
    ///   - style: nil: the line says everything itself.
    ///   - width: of its column, millimetres.
    static func paragraph(
        _ line: Paper.Line, style: String? = nil, keepsNext: Bool = false, breaksPage: Bool = false, width: Double,
        _ xml: inout XMLText
    ) {
        let hasRule = line.ruleShare > 0
        var line = line
        let after = line.after
        if hasRule { line.after = 0 }
        xml.element("w:p") { paragraph in
            paragraph.element("w:pPr") { look in
                if let style { look.element("w:pStyle", ["w:val": style]) }
                if keepsNext || hasRule { look.element("w:keepNext") }
                if breaksPage { look.element("w:pageBreakBefore") }
                guard style == nil else { return }
                measures(of: line, &look)
                // The height of a paragraph without words.
                if line.runs.isEmpty { look.element("w:rPr") { Self.look(size: line.size, &$0) } }
            }
            for run in line.runs { append(run, of: line, isStyled: style != nil, &paragraph) }
        }
        if hasRule { rule(line, after: after, keepsNext: keepsNext, width: width, &xml) }
    }

    /// Distances, indent and alignment, in the schema's order.
    static func measures(of line: Paper.Line, _ xml: inout XMLText) {
        xml.element(
            "w:spacing",
            [
                "w:before": String(Twips.points(line.before)), "w:after": String(Twips.points(line.after)),
                "w:line": String(Int((240 * line.spacing).rounded())), "w:lineRule": "auto",
            ])
        let indent = line.indent.isFinite ? min(max(line.indent, 0), Paper.Sheet.textWidth / 2) : 0
        if indent > 0 { xml.element("w:ind", ["w:firstLine": String(Twips.millimetres(indent))]) }
        xml.element("w:jc", ["w:val": line.alignment.inWord])
    }

    /// The look of words, in the schema's order.
    static func look(bold: Bool = false, italic: Bool = false, size: Double?, _ xml: inout XMLText) {
        if bold { xml.element("w:b") }
        if bold { xml.element("w:bCs") }
        if italic { xml.element("w:i") }
        if italic { xml.element("w:iCs") }
        guard let size else { return }
        xml.element("w:sz", ["w:val": String(Twips.halfPoints(size))])
        xml.element("w:szCs", ["w:val": String(Twips.halfPoints(size))])
    }

    private static func append(_ run: Paper.Run, of line: Paper.Line, isStyled: Bool, _ xml: inout XMLText) {
        // A style has its first run's look: headings, captions and notes are one run, the running text is plain.
        let isPlain = isStyled && line.runs.count == 1 && !line.looksLikeBody
        let size = run.size ?? (isStyled ? nil : line.size)
        xml.element("w:r") { part in
            if !isPlain, run.isBold || run.isItalic || size != nil {
                part.element("w:rPr") { look(bold: run.isBold, italic: run.isItalic, size: size, &$0) }
            }
            words(run.text, &part)
        }
    }

    /// Line ends within a text stay line ends.
    static func words(_ text: String, _ xml: inout XMLText) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if index > 0 { xml.element("w:br") }
            if !line.isEmpty { xml.element("w:t", ["xml:space": "preserve"]) { $0.words(String(line)) } }
        }
    }

    /// The thin line under a line: the upper border of an empty paragraph, as border of the words' own paragraph it
    /// would be as wide as the column.
    private static func rule(
        _ line: Paper.Line, after: Double, keepsNext: Bool, width: Double, _ xml: inout XMLText
    ) {
        let free = Twips.millimetres(width * (1 - line.ruleShare))
        let sides =
            switch line.alignment {
            case .centre: (free / 2, free - free / 2)
            case .right: (free, 0)
            case .left, .justified: (0, free)
            }
        xml.element("w:p") { paragraph in
            paragraph.element("w:pPr") { look in
                if keepsNext { look.element("w:keepNext") }
                look.element("w:pBdr") { borders in
                    borders.element(
                        "w:top", ["w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "auto"])
                }
                // Lower than the dot under "ộ".
                exactly(Paper.Line.ruleHeight / 2, before: Paper.Line.ruleHeight / 2, after: after, &look)
                look.element("w:ind", ["w:left": String(sides.0), "w:right": String(sides.1)])
                look.element("w:rPr") { Self.look(size: 2, &$0) }
            }
        }
    }

    /// A paragraph that is nearly not there.
    static func gap(breaksPage: Bool = false, _ xml: inout XMLText) {
        xml.element("w:p") { paragraph in
            paragraph.element("w:pPr") { look in
                if breaksPage { look.element("w:pageBreakBefore") }
                exactly(breaksPage ? 1 : Paper.gap, &look)
                look.element("w:rPr") { Self.look(size: 2, &$0) }
            }
        }
    }

    private static func exactly(
        _ height: Double, before: Double = 0, after: Double = 0, _ xml: inout XMLText
    ) {
        xml.element(
            "w:spacing",
            [
                "w:before": String(Twips.points(before)), "w:after": String(Twips.points(after)),
                "w:line": String(Twips.points(height)), "w:lineRule": "exact",
            ])
    }
}

extension Paper.Line.Alignment {
    var inWord: String {
        switch self {
        case .left: "left"
        case .centre: "center"
        case .right: "right"
        case .justified: "both"
        }
    }
}
