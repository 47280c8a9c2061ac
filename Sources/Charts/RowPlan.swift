/// Where rows of a label, a mark, a share and n stand: in four columns when wide, the mark under the rest when narrow.
struct RowPlan {
    struct Place {
        let label: [String]
        let top: Double
        let markTop: Double
        let height: Double
    }

    let layout: Layout
    let markHeight: Double
    /// Room for what hangs under the mark.
    let underMark: Double
    private let labels: [[String]]

    var markX: Double { layout == .wide ? 212 : 0 }
    var markWidth: Double { layout == .wide ? 352 : layout.width }
    private var lineHeight: Double { 18 }

    init(layout: Layout, labels: [String], markHeight: Double, underMark: Double) {
        self.layout = layout
        self.markHeight = markHeight
        self.underMark = underMark
        self.labels = labels.map { label in
            TextWidth.lines(label, size: layout.normal, width: layout == .wide ? 196 : 206, count: 3)
        }
    }

    var height: Double { places(from: 0).reduce(0) { $0 + $1.height } }

    func places(from start: Double) -> [Place] {
        var top = start
        return labels.map { label in
            let text = Double(max(label.count, 1)) * lineHeight
            let mark = markHeight + underMark
            let height = layout == .wide ? max(text, mark) + 10 : text + 4 + mark + 12
            let markTop = layout == .wide ? top + (height - mark) / 2 + (underMark > 0 ? 2 : 0) : top + text + 4
            defer { top += height }
            return Place(label: label, top: top, markTop: markTop, height: height)
        }
    }

    /// Names of the two columns of figures; a phone has no columns.
    func drawHeadings(shareName: String, y: Double, on canvas: inout Canvas) {
        guard layout == .wide else { return }
        canvas.text(shareName, x: 652, y: y, size: layout.small, anchor: .end, quiet: true)
        canvas.text("n", x: 720, y: y, size: layout.small, anchor: .end, quiet: true)
    }

    func drawLabels(at place: Place, linked: Bool, share: Share?, n: Int, on canvas: inout Canvas) {
        let evidence = Evidence(n: n)
        let middle = place.markTop + markHeight / 2
        let first =
            layout == .wide ? middle - Double(place.label.count - 1) * lineHeight / 2 : place.top + lineHeight / 2
        for (index, line) in place.label.enumerated() {
            canvas.text(
                line, x: 0, y: first + Double(index) * lineHeight, size: layout.normal, underlined: linked)
        }

        let figure = evidence == .tooFew ? Evidence.words(n: n) : share.map { VietnameseNumber.percent($0.value) }
        let count = layout == .wide ? VietnameseNumber.count(n) : "n = \(VietnameseNumber.count(n))"
        let countSize = layout == .wide ? layout.normal : layout.small
        let y = layout == .wide ? middle : first
        canvas.text(count, x: layout.width, y: y, size: countSize, anchor: .end, quiet: layout == .narrow)
        guard let figure else { return }
        let x = layout == .wide ? 652 : layout.width - TextWidth.of(count, size: layout.small) - 10
        canvas.text(
            figure, x: x, y: y, size: evidence == .tooFew ? layout.small : layout.normal, anchor: .end,
            bold: evidence == .full, quiet: evidence != .full)
    }

    /// A dashed line through all marks, its name over it, kept inside the drawing.
    func drawTarget(_ target: Target, x: Double, top: Double, on canvas: inout Canvas) {
        let half = TextWidth.of(target.label, size: layout.small) / 2
        let right = layout == .wide ? markX + markWidth : layout.width
        let anchor: Canvas.Anchor = x < half ? .start : x > right - half ? .end : .middle
        let labelX = anchor == .start ? 0 : anchor == .end ? right : x
        canvas.text(
            target.label, x: labelX, y: top - (layout == .wide ? 10 : 14), size: layout.small, anchor: anchor)
        if layout == .wide {
            canvas.target(x, top, x, top + height)
        } else {
            for place in places(from: top) {
                canvas.target(x, place.markTop - 1, x, place.markTop + markHeight + underMark)
            }
        }
    }
}
