package import Documents

extension Paper {
    /// One HTML page to print from the browser: A4 with the margins of Nghị định 30, no script, nothing from elsewhere.
    /// It looks as the paper's DOCX and PDF do, and its pages break where theirs do.
    package func printPage() -> String {
        var html = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width,initial-scale=1">\
            <title>\(title.escapedForHTML)</title><style>\(printStyle)</style></head><body><main>

            """
        for (index, block) in blocks.enumerated() {
            html += Self.html(block, keepsNext: keepsNext(index)) + "\n"
        }
        html += "</main>"
        if let foot { html += "<footer>\(foot.escapedForHTML)</footer>" }
        return html + "</body></html>\n"
    }

    private static func html(_ block: Block, keepsNext: Bool) -> String {
        switch block {
        case .grid(let rows):
            let widths = (rows.first ?? []).map(\.width)
            return rows.map { row in
                let cells = zip(row, widths).map { column, width in
                    "<div class=\"\(PrintStyle.width(width))\">\(column.lines.map { html($0) }.joined())</div>"
                }
                return "<div class=\"columns\">\(cells.joined())</div>"
            }.joined()
        case .heading(let level, let text):
            let tag = "h\(min(max(level, 1), 3))"
            return "<\(tag)>\(text.escapedForHTML)</\(tag)>"
        case .appendix(let name, let title):
            return "<h1 class=\"appendix\">\(name.escapedForHTML)<br>\(title.uppercased().escapedForHTML)</h1>"
        case .paragraph(let line): return html(line, keepsNext: keepsNext)
        case .table(let table): return html(table)
        case .picture(let svg, _, _):
            return "<div class=\"\(keepsNext ? "wide keep" : "wide")\">\(svg)</div>"
        case .pageBreak: return "<hr class=\"break\">"
        }
    }

    private static func html(_ line: Line, keepsNext: Bool = false) -> String {
        var classes = [name(line.alignment)]
        if line.indent > 0 { classes.append("indent") }
        if line.size != 13 { classes.append(PrintStyle.size(line.size)) }
        if line.after < 3 { classes.append("flat") }
        if line.after >= 10 { classes.append("apart") }
        if line.before > 0 { classes.append(line.before < 12 ? "lower" : "low") }
        if line.rule > 0 { classes.append(line.rule < 0.5 ? "rule" : "rule long") }
        if keepsNext { classes.append("keep") }
        let runs = line.runs.map { run in
            var text = run.text.escapedForHTML
            if run.isItalic { text = "<em>\(text)</em>" }
            return run.isBold ? "<strong>\(text)</strong>" : text
        }
        return "<p class=\"\(classes.joined(separator: " "))\">\(runs.joined())</p>"
    }

    /// The note stands in the table's own box: a short table, its caption and its note are one piece.
    private static func html(_ table: Table) -> String {
        let caption = table.caption.isEmpty ? "" : "<caption>\(table.caption.escapedForHTML)</caption>"
        let widths = table.columns.map { "<col class=\"\(PrintStyle.width($0.width))\">" }.joined()
        let head = table.columns.map { "<th scope=\"col\">\($0.text.escapedForHTML)</th>" }.joined()
        let rows = table.rows.enumerated().map { place, row in
            let cells = zip(table.columns, row).map { column, text in
                let text = text.escapedForHTML
                let content = table.strong.contains(place) ? "<strong>\(text)</strong>" : text
                return "<td class=\"\(name(column.alignment))\">\(content)</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return "<div class=\"\(table.standsTogether ? "wide whole" : "wide")\">"
            + "<table class=\"\(PrintStyle.size(table.size))\">\(caption)<colgroup>\(widths)</colgroup>"
            + "<thead><tr>\(head)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>"
            + (table.note.map { "<p class=\"note\">\($0.escapedForHTML)</p>" } ?? "") + "</div>"
    }

    private static func name(_ alignment: Line.Alignment) -> String {
        switch alignment {
        case .left: "left"
        case .centre: "centre"
        case .right: "right"
        case .justified: "justified"
        }
    }
}
