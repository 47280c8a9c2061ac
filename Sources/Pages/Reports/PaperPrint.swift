package import Documents

extension Paper {
    /// One HTML page to print from the browser: A4 with the margins of Nghị định 30, no script, nothing from elsewhere.
    package func printPage() -> String {
        var html = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width,initial-scale=1">\
            <title>\(title.escapedForHTML)</title><style>\(printStyle)</style></head><body><main>

            """
        for block in blocks { html += Self.html(block) + "\n" }
        html += "</main>"
        if let foot { html += "<footer>\(foot.escapedForHTML)</footer>" }
        return html + "</body></html>\n"
    }

    /// The whole content of the page's only `<style>`, for a policy that names it by its hash. What every page says at
    /// its foot is a margin box, which browsers repeat; the number stands above, from the second page on.
    package var printStyle: String {
        let foot = (self.foot ?? "").filter { !"\"\\<".contains($0) && !$0.isNewline }
        return """
            @page{@bottom-center{content:"\(foot)";font:italic 9.5pt "Times New Roman",serif}\
            @top-center{content:counter(page);font:13pt "Times New Roman",serif}}\
            @page:first{@top-center{content:""}}\(Self.style)
            """
    }

    private static let style = """
        @page{size:A4;margin:20mm 15mm 20mm 30mm}\
        *{box-sizing:border-box}body{margin:0;background:#f7f8f6;color:#000;\
        font:13pt/1.35 "Times New Roman","Liberation Serif",Tinos,serif}\
        main{max-width:210mm;margin:24px auto;padding:20mm 15mm 20mm 30mm;background:#fff;box-shadow:0 0 0 1px #e3e7eb}\
        .columns{display:flex;gap:4mm;break-inside:avoid}.columns>div{min-width:0;flex:1}.w42{flex:42!important}.w58{flex:58!important}\
        p,h1,h2,h3{margin:0 0 6pt;font-size:13pt;overflow-wrap:anywhere}p{white-space:pre-wrap}h1,h2,h3{margin-top:10pt;break-after:avoid}h3{font-style:italic}\
        .left{text-align:left}.centre{text-align:center}.right{text-align:right}.justified{text-align:justify}\
        .indent{text-indent:12.7mm}.s10{font-size:10pt}.s11{font-size:11pt}.s12{font-size:12pt}.s14{font-size:14pt}\
        .flat{margin-bottom:0}.lower{margin-top:6pt}.rule::after{content:"";display:block;width:40%;margin:2pt auto 4pt;\
        border-bottom:1px solid #000}\
        table{width:100%;border-collapse:collapse;font-size:11pt;line-height:1.2;margin-bottom:4pt}\
        caption{text-align:left;font-weight:bold;padding:6pt 0 4pt;font-size:12pt}\
        th,td{border:1px solid #000;padding:2pt 4pt;vertical-align:top}th{text-align:center}\
        thead{display:table-header-group}tr{break-inside:avoid}td.right{white-space:nowrap}\
        .note{font-size:10.5pt;font-style:italic}.break{break-before:page;border:0;margin:0}\
        .wide{overflow-x:auto}svg{display:block;width:100%;height:auto;max-width:165mm;margin:4pt auto}\
        footer{max-width:210mm;margin:0 auto 24px;padding:0 15mm 0 30mm;font-size:9.5pt;font-style:italic}\
        @media screen and (max-width:760px){main{margin:0;padding:16px;box-shadow:none}footer{padding:0 16px}\
        .wide table,.wide svg{min-width:560px}}\
        @media print{body{background:#fff}main{margin:0;padding:0;max-width:none;box-shadow:none}.wide{overflow:visible}\
        footer{display:none}}
        """

    private static func html(_ block: Block) -> String {
        switch block {
        case .columns(let columns):
            let parts = columns.map { column in
                "<div class=\"w\(Int((column.width * 100).rounded()))\">\(column.lines.map(html).joined())</div>"
            }
            return "<div class=\"columns\">\(parts.joined())</div>"
        case .heading(let level, let text):
            return "<h\(min(max(level, 1), 3))>\(text.escapedForHTML)</h\(min(max(level, 1), 3))>"
        case .paragraph(let line): return html(line)
        case .table(let table): return html(table)
        case .picture(let svg, _, _): return "<div class=\"wide\">\(svg)</div>"
        case .pageBreak: return "<hr class=\"break\">"
        }
    }

    private static func html(_ line: Line) -> String {
        var classes = [name(line.alignment)]
        if line.indent > 0 { classes.append("indent") }
        if line.size != 13 { classes.append("s\(Int(line.size))") }
        if line.after < 3 { classes.append("flat") }
        if line.before > 0 { classes.append("lower") }
        if line.rule > 0 { classes.append("rule") }
        let runs = line.runs.map { run in
            var text = run.text.escapedForHTML
            if run.isItalic { text = "<em>\(text)</em>" }
            return run.isBold ? "<strong>\(text)</strong>" : text
        }
        return "<p class=\"\(classes.joined(separator: " "))\">\(runs.joined())</p>"
    }

    private static func html(_ table: Table) -> String {
        let caption = table.caption.isEmpty ? "" : "<caption>\(table.caption.escapedForHTML)</caption>"
        let head = table.columns.map { "<th scope=\"col\">\($0.text.escapedForHTML)</th>" }.joined()
        let rows = table.rows.enumerated().map { place, row in
            let cells = zip(table.columns, row).map { column, text in
                let text = text.escapedForHTML
                let content = table.strong.contains(place) ? "<strong>\(text)</strong>" : text
                return "<td class=\"\(name(column.alignment))\">\(content)</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return "<div class=\"wide\"><table>\(caption)<thead><tr>\(head)</tr></thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
            + (table.note.map { "<p class=\"note\">\($0.escapedForHTML)</p>" } ?? "")
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
