import Drawing

extension CardDocument {
    /// One HTML page to print from the browser: every sheet in its true size, no script, nothing from elsewhere.
    package func printPage() -> String {
        var html = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width,initial-scale=1">\
            <title>\(SVGDrawing.escaped(title))</title><style>\(layout.printStyle)</style></head><body>\
            <header><h1>\(SVGDrawing.escaped(title))</h1>\
            <p>\(pages.count) trang \(layout.paperName). Khi in, chọn khổ giấy \(layout.paperName), tỷ lệ 100 %, \
            không lề, không đầu trang và chân trang.</p></header><main>

            """
        for page in pages { html += "<section>\(page.svg)</section>\n" }
        return html + "</main></body></html>\n"
    }
}

extension CardLayout {
    /// The whole content of the print page's only `<style>`, for a policy that names it by its hash. The paper is given
    /// in millimetres: CSS knows no A6, and a browser would print such cards on letter paper.
    package var printStyle: String {
        """
        @page{size:\(Int(paper.width))mm \(Int(paper.height))mm;margin:0}\
        body{margin:0;background:#f7f8f6;color:#1c2430;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}\
        header{max-width:40rem;margin:0 auto;padding:32px 16px 8px}h1{font-size:20px;margin:0}\
        p{margin:8px 0 0;color:#5b6672}\
        main{display:flex;flex-wrap:wrap;justify-content:center;gap:24px;padding:24px 16px}\
        section{background:#fff;box-shadow:0 0 0 1px #e3e7eb}\
        svg{display:block;width:\(Int(paper.width))mm;height:\(Int(paper.height))mm;max-width:100%}\
        @media print{body{background:#fff}header{display:none}main{display:block;padding:0}\
        section{box-shadow:none;break-after:page;break-inside:avoid}section:last-child{break-after:auto}\
        svg{max-width:none}}
        """
    }
}
