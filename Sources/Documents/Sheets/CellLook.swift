import CXlsxWriter

/// How a cell of a workbook looks.
enum CellLook: Hashable {
    /// The first two are bold, the first is larger.
    case title(Int, wraps: Bool)
    case head
    case text
    /// Text in the place of a number: "quá ít phiếu".
    case word
    /// Text that a spreadsheet would take for a number, a day or a formula as soon as somebody touches the cell.
    case code
    case number(pattern: String)
    case note(wraps: Bool)
    /// Of a total.
    indirect case strong(CellLook)

    /// Grey of grids and notes.
    private static let line: lxw_color_t = 0xBFBFBF
    private static let quiet: lxw_color_t = 0x595959
    private static let ground: lxw_color_t = 0xDCE6F0

    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        switch self {
        case .title(let place, let wraps):
            if place < 2 { unsafe format_set_bold(format) }
            unsafe format_set_font_size(format, place == 0 ? 14 : 11)
            if wraps { unsafe wrap(format) }
        case .head:
            unsafe format_set_bold(format)
            unsafe format_set_text_wrap(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            unsafe format_set_bg_color(format, Self.ground)
            unsafe frame(format)
        case .text, .code, .word:
            unsafe wrap(format)
            if self == .word {
                unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
            } else {
                unsafe format_set_indent(format, 1)
            }
            if self == .code { unsafe format_set_num_format(format, "@") }
            unsafe frame(format)
        case .number(let pattern):
            unsafe format_set_num_format(format, pattern)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            unsafe frame(format)
        case .note(let wraps):
            unsafe format_set_italic(format)
            unsafe format_set_font_color(format, Self.quiet)
            if wraps { unsafe wrap(format) }
        case .strong(let look):
            unsafe look.apply(to: format)
            unsafe format_set_bold(format)
        }
    }

    private func wrap(_ format: UnsafeMutablePointer<lxw_format>) {
        unsafe format_set_text_wrap(format)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    private func frame(_ format: UnsafeMutablePointer<lxw_format>) {
        unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe format_set_border_color(format, Self.line)
    }
}

extension Worksheet.Format {
    /// Excel and LibreOffice put in the marks of the reader's region: 12.345 and 93,12% with Vietnamese settings.
    /// - Parameter decimals: what the cell itself asks for, where the column does not say.
    func pattern(decimals: Int) -> String {
        switch self {
        case .count: "#,##0"
        case .share: "0.00%"
        case .percent, .decimal: "0.00"
        case .text: decimals > 0 ? "0." + String(repeating: "0", count: min(decimals, 9)) : "0"
        }
    }

    /// For the axis of a chart.
    var axisPattern: String {
        switch self {
        case .count, .text, .percent: "#,##0"
        case .share: "0%"
        case .decimal: "0.0"
        }
    }

    /// Beside a bar.
    var labelPattern: String {
        switch self {
        case .count, .text: "#,##0"
        case .share: "0.0%"
        case .percent: "0.0"
        case .decimal: "0.00"
        }
    }

    /// Where an axis ends; nil: where the spreadsheet likes, beyond the largest value.
    var axisEnd: Double? {
        switch self {
        case .share: 1
        case .percent: 100
        case .count, .text, .decimal: nil
        }
    }
}
