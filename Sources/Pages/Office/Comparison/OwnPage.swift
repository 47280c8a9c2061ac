package import Feedback

/// What officials see of themselves, and nobody else does.
package struct OwnPage: Page {
    package static let template = "office-own"
    package static let path = "/office/own"

    struct Tab: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    struct Line: Sendable {
        let name: String
        let figure: FigureText
    }

    let header: Header
    let title: String
    let name: String
    let windows: [Tab]
    let span: String
    let figure: FigureText
    let isShown: Bool
    let isProvisional: Bool
    let needed: String
    /// Of the whole authority in the same months.
    let whole: FigureText?
    let hasCriteria: Bool
    let strong: [Line]
    let weak: [Line]
    let contrast: String?
    let isWaiting: Bool

    /// - Parameter window: months, one of `OwnFigures.windows`.
    package init(_ frame: Frame, own: OwnFigures, window: Int) {
        title = "Kết quả của tôi"
        header = Header(frame, title: title)
        name = frame.directory.official(own.official)?.name ?? frame.user.name
        let others = frame.rights.officials.count > 1 ? "&official=\(FigureAddress.escaped(own.official.rawValue))" : ""
        windows = OwnFigures.windows.map {
            Tab(title: "\($0) tháng", href: "\(Self.path)?months=\($0)\(others)", isCurrent: $0 == window)
        }
        span = "\(Formats.month(own.months.lowerBound)) đến hết \(Formats.month(own.months.upperBound))"
        figure = FigureText(own.measured, of: .official)
        isShown = own.size != .hidden
        isProvisional = own.size == .provisional
        needed = "30"
        whole = own.whole.map { FigureText($0) }
        let texts = Dictionary(
            (own.questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        let sides = own.criteria.filter { $0.id != own.questionnaire?.overall }
        let mean = sides.reduce(Measured()) { $0 + $1.measured }.figure.share ?? 0
        let line = { (row: (id: ID<Criterion>, measured: Measured)) in
            Line(name: texts[row.id] ?? row.id.rawValue, figure: FigureText(row.measured, of: .official))
        }
        let count = min(3, sides.count / 2)
        let best = sides.sorted { $0.measured.interval.low > $1.measured.interval.low }
        let weakest = sides.sorted { $0.measured.shrunken(towards: mean) < $1.measured.shrunken(towards: mean) }
        strong = best.prefix(count).map(line)
        weak = weakest.prefix(count).map(line)
        contrast = Contrast(best: best.first?.measured, weakest: weakest.first?.measured).note
        hasCriteria = isShown && count > 0
        isWaiting = own.isWaiting
    }
}
