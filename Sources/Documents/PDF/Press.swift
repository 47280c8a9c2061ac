import CDrawing
import CPango
import Foundation

/// What a paper is printed on: cairo's PDF of A4 pages, measured in points from the upper left corner.
///
/// It owns cairo's surface and context and pango's context.
@safe final class Press {
    static let width = points(Paper.Sheet.width)
    static let height = points(Paper.Sheet.height)
    static let left = points(Paper.Sheet.left)
    static let top = points(Paper.Sheet.top)
    static let bottom = height - points(Paper.Sheet.bottom)
    static let textWidth = points(Paper.Sheet.textWidth)

    static func points(_ millimetres: Double) -> Double { millimetres / 25.4 * 72 }

    let context: OpaquePointer?
    /// pango's, for words.
    let words: OpaquePointer?
    private let surface: OpaquePointer?
    /// Outlives the surface, which writes into it until it is destroyed.
    private let output = Collector()
    private let foot: String?
    private(set) var page = 1
    /// The last bookmark of each level, level 1 first.
    private var bookmarks: [Int32] = []

    init(title: String, author: String, foot: String?) {
        self.foot = foot
        unsafe surface = cairo_pdf_surface_create_for_stream(collect, output.closure, Self.width, Self.height)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, XMLText.legal(title))
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, XMLText.legal(author))
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Hài Lòng")
        // Without the day of its making: the same paper gives the same bytes.
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
        unsafe context = cairo_create(surface)
        unsafe words = pango_cairo_create_context(context)
        // One unit is one point; glyphs stand where the typeface says, and not on the dots of a screen.
        unsafe pango_cairo_context_set_resolution(words, 72)
        unsafe pango_context_set_round_glyph_positions(words, 0)
        unsafe pango_context_set_language(words, pango_language_from_string("vi"))
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe pango_cairo_context_set_font_options(words, options)
        unsafe cairo_font_options_destroy(options)
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(words))
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// - Throws: `DocumentProblem.tooLong`.
    func nextPage() throws(DocumentProblem) {
        guard page < Paper.mostPages else { throw .tooLong }
        endPage()
        page += 1
        let number = SetText(
            Paper.Line([Paper.Run(String(page))], alignment: .centre, after: 0), width: Self.textWidth, self)
        number.draw(x: Self.left, y: Self.points(Paper.Sheet.header))
    }

    private func endPage() {
        if let foot {
            let text = SetText(.foot(foot), width: Self.textWidth, self)
            text.draw(x: Self.left, y: Self.height - Self.points(Paper.Sheet.header) - text.height)
        }
        unsafe cairo_show_page(context)
    }

    /// - Returns: the whole file; nothing can be drawn afterwards.
    func finish() throws(DocumentProblem) -> [UInt8] {
        endPage()
        let drawn = unsafe cairo_status(context)
        unsafe cairo_surface_finish(surface)
        let written = unsafe cairo_surface_status(surface)
        for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
            throw unsafe .failed(String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
    }

    func bookmark(_ text: String, level: Int, y: Double) {
        let depth = min(max(level, 1) - 1, bookmarks.count)
        let parent = depth == 0 ? Int32(CAIRO_PDF_OUTLINE_ROOT) : bookmarks[depth - 1]
        let place = "page=\(page) pos=[\(Int(Self.left)) \(max(Int(y) - 12, 0))]"
        let id = unsafe cairo_pdf_surface_add_outline(
            surface, parent, XMLText.legal(text), place, CAIRO_PDF_OUTLINE_FLAG_OPEN)
        bookmarks.removeSubrange(depth...)
        bookmarks.append(id)
    }

    func line(x: Double, y: Double, width: Double) {
        unsafe cairo_set_line_width(context, 0.75)
        unsafe cairo_move_to(context, x, y)
        unsafe cairo_line_to(context, x + width, y)
        unsafe cairo_stroke(context)
    }

    /// A cell of a table: its borders, and grey ground for one of the head.
    /// - Parameters:
    ///   - isOpen: without the upper line.
    ///   - isClosed: with the lower line.
    func box(
        x: Double, y: Double, width: Double, height: Double, isShaded: Bool, isOpen: Bool, isClosed: Bool
    ) {
        if isShaded {
            unsafe cairo_set_source_rgb(context, 0.95, 0.95, 0.95)
            unsafe cairo_rectangle(context, x, y, width, height)
            unsafe cairo_fill(context)
            unsafe cairo_set_source_rgb(context, 0, 0, 0)
        }
        unsafe cairo_set_line_width(context, 0.5)
        for side in [x, x + width] {
            unsafe cairo_move_to(context, side, y)
            unsafe cairo_line_to(context, side, y + height)
        }
        for (edge, isDrawn) in [(y, !isOpen), (y + height, isClosed)] where isDrawn {
            unsafe cairo_move_to(context, x, edge)
            unsafe cairo_line_to(context, x + width, edge)
        }
        unsafe cairo_stroke(context)
    }
}
