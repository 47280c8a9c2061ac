/// Tables of a DOCX.
enum WordTable {
    static func append(_ table: Paper.Table, to xml: inout XMLText) {
        let widths = Paper.widths(table.columns.map(\.width), of: Paper.Sheet.textWidth)
        xml.element("w:tbl") { content in
            properties(style: WordStyles.table, widths: widths, &content)
            content.element("w:tr") { row in
                row.element("w:trPr") { properties in
                    properties.element("w:cantSplit")
                    properties.element("w:tblHeader")
                }
                for (column, width) in zip(table.columns, widths) {
                    cell(
                        column.text, width: width, .centre, size: table.size, bold: true, shade: true, keepsNext: true,
                        &row)
                }
            }
            for (index, cells) in table.rows.enumerated() {
                let isKept = table.keepsNext(index)
                content.element("w:tr") { row in
                    row.element("w:trPr") { $0.element("w:cantSplit") }
                    for ((text, column), width) in zip(zip(table.cells(of: cells), table.columns), widths) {
                        cell(
                            text, width: width, column.alignment, size: table.size,
                            bold: table.strong.contains(index), shade: false, keepsNext: isKept, &row)
                    }
                }
            }
        }
    }

    static func properties(style: String?, widths: [Double], _ xml: inout XMLText) {
        xml.element("w:tblPr") { properties in
            properties.element("w:tblStyle", ["w:val": style ?? "TableNormal"])
            properties.element(
                "w:tblW", ["w:w": String(Twips.millimetres(widths.reduce(0, +))), "w:type": "dxa"])
            if style != nil { properties.element("w:jc", ["w:val": "center"]) }
            properties.element("w:tblLayout", ["w:type": "fixed"])
            properties.element(
                "w:tblLook",
                [
                    "w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0",
                    "w:noHBand": "1", "w:noVBand": "1",
                ])
        }
        xml.element("w:tblGrid") { grid in
            for width in widths { grid.element("w:gridCol", ["w:w": String(Twips.millimetres(width))]) }
        }
    }

    static func cell(width: Double, shade: Bool = false, centred: Bool = false, _ xml: inout XMLText) {
        xml.element("w:tcPr") { properties in
            properties.element("w:tcW", ["w:w": String(Twips.millimetres(width)), "w:type": "dxa"])
            if shade {
                properties.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "F2F2F2"])
            }
            if centred { properties.element("w:vAlign", ["w:val": "center"]) }
        }
    }

    private static func cell(
        _ text: String, width: Double, _ alignment: Paper.Line.Alignment, size: Double, bold: Bool, shade: Bool,
        keepsNext: Bool, _ xml: inout XMLText
    ) {
        xml.element("w:tc") { content in
            cell(width: width, shade: shade, centred: true, &content)
            content.element("w:p") { paragraph in
                paragraph.element("w:pPr") { look in
                    look.element("w:pStyle", ["w:val": WordStyles.tableText])
                    if keepsNext { look.element("w:keepNext") }
                    if alignment != .left { look.element("w:jc", ["w:val": alignment.inWord]) }
                }
                paragraph.element("w:r") { run in
                    if bold || size != 12 {
                        run.element("w:rPr") { WordBody.look(bold: bold, size: size == 12 ? nil : size, &$0) }
                    }
                    WordBody.words(text, &run)
                }
            }
        }
    }
}
