import CDrawing
import Foundation

/// What cairo draws on; it owns cairo's surface. cairo never answers NULL but a surface in a state of error.
@safe struct Surface: ~Copyable {
    let pointer: OpaquePointer?
    /// Owned here, because destroying a PDF surface that was never finished writes into it once more.
    private let output: Collector

    /// A PDF; sides in points (1/72 inch).
    init(pdfWidth width: Double, height: Double) {
        output = Collector()
        unsafe pointer = cairo_pdf_surface_create_for_stream(collect, output.closure, width, height)
    }

    /// A white picture; sides in pixels.
    init(pictureWidth width: Int32, height: Int32) throws(Drawing.Problem) {
        output = Collector()
        unsafe pointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
        let context = unsafe cairo_create(pointer)
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_set_source_rgb(context, 1, 1, 1)
        unsafe cairo_paint(context)
        try Self.check(unsafe cairo_status(context))
    }

    deinit { unsafe cairo_surface_destroy(pointer) }

    /// Ends the PDF; nothing can be drawn afterwards.
    func pdf() throws(Drawing.Problem) -> Data {
        unsafe cairo_surface_finish(pointer)
        try Self.check(unsafe cairo_surface_status(pointer))
        return output.data
    }

    func png() throws(Drawing.Problem) -> Data {
        try Self.check(unsafe cairo_surface_write_to_png_stream(pointer, collect, output.closure))
        return output.data
    }

    static func check(_ status: cairo_status_t) throws(Drawing.Problem) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw unsafe .cairo(String(cString: cairo_status_to_string(status)))
    }
}

/// Gathers the bytes that cairo writes.
private final class Collector {
    private(set) var data = Data()

    /// Not retained: valid as long as the collector is.
    var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
        unsafe data.append(bytes, count: count)
    }
}

/// The C function that cairo calls for each piece.
private func collect(
    closure: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, length: UInt32
) -> cairo_status_t {
    guard let closure = unsafe closure, let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
    unsafe Unmanaged<Collector>.fromOpaque(closure).takeUnretainedValue().append(bytes, count: Int(length))
    return CAIRO_STATUS_SUCCESS
}
