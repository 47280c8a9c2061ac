import CDrawing

/// A parsed SVG document; it owns librsvg's handle.
@safe struct Document: ~Copyable {
    private let handle: UnsafeMutablePointer<RsvgHandle>

    init(_ svg: String) throws(Drawing.Problem) {
        var error: UnsafeMutablePointer<GError>?
        var text = svg
        // No base address is set on purpose: without one librsvg loads nothing from outside the document.
        let parsed = text.withUTF8 { bytes in
            unsafe rsvg_handle_new_from_data(bytes.baseAddress, gsize(bytes.count), &error)
        }
        guard let parsed = unsafe parsed else { throw unsafe .badSVG(Self.words(of: error)) }
        unsafe handle = parsed
    }

    deinit { unsafe g_object_unref(handle) }

    func draw(on surface: borrowing Surface, width: Double, height: Double) throws(Drawing.Problem) {
        let context = unsafe cairo_create(surface.pointer)
        defer { unsafe cairo_destroy(context) }
        var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
        var error: UnsafeMutablePointer<GError>?
        guard unsafe rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
            throw unsafe .badSVG(Self.words(of: error))
        }
        try Surface.check(unsafe cairo_status(context))
    }

    /// From the `viewBox`; 1 without one.
    func heightToWidth() -> Double {
        var hasBox: gboolean = 0
        var box = RsvgRectangle()
        unsafe rsvg_handle_get_intrinsic_dimensions(handle, nil, nil, nil, nil, &hasBox, &box)
        return hasBox != 0 && box.width > 0 ? box.height / box.width : 1
    }

    /// Frees the error.
    private static func words(of error: UnsafeMutablePointer<GError>?) -> String {
        guard let error = unsafe error else { return "" }
        defer { unsafe g_error_free(error) }
        guard let message = unsafe error.pointee.message else { return "" }
        return unsafe String(cString: message)
    }
}
