/// The styles of a DOCX: whoever changes one in Word changes the whole document with it.
enum WordStyles {
    static let body = "BodyText"
    static let appendix = "AppendixTitle"
    static let caption = "Caption"
    static let tableText = "TableText"
    static let tableNote = "TableNote"
    static let table = "TableGrid"

    static func heading(_ level: Int) -> String { "Heading\(min(max(level, 1), 3))" }

    static var sheet: XMLText {
        var xml = XMLText()
        xml.element("w:styles", ["xmlns:w": WordParts.word]) { styles in
            defaults(&styles)
            styles.element("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]) { style in
                style.element("w:name", ["w:val": "Normal"])
                style.element("w:qFormat")
            }
            styles.element(
                "w:style", ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"]
            ) { style in
                style.element("w:name", ["w:val": "Default Paragraph Font"])
                style.element("w:uiPriority", ["w:val": "1"])
                style.element("w:semiHidden")
            }
            plainTable(&styles)
            paragraph(&styles, body, "Body Text", .body(""))
            for level in 1...3 {
                paragraph(
                    &styles, heading(level), "heading \(level)", .heading(level, ""), next: body, keepsNext: true,
                    outline: level - 1)
            }
            paragraph(
                &styles, appendix, "Appendix Title", .appendix("", title: ""), next: body, keepsNext: true, outline: 0)
            paragraph(&styles, caption, "caption", .caption(""), keepsNext: true)
            paragraph(&styles, tableText, "Table Text", .init([], alignment: .left, size: 12, after: 0))
            paragraph(&styles, tableNote, "Table Note", .note(""), next: body, keepsLines: true)
            paragraph(&styles, "Header", "header", .init([], alignment: .centre, after: 0))
            paragraph(&styles, "Footer", "footer", .foot(""))
            linedTable(&styles)
        }
        return xml
    }

    private static func defaults(_ xml: inout XMLText) {
        xml.element("w:docDefaults") { defaults in
            defaults.element("w:rPrDefault") { run in
                run.element("w:rPr") { look in
                    look.element(
                        "w:rFonts",
                        [
                            "w:ascii": Paper.font, "w:hAnsi": Paper.font, "w:eastAsia": Paper.font,
                            "w:cs": Paper.font,
                        ])
                    look.element("w:sz", ["w:val": "26"])
                    look.element("w:szCs", ["w:val": "26"])
                    look.element("w:lang", ["w:val": "vi-VN", "w:eastAsia": "vi-VN", "w:bidi": "ar-SA"])
                }
            }
            defaults.element("w:pPrDefault") { paragraph in
                paragraph.element("w:pPr") { look in
                    look.element(
                        "w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
                }
            }
        }
    }

    /// A style that looks as the line does, its words' boldness and slope taken from the first run.
    private static func paragraph(
        _ xml: inout XMLText, _ id: String, _ name: String, _ line: Paper.Line, next: String? = nil,
        keepsNext: Bool = false, keepsLines: Bool = false, outline: Int? = nil
    ) {
        // Word knows the other names, and translates them.
        let isOwn = [appendix, tableText, tableNote].contains(id)
        let attributes: KeyValuePairs =
            isOwn
            ? ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": id] : ["w:type": "paragraph", "w:styleId": id]
        xml.element("w:style", attributes) { style in
            style.element("w:name", ["w:val": name])
            style.element("w:basedOn", ["w:val": "Normal"])
            if let next { style.element("w:next", ["w:val": next]) }
            style.element("w:qFormat")
            style.element("w:pPr") { look in
                if keepsNext { look.element("w:keepNext") }
                if keepsNext || keepsLines { look.element("w:keepLines") }
                WordBody.measures(of: line, &look)
                if let outline { look.element("w:outlineLvl", ["w:val": String(outline)]) }
            }
            style.element("w:rPr") { look in
                WordBody.look(
                    bold: line.runs.first?.isBold ?? false, italic: line.runs.first?.isItalic ?? false,
                    size: line.size, &look)
            }
        }
    }

    private static func plainTable(_ xml: inout XMLText) {
        xml.element("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) { style in
            style.element("w:name", ["w:val": "Normal Table"])
            style.element("w:uiPriority", ["w:val": "99"])
            style.element("w:semiHidden")
            style.element("w:tblPr") { properties in
                properties.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
                margins(&properties, above: "0", beside: "57")
            }
        }
    }

    private static func linedTable(_ xml: inout XMLText) {
        xml.element("w:style", ["w:type": "table", "w:styleId": table]) { style in
            style.element("w:name", ["w:val": "Table Grid"])
            style.element("w:basedOn", ["w:val": "TableNormal"])
            style.element("w:tblPr") { properties in
                properties.element("w:tblBorders") { borders in
                    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                        borders.element(
                            "w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"])
                    }
                }
                margins(&properties, above: "40", beside: "85")
            }
        }
    }

    private static func margins(_ xml: inout XMLText, above: String, beside: String) {
        xml.element("w:tblCellMar") { margins in
            for (side, width) in [("top", above), ("left", beside), ("bottom", above), ("right", beside)] {
                margins.element("w:\(side)", ["w:w": width, "w:type": "dxa"])
            }
        }
    }
}
