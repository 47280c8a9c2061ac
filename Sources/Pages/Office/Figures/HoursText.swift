import Charts
import Feedback

/// Hours of the week: when people are less satisfied than in general, and when they come.
struct HoursText: Sendable {
    let chart: ChartDrawing
    /// The hours that occur, "8–9 giờ".
    let hours: [String]
    /// The body of the table: a line for each day, drawn as `FigureLine` is.
    let rows: String
    let csvHref: String
    let xlsxHref: String

    /// Nil where nothing may be shown.
    init?(_ report: PeriodReport, address: FigureAddress) {
        let hours = report.hours.keys.map(\.hour)
        guard report.owner == .anything, let first = hours.min(), let last = hours.max(),
            report.hours.values.contains(where: { FigureText.shows($0, .anything) })
        else { return nil }
        let weekdays = (1...7).filter { day in day < 6 || report.hours.keys.contains { $0.weekday == day } }
        let range = Array(first...last)
        self.hours = range.map { "\($0)–\($0 + 1)\u{A0}giờ" }
        let cells = weekdays.map { day in
            range.map { hour in
                let measured = report.hours[WeekHour(weekday: day, hour: hour)] ?? Measured()
                return Cell(day: day, hour: hour, measured: measured, tone: Self.tone(measured, report.headline))
            }
        }
        rows = zip(weekdays, cells).reduce(into: "") { rows, line in
            rows += "<tr><th scope=\"row\">\(Self.names[line.0 - 1])</th>\(line.1.map(\.html).joined())</tr>\n"
        }
        let title = Self.sentence(cells.flatMap { $0 })
        let map = HeatMap(
            id: "chart-hours", title: title, columns: range.map { "\($0)–\($0 + 1)h" },
            rows: weekdays.map { Self.short[$0 - 1] },
            cells: cells.enumerated().flatMap { row, cells in
                cells.enumerated().map { column, cell in
                    HeatMap.Cell(
                        column: column, row: row, n: min(cell.measured.counts.n, cell.measured.ratings),
                        share: cell.measured.figure.share, tone: cell.tone)
                }
            }, words: ("thấp hơn rõ so với mức chung", "cao hơn rõ so với mức chung"))
        chart = ChartDrawing(title: title, wide: map.svg(.wide), narrow: map.svg(.narrow))
        csvHref = address.file("csv", table: "hours")
        xlsxHref = address.file("xlsx", table: "hours")
    }

    /// One hour of one day of the week.
    private struct Cell {
        let day: Int
        let hour: Int
        let measured: Measured
        let tone: HeatMap.Tone

        /// "93,1 %" where it may be shown, and n where anybody rated at this hour.
        var html: String {
            let share = FigureText.shows(measured, .anything) ? measured.figure.share : nil
            let mark = tone == .worse ? " late" : tone == .better ? " strong" : ""
            let n = measured.counts.n
            return "<td class=\"num\(mark)\">\(share.map { Formats.percent($0, decimals: 1) } ?? "")"
                + (n == 0 ? "" : " <span class=\"muted small line\">n = \(Formats.count(n))</span>") + "</td>"
        }
    }

    /// With some sixty cells, three would lie outside the 95 % limits by chance: colour begins at 99.8 %.
    private static func tone(_ measured: Measured, _ whole: Measured) -> HeatMap.Tone {
        let band = Band(of: measured, whole: whole)
        return band.isAlarm ? (band.isLower ? .worse : .better) : .same
    }

    private static func sentence(_ cells: [Cell]) -> String {
        let worse = cells.filter { $0.tone == .worse }
            .sorted { ($0.measured.figure.share ?? 0) < ($1.measured.figure.share ?? 0) }
        guard !worse.isEmpty else { return "Không giờ nào thấp hơn rõ so với mức chung" }
        let named = worse.prefix(3).map { cell in
            let share = Formats.percent(cell.measured.figure.share ?? 0, decimals: 1)
            return "\(names[cell.day - 1]) \(cell.hour)–\(cell.hour + 1) giờ (\(share))"
        }
        let rest = worse.count > 3 ? " và \(worse.count - 3) khung giờ khác" : ""
        return "Thấp hơn rõ: \(named.joined(separator: ", "))\(rest)"
    }

    static let names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    private static let short = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
}
