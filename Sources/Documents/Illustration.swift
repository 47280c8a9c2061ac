import CDrawing
import Foundation

/// An SVG document that goes into a paper; it owns librsvg's handle. Loaded without an address of its own, it opens no
/// file and no connection, whatever it asks for.
@safe final class Illustration {
    private let handle: UnsafeMutablePointer<RsvgHandle>

    /// Charts leave the typeface to the page that they stand on; on paper that is the sheet's own.
    private static let style = "svg { font-family: \"\(Paper.font)\", \"Liberation Serif\", serif; color: #000 }"

    /// - Throws: `DocumentProblem.badPicture`.
    init(_ svg: String) throws(DocumentProblem) {
        var error: UnsafeMutablePointer<GError>?
        var text = svg
        let parsed = text.withUTF8 { bytes in
            unsafe rsvg_handle_new_from_data(bytes.baseAddress, gsize(bytes.count), &error)
        }
        guard let parsed = unsafe parsed else { throw unsafe Self.problem(error) }
        unsafe handle = parsed
        let style = Array(Self.style.utf8)
        guard unsafe rsvg_handle_set_stylesheet(parsed, style, gsize(style.count), &error) != 0 else {
            throw unsafe Self.problem(error)
        }
    }

    deinit { unsafe g_object_unref(handle) }

    /// From the `viewBox`; 1 without one.
    var heightToWidth: Double {
        var hasBox: gboolean = 0
        var box = RsvgRectangle()
        unsafe rsvg_handle_get_intrinsic_dimensions(handle, nil, nil, nil, nil, &hasBox, &box)
        return hasBox != 0 && box.width > 0 && box.height > 0 ? box.height / box.width : 1
    }

    /// As large as asked, in proportion, and no larger than a page's text.
    /// - Returns: millimetres.
    func size(width asked: Double) throws(DocumentProblem) -> (width: Double, height: Double) {
        guard asked.isFinite, asked > 0 else { throw .badPicture("width") }
        // The caption and a line of text find room beside it.
        let height = min(min(asked, Paper.Sheet.textWidth) * heightToWidth, Paper.Sheet.textHeight - 30)
        return (height / heightToWidth, height)
    }

    /// Draws on a cairo context in its own units.
    func draw(
        on context: OpaquePointer?, x: Double, y: Double, width: Double, height: Double
    ) throws(DocumentProblem) {
        var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
        var error: UnsafeMutablePointer<GError>?
        guard unsafe rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
            throw unsafe Self.problem(error)
        }
    }

    /// A picture on white.
    func png(pixels width: Int, height: Int) throws(DocumentProblem) -> [UInt8] {
        let output = Collector()
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { unsafe cairo_surface_destroy(surface) }
        let context = unsafe cairo_create(surface)
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_set_source_rgb(context, 1, 1, 1)
        unsafe cairo_paint(context)
        unsafe try draw(on: context, x: 0, y: 0, width: Double(width), height: Double(height))
        let status = unsafe cairo_surface_write_to_png_stream(surface, collect, output.closure)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw unsafe .failed(String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
    }

    /// Frees the error.
    private static func problem(_ error: UnsafeMutablePointer<GError>?) -> DocumentProblem {
        guard let error = unsafe error else { return .badPicture("") }
        defer { unsafe g_error_free(error) }
        guard let message = unsafe error.pointee.message else { return .badPicture("") }
        return unsafe .badPicture(String(cString: message))
    }
}

/// Gathers the bytes that cairo writes.
final class Collector {
    private(set) var bytes: [UInt8] = []

    /// Not retained: valid as long as the collector is.
    var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    func append(_ start: UnsafePointer<UInt8>, count: Int) {
        unsafe bytes += UnsafeBufferPointer(start: start, count: count)
    }
}

/// The C function that cairo calls for each piece.
func collect(
    closure: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, length: UInt32
) -> cairo_status_t {
    guard let closure = unsafe closure, let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
    unsafe Unmanaged<Collector>.fromOpaque(closure).takeUnretainedValue().append(bytes, count: Int(length))
    return CAIRO_STATUS_SUCCESS
}
