import CDrawing
package import Foundation

/// Turns SVG documents into PNG pictures and PDF files, by librsvg and cairo.
///
/// A document is a closed world: it is loaded without an address of its own, and librsvg then opens no file and no
/// connection, whatever the document asks for. Only `data:` addresses are read.
package enum Drawing {
    /// One PDF with one page for each of `pages`; text stays text and can be selected and searched.
    /// - Parameter title: shown by PDF viewers as the name of the window.
    package static func pdf(pages: [SVGPage], title: String? = nil) throws(Problem) -> Data {
        guard let first = pages.first else { throw .noPages }
        for page in pages { try page.checkSize() }
        let surface = Surface(pdfWidth: first.widthInPoints, height: first.heightInPoints)
        if let title { unsafe cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_TITLE, title) }
        for page in pages {
            unsafe cairo_pdf_surface_set_size(surface.pointer, page.widthInPoints, page.heightInPoints)
            try Document(page.svg).draw(on: surface, width: page.widthInPoints, height: page.heightInPoints)
            unsafe cairo_surface_show_page(surface.pointer)
        }
        return try surface.pdf()
    }

    /// The page as a picture on white.
    /// - Parameter dpi: pixels to an inch (25,4 mm).
    package static func png(_ page: SVGPage, dpi: Double = 150) throws(Problem) -> Data {
        try page.checkSize()
        return try picture(
            of: Document(page.svg), width: page.width / 25.4 * dpi, height: page.height / 25.4 * dpi)
    }

    /// The document as a picture on white, `width` pixels wide and as high as its `viewBox` says.
    package static func png(svg: String, width: Int) throws(Problem) -> Data {
        let document = try Document(svg)
        return try picture(of: document, width: Double(width), height: Double(width) * document.heightToWidth())
    }

    private static func picture(
        of document: borrowing Document, width: Double, height: Double
    ) throws(Problem) -> Data {
        let width = width.rounded()
        let height = height.rounded()
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height) else { throw .badSize }
        let surface = try Surface(pictureWidth: Int32(width), height: Int32(height))
        try document.draw(on: surface, width: width, height: height)
        return try surface.png()
    }

    /// Pixels; 10.000 × 10.000 are 400 MB while a picture is drawn, and no page of ours comes near.
    static let longestSide = 10_000.0
}
