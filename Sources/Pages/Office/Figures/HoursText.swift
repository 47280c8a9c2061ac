import Charts
import Feedback

/// Hours of the week: when people are less satisfied than in general, and when they come.
struct HoursText: Sendable {
    struct Line: Sendable {
        let name: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        /// "93,1 %"; nil where it may not be shown.
        let share: String?
        /// Nil: nobody rated at this hour.
        let n: String?
        let isWorse: Bool
        let isBetter: Bool
    }

    let chart: ChartDrawing
    /// The hours that occur, "8–9 giờ".
    let hours: [String]
    let days: [Line]
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
        days = weekdays.map { day in
            Line(
                name: Self.names[day - 1],
                cells: range.map { hour in
                    let measured = report.hours[WeekHour(weekday: day, hour: hour)] ?? Measured()
                    let tone = Self.tone(measured, report.headline)
                    return Cell(
                        share: FigureText.shows(measured, .anything)
                            ? measured.figure.share.map { Formats.percent($0, decimals: 1) } : nil,
                        n: measured.counts.n == 0 ? nil : Formats.count(measured.counts.n), isWorse: tone == .worse,
                        isBetter: tone == .better)
                })
        }
        let cells = weekdays.enumerated().flatMap { row, day in
            range.enumerated().map { column, hour in
                let measured = report.hours[WeekHour(weekday: day, hour: hour)] ?? Measured()
                return HeatMap.Cell(
                    column: column, row: row, n: min(measured.counts.n, measured.ratings),
                    share: measured.figure.share, tone: Self.tone(measured, report.headline))
            }
        }
        let map = HeatMap(
            id: "chart-hours", title: Self.sentence(report), columns: range.map { "\($0)–\($0 + 1)h" },
            rows: weekdays.map { Self.short[$0 - 1] }, cells: cells,
            words: ("thấp hơn rõ so với mức chung", "cao hơn rõ so với mức chung"))
        chart = ChartDrawing(title: Self.sentence(report), wide: map.svg(.wide), narrow: map.svg(.narrow))
        csvHref = address.file("csv", table: "hours")
        xlsxHref = address.file("xlsx", table: "hours")
    }

    /// With some sixty cells, three would lie outside the 95 % limits by chance: colour begins at 99.8 %.
    private static func tone(_ measured: Measured, _ whole: Measured) -> HeatMap.Tone {
        let band = Band(of: measured, whole: whole)
        return band.isAlarm ? (band.isLower ? .worse : .better) : .same
    }

    private static func sentence(_ report: PeriodReport) -> String {
        let worse = report.hours.filter { tone($0.value, report.headline) == .worse }
            .sorted { ($0.value.figure.share ?? 0) < ($1.value.figure.share ?? 0) }
        guard !worse.isEmpty else { return "Không giờ nào thấp hơn rõ so với mức chung" }
        let named = worse.prefix(3).map { hour, measured in
            "\(names[hour.weekday - 1]) \(hour.hour)–\(hour.hour + 1) giờ (\(Formats.percent(measured.figure.share ?? 0, decimals: 1)))"
        }
        let rest = worse.count > 3 ? " và \(worse.count - 3) khung giờ khác" : ""
        return "Thấp hơn rõ: \(named.joined(separator: ", "))\(rest)"
    }

    static let names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    private static let short = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
}
