import Charts
import Feedback

/// One line of a table of figures, "–" where nothing may be shown. It is the most drawn thing of the office, so code
/// draws it as code draws its marks: through the template engine, the same lines were a third of the month page.
struct FigureLine {
    let entry: SplitEntry
    let look: Split.Look
    /// A dot with its interval; empty where it may not be shown.
    let mark: String
    /// The line's place, for the ids of its drawings.
    let index: Int

    var html: String {
        let figure = entry.figure ?? FigureText(entry.measured, of: look.owner)
        let rows = look.mayReadRows && entry.measured.ratings > 0 ? entry.address : nil
        return """
            <tr\(entry.isSum ? " class=\"sum\"" : "")><th scope="row" class="\(depth)">\
            \(Self.link(entry.name, to: entry.address?.path))</th>
            <td class="num strong\(figure.isProvisional ? " provisional" : "")">\(figure.share ?? "–")</td>
            <td class="num">\(Self.link(figure.n, to: rows?.rowsPath))</td>
            <td><span class="small">\(figure.interval ?? "–")</span>\(mark)</td>
            \(band)<td class="num">\(dissatisfied(figure, rows))</td>
            <td class="num">\(figure.mean ?? "–")</td>
            <td class="muted small">\(spark)\(figure.note ?? "")</td></tr>

            """
    }

    private var size: SampleSize { entry.measured.size(of: look.owner) }

    /// How far down a tree: a class of the style sheet.
    private var depth: String { entry.depth == 0 ? "" : "deep-\(min(entry.depth, 4))" }

    /// "rõ ràng thấp hơn", where rows are compared; else what else there is to say.
    private var band: String {
        guard look.bandHeading != nil else { return "" }
        return "<td class=\"small\(entry.isWorse ? " late" : "")\">\((entry.band ?? "–").escapedForHTML)</td>\n"
    }

    /// Leads to the ratings at levels 1 and 2.
    private func dissatisfied(_ figure: FigureText, _ rows: FigureAddress?) -> String {
        guard let share = figure.dissatisfied else { return "–" }
        let isReadable =
            (size == .full || size == .provisional) && entry.measured.counts.n1 + entry.measured.counts.n2 > 0
        return Self.link(share, to: isReadable ? rows?.at([.veryDissatisfied, .dissatisfied]).rowsPath : nil)
    }

    private var spark: String {
        guard size == .full else { return "" }
        return Spark(
            id: "\(look.id)-\(index)", title: "Năm mức của \(entry.name)", counts: entry.measured.chartCounts
        ).svg
    }

    private static func link(_ text: String, to path: String?) -> String {
        guard let path else { return text.escapedForHTML }
        return "<a href=\"\(path.escapedForHTML)\">\(text.escapedForHTML)</a>"
    }
}
