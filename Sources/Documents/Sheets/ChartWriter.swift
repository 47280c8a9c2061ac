import CXlsxWriter

/// Draws a chart of Excel's own beside its table: it follows when somebody mends a number.
@safe struct ChartWriter {
    private let chart: Worksheet.Chart
    private let sheet: Worksheet
    private let name: String
    /// The table's first row of values.
    private let first: Int
    private let file: WorkbookFile

    /// Pixels of a chart as libxlsxwriter makes it, and of a row.
    private static let plain = (width: 480.0, height: 288.0)
    private static let rowHeight = 20.0
    /// More bars than that nobody reads.
    private static let mostBars = 60
    /// With more bars their numbers would run into each other.
    private static let mostLabels = 30

    init(_ chart: Worksheet.Chart, of sheet: Worksheet, name: String, first: Int, in file: WorkbookFile) {
        self.chart = chart
        self.sheet = sheet
        self.name = name
        self.first = first
        self.file = file
    }

    private var count: Int { chart.kind == .line ? sheet.rows.count : min(sheet.rows.count, Self.mostBars) }
    private var values: [Int] { chart.values.filter { sheet.columns.indices.contains($0) } }
    private var format: Worksheet.Format { values.first.map { sheet.columns[$0].format } ?? .text }

    private var width: Double { 720 }
    private var height: Double {
        chart.kind == .line ? 340 : 110 + Double(count * (chart.kind == .bars ? max(values.count, 1) : 1)) * 22
    }

    /// Rows of the sheet that the chart covers.
    var rows: Int { Int((height / Self.rowHeight).rounded(.up)) }

    /// A chart of nothing is none.
    func insert(
        into page: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
    ) throws(DocumentProblem) {
        guard count > 0, !values.isEmpty, sheet.columns.indices.contains(chart.names) else { return }
        guard let drawing = unsafe workbook_add_chart(file.book, UInt8(chart.kind.native.rawValue)) else {
            throw .failed("chart")
        }
        let title = XMLText.legal(chart.title)
        unsafe chart_title_set_name(drawing, title)
        unsafe setTitleFont(of: drawing)
        for (index, value) in values.enumerated() { unsafe addSeries(index, value, to: drawing) }
        unsafe setAxes(of: drawing)
        if values.count == 1 {
            unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        }
        var options = unsafe lxw_chart_options()
        unsafe options.x_scale = width / Self.plain.width
        unsafe options.y_scale = height / Self.plain.height
        var words = Array(title.utf8CString)
        let outcome = unsafe words.withUnsafeMutableBufferPointer { words in
            // Read aloud in the chart's place; libxlsxwriter copies it.
            unsafe options.description = words.baseAddress
            return unsafe worksheet_insert_chart_opt(page, UInt32(row), UInt16(column), drawing, &options)
        }
        try WorkbookFile.check(outcome)
    }

    private func addSeries(_ index: Int, _ value: Int, to drawing: UnsafeMutablePointer<lxw_chart>) {
        let series = unsafe chart_add_series(drawing, nil, nil)
        let (top, bottom) = (UInt32(first), UInt32(first + count - 1))
        let (names, column) = (UInt16(chart.names), UInt16(value))
        unsafe chart_series_set_categories(series, name, top, names, bottom, names)
        unsafe chart_series_set_values(series, name, top, column, bottom, column)
        unsafe chart_series_set_name_range(series, name, UInt32(first - 1), column)
        if index < chart.colours.count {
            let colour = lxw_color_t(chart.colours[index] & 0xFFFFFF)
            var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
            var line = lxw_chart_line(color: colour, none: 0, width: 2.25, dash_type: 0, transparency: 0)
            if chart.kind == .line {
                unsafe chart_series_set_line(series, &line)
            } else {
                unsafe chart_series_set_fill(series, &fill)
            }
        }
        if chart.kind == .line {
            unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
            unsafe chart_series_set_marker_size(series, 5)
        }
        if chart.kind == .bars, count * values.count <= Self.mostLabels {
            unsafe chart_series_set_labels(series)
            unsafe chart_series_set_labels_num_format(series, sheet.columns[value].format.labelPattern)
        }
    }

    /// The bars lie: libxlsxwriter then calls the upright axis, that of names, y. The table's first row is the uppermost.
    private func setAxes(of drawing: UnsafeMutablePointer<lxw_chart>) {
        let (x, y) = unsafe (drawing.pointee.x_axis, drawing.pointee.y_axis)
        let (names, numbers) = unsafe chart.kind == .line ? (x, y) : (y, x)
        unsafe chart_axis_set_num_format(numbers, format.axisPattern)
        // Nearer to the paper than to the bars.
        var grid = lxw_chart_line(color: 0xD9D9D9, none: 0, width: 0.75, dash_type: 0, transparency: 0)
        unsafe chart_axis_major_gridlines_set_line(numbers, &grid)
        if let end = format.axisEnd { unsafe chart_axis_set_max(numbers, end) }
        guard chart.kind != .line else { return }
        unsafe chart_set_series_gap(drawing, 60)
        // Bars have a length, which begins at nought.
        unsafe chart_axis_set_min(numbers, 0)
        unsafe chart_axis_set_reverse(names)
        // Turned over, the numbers would stand above.
        unsafe chart_axis_set_label_position(numbers, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    }

    private func setTitleFont(of drawing: UnsafeMutablePointer<lxw_chart>) {
        var font = unsafe lxw_chart_font()
        unsafe font.size = 13
        unsafe font.bold = 1
        unsafe chart_title_set_name_font(drawing, &font)
    }
}

extension Worksheet.Chart.Kind {
    fileprivate var native: lxw_chart_type {
        switch self {
        case .bars: LXW_CHART_BAR
        case .line: LXW_CHART_LINE
        case .stackedBars: LXW_CHART_BAR_STACKED
        }
    }
}
