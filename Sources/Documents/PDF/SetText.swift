import CPango

/// A paragraph set in lines of a width; it owns pango's layout. Measures are points.
@safe final class SetText {
    struct Line {
        /// From the text's left edge.
        let x: Double
        let height: Double
        /// From the line's upper edge.
        let baseline: Double
    }

    private(set) var lines: [Line] = []
    private let layout: OpaquePointer?
    private let press: Press

    var height: Double { lines.reduce(0) { $0 + $1.height } }

    /// Word and LibreOffice add the typeface's own gap between lines, 0.042 of its size; pango does not.
    private static let gap = 1.038
    private static let scale = Double(PANGO_SCALE)

    /// - Parameter width: points.
    init(_ line: Paper.Line, width: Double, _ press: Press) {
        self.press = press
        unsafe layout = pango_layout_new(press.words)
        unsafe pango_layout_set_width(layout, Int32(max(width, 1) * Self.scale))
        unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        unsafe pango_layout_set_indent(layout, Int32(Press.points(line.indent.isFinite ? line.indent : 0) * Self.scale))
        switch line.alignment {
        case .left: break
        case .centre: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .justified: unsafe pango_layout_set_justify(layout, 1)
        }
        setFont(size: line.size)
        setWords(of: line)
        measure(spacing: line.spacing * Self.gap)
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    func draw(x: Double, y: Double) {
        var y = y
        for index in lines.indices {
            draw(index, x: x, y: y)
            y += lines[index].height
        }
    }

    /// - Parameter y: where this line's upper edge stands.
    func draw(_ index: Int, x: Double, y: Double) {
        let line = lines[index]
        unsafe cairo_move_to(press.context, x + line.x, y + line.baseline)
        unsafe pango_cairo_show_layout_line(press.context, pango_layout_get_line_readonly(layout, Int32(index)))
    }

    private func setFont(size: Double) {
        let font = unsafe pango_font_description_new()
        defer { unsafe pango_font_description_free(font) }
        // Liberation Serif is as wide as Times New Roman, letter by letter.
        unsafe pango_font_description_set_family(font, "\(Paper.font),Liberation Serif,serif")
        unsafe pango_font_description_set_size(font, Self.units(size))
        unsafe pango_layout_set_font_description(layout, font)
    }

    private func setWords(of line: Paper.Line) {
        let attributes = unsafe pango_attr_list_new()
        defer { unsafe pango_attr_list_unref(attributes) }
        var text = ""
        for run in line.runs {
            let start = text.utf8.count
            text += XMLText.legal(run.text)
            let range = UInt32(start)..<UInt32(text.utf8.count)
            if run.isBold { unsafe Self.insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), range, attributes) }
            if run.isItalic { unsafe Self.insert(pango_attr_style_new(PANGO_STYLE_ITALIC), range, attributes) }
            if let size = run.size { unsafe Self.insert(pango_attr_size_new(Self.units(size)), range, attributes) }
        }
        unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
        unsafe pango_layout_set_attributes(layout, attributes)
    }

    /// The list frees the attribute.
    private static func insert(
        _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<UInt32>, _ list: OpaquePointer?
    ) {
        guard let attribute = unsafe attribute else { return }
        unsafe attribute.pointee.start_index = range.lowerBound
        unsafe attribute.pointee.end_index = range.upperBound
        unsafe pango_attr_list_insert(list, attribute)
    }

    /// The lines are placed one by one, so their distance is reckoned here: pango's own spacing is not in what it says
    /// of a line's height.
    private func measure(spacing: Double) {
        let lines = unsafe pango_layout_get_iter(layout)
        defer { unsafe pango_layout_iter_free(lines) }
        repeat {
            var place = PangoRectangle()
            unsafe pango_layout_iter_get_line_extents(lines, nil, &place)
            let baseline = unsafe pango_layout_iter_get_baseline(lines)
            let height = Double(place.height) / Self.scale
            let ascent = Double(baseline - place.y) / Self.scale
            self.lines.append(
                Line(
                    x: Double(place.x) / Self.scale, height: height * spacing,
                    baseline: ascent + height * (spacing - 1) / 2))
        } while unsafe pango_layout_iter_next_line(lines) != 0
    }

    private static func units(_ size: Double) -> Int32 {
        Int32((size.isFinite ? min(max(size, 1), 200) : Paper.bodySize) * scale)
    }
}
