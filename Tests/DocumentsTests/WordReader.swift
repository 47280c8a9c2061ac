@testable import Documents

/// Reads a DOCX back, with the readers that this house has for workbooks.
struct WordReader {
    struct Paragraph {
        var style: String?
        var text = ""
        /// Of itself or by its style.
        var keepsNext = false
    }

    let archive: ZipArchive

    init(_ bytes: [UInt8]) throws { archive = try ZipArchive(bytes) }

    func events(_ part: String) throws -> [XMLEvents.Event] {
        guard let file = try archive.file(part) else { return [] }
        var events = XMLEvents(file)
        var all: [XMLEvents.Event] = []
        while let event = try events.next() { all.append(event) }
        return all
    }

    func attributes(of element: String, in part: String) throws -> [[String: String]] {
        try events(part).compactMap { event in
            if case .start(element, let attributes) = event { attributes } else { nil }
        }
    }

    func text(of part: String) throws -> String {
        try events(part).map { event in if case .text(let text) = event { text } else { "" } }.joined()
    }

    /// The styles that are headings, with their levels as Word counts them.
    func levels() throws -> [String: String] { try styles { if $0 == "outlineLvl" { $1 } else { nil } } }

    private func styles(_ value: (String, String) -> String?) throws -> [String: String] {
        var found: [String: String] = [:]
        var style = ""
        for case .start(let name, let attributes) in try events("word/styles.xml") {
            if name == "style" { style = attributes["styleId"] ?? "" }
            if let value = value(name, attributes["val"] ?? "") { found[style] = value }
        }
        return found
    }

    func paragraphs() throws -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        let keeping = try styles { name, _ in name == "keepNext" ? "" : nil }
        for event in try events("word/document.xml") {
            switch event {
            case .start("p", _): paragraphs.append(Paragraph())
            case .start("pStyle", let attributes):
                paragraphs[paragraphs.count - 1].style = attributes["val"]
                paragraphs[paragraphs.count - 1].keepsNext = keeping[attributes["val"] ?? ""] != nil
            case .start("keepNext", _): paragraphs[paragraphs.count - 1].keepsNext = true
            case .start("br", _): paragraphs[paragraphs.count - 1].text += "\n"
            case .text(let text): paragraphs[paragraphs.count - 1].text += text
            default: break
            }
        }
        return paragraphs
    }

    /// ECMA-376, part 1, 17: what of each element's children is used here, in the schema's order.
    private static let order: [String: [String]] = [
        "pPr": [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr",
        ],
        "rPr": ["rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "lang"],
        "tblPr": [
            "tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
        ],
        "tcPr": ["tcW", "shd", "vAlign"],
        "tblCellMar": ["top", "left", "bottom", "right"],
        "tblBorders": ["top", "left", "bottom", "right", "insideH", "insideV"],
        "tc": ["tcPr", "p"], "tr": ["trPr", "tc"], "tbl": ["tblPr", "tblGrid", "tr"],
        "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"],
        "style": [
            "name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr",
        ],
        "styles": ["docDefaults", "style"],
        "settings": [
            "zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol",
            "listSeparator",
        ],
        "inline": ["extent", "docPr", "cNvGraphicFramePr", "graphic"],
        "pic": ["nvPicPr", "blipFill", "spPr"],
    ]

    /// Children that stand before one that ought to stand before them, or that the list does not know.
    func outOfOrder(in part: String) throws -> [String] {
        var found: [String] = []
        var open: [(name: String, place: Int)] = []
        for event in try events(part) {
            switch event {
            case .start(let name, _):
                if let parent = open.last, let order = Self.order[parent.name] {
                    let place = order.firstIndex(of: name) ?? -1
                    if place < parent.place { found.append("\(parent.name)/\(name)") }
                    open[open.count - 1].place = place
                }
                open.append((name, 0))
            case .end: open.removeLast()
            case .text: break
            }
        }
        return found
    }
}
