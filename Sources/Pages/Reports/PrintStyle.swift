package import Documents

extension Paper {
    /// The whole content of the page's only `<style>`, for a policy that names it by its hash: a `style` of a single
    /// column would be refused, so each width that the paper has is a class. What every page says at its foot is a margin
    /// box, which browsers repeat; the number stands above, from the second page on.
    package var printStyle: String {
        let foot = (self.foot ?? "").filter { !"\"\\<".contains($0) && !$0.isNewline }
        return """
            @page{@bottom-center{content:"\(foot)";font:italic 9.5pt "Times New Roman",serif}\
            @top-center{content:counter(page);font:13pt "Times New Roman",serif}}\
            @page:first{@top-center{content:""}}\(PrintStyle.rules)\
            \(widths.map { ".w\($0){width:\($0 / 10).\($0 % 10)%}" }.joined())
            """
    }

    /// Thousandths of the page's width, each once.
    private var widths: [Int] {
        let all = blocks.flatMap { block -> [Double] in
            switch block {
            case .grid(let rows): rows.first?.map(\.width) ?? []
            case .table(let table): table.columns.map(\.width)
            default: []
            }
        }
        return Set(all.map(PrintStyle.thousandths)).sorted()
    }
}

enum PrintStyle {
    fileprivate static func thousandths(_ share: Double) -> Int {
        share.isFinite ? Int((min(max(share, 0), 1) * 1_000).rounded()) : 0
    }

    /// The class of a column: "w286" is 28.6 %.
    /// - Parameter share: of the page's width, 0..1.
    static func width(_ share: Double) -> String { "w\(thousandths(share))" }

    /// The class of a size of type, in points: "s12", "s105".
    static func size(_ points: Double) -> String {
        points == points.rounded() ? "s\(Int(points))" : "s\(Int((points * 10).rounded()))"
    }

    /// A row or two alone, under the head or over the note, say nothing: the same rows stay together as in
    /// `Paper.Table.keepsNext`.
    fileprivate static let rules = """
        @page{size:A4;margin:20mm 15mm 20mm 30mm}\
        *{box-sizing:border-box}body{margin:0;background:#f7f8f6;color:#000;\
        font:13pt/1.15 "Times New Roman","Liberation Serif",Tinos,serif}\
        main{max-width:210mm;margin:24px auto;padding:20mm 15mm 20mm 30mm;background:#fff;box-shadow:0 0 0 1px #e3e7eb}\
        .columns{display:flex;break-inside:avoid}.columns>div{min-width:0;padding:0 1mm}\
        p,h1,h2,h3{margin:0 0 6pt;font-size:13pt;overflow-wrap:anywhere}p{white-space:pre-wrap;orphans:2;widows:2}\
        h1,h2,h3{margin-top:6pt;text-indent:12.7mm;break-after:avoid;break-inside:avoid}h1{margin-top:12pt}\
        h3{font-style:italic}.appendix{margin:0;font-size:14pt;text-align:center;text-indent:0}\
        .left{text-align:left}.centre{text-align:center}.right{text-align:right}.justified{text-align:justify;line-height:1.32}\
        .indent{text-indent:12.7mm}.s9{font-size:9pt}.s10{font-size:10pt}.s105{font-size:10.5pt}.s11{font-size:11pt}\
        .s12{font-size:12pt}.s14{font-size:14pt}.flat{margin-bottom:0}.apart{margin-bottom:10pt}.lower{margin-top:6pt}.low{margin-top:12pt}\
        .rule::after{content:"";display:block;width:40%;margin:2pt auto 4pt;border-bottom:.75pt solid #000}.long::after{width:55%}\
        .keep{break-after:avoid}.whole{break-inside:avoid}\
        table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:6pt}\
        caption{font-weight:bold;padding:6pt 0 4pt;font-size:12pt;break-after:avoid}\
        th,td{border:.5pt solid #000;padding:2pt 1.3mm;vertical-align:middle;overflow-wrap:break-word}\
        th{text-align:center;background:#f2f2f2;print-color-adjust:exact;-webkit-print-color-adjust:exact}\
        thead{display:table-header-group;break-after:avoid}tr{break-inside:avoid}\
        tbody tr:nth-child(-n+2),tbody tr:nth-last-child(2),tbody tr:nth-last-child(3){break-after:avoid}\
        .note{margin-top:-3pt;margin-bottom:10pt;font-size:11pt;font-style:italic;\
        break-before:avoid;break-inside:avoid}\
        .break{break-before:page;border:0;margin:0}\
        .wide{overflow-x:auto}svg{display:block;width:100%;height:auto;max-width:165mm;margin:4pt auto}\
        footer{max-width:210mm;margin:0 auto 24px;padding:0 15mm 0 30mm;font-size:9.5pt;font-style:italic}\
        @media screen and (max-width:760px){main{margin:0;padding:16px;box-shadow:none}footer{padding:0 16px}\
        .wide table,.wide svg{min-width:560px}}\
        @media print{body{background:#fff}main{margin:0;padding:0;max-width:none;box-shadow:none}.wide{overflow:visible}\
        footer{display:none}}
        """
}
