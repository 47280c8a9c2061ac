import Charts
import Feedback

/// The sides by which a month is shown, in the order of the page.
struct MonthSplits {
    let report: MonthReport
    let directory: Directory
    let address: MonthAddress
    let mayReadRows: Bool

    var all: [Split] {
        [units, criteria, desks, officials, fields, channels, evidence].filter { !$0.rows.isEmpty }
    }

    private var units: Split {
        let entries = report.units.map { id, measured in
            SplitEntry(
                name: name(id) { directory.unit($0)?.name }, measured: measured,
                address: id.map { id in address.choosing { $0.unit = id } })
        }
        return split("units", "Theo đơn vị", "Đơn vị", entries, chart: Self.sentence(entries, of: "đơn vị"))
    }

    private var criteria: Split {
        let texts = Dictionary(
            (report.questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        let entries = report.criteria.map { id, measured in
            SplitEntry(
                name: name(id) { texts[$0] }, measured: measured,
                address: id.map { id in address.choosing { $0.criterion = id } })
        }
        return split("criteria", "Theo tiêu chí", "Tiêu chí", entries, chart: Self.sentence(entries, of: "tiêu chí"))
    }

    private var desks: Split {
        split(
            "desks", "Theo quầy", "Quầy",
            report.desks.map { id, measured in
                SplitEntry(
                    name: name(id) { directory.desk($0)?.name }, measured: measured,
                    address: id.map { id in address.choosing { $0.desk = id } })
            })
    }

    private var officials: Split {
        let entries = report.officials.map { id, measured in
            SplitEntry(
                name: id == nil ? "Không rõ cán bộ" : name(id) { directory.official($0)?.name }, measured: measured,
                address: id.map { id in address.choosing { $0.official = id } })
        }
        return Split(
            id: "officials", title: "Theo cán bộ", heading: "Cán bộ", entries: entries, of: .official,
            mayReadRows: mayReadRows,
            note: "Không xếp hạng. Dưới 30 phiếu không hiện số liệu của một người; từ 30 đến 59 phiếu là tạm tính.")
    }

    private var fields: Split {
        split(
            "fields", "Theo lĩnh vực", "Lĩnh vực",
            report.fields.map { id, measured in
                SplitEntry(
                    name: id == nil ? "Quầy nhiều lĩnh vực" : name(id) { directory.field($0)?.name },
                    measured: measured, address: id.map { id in address.choosing { $0.field = id } })
            })
    }

    private var channels: Split {
        split(
            "channels", "Theo kênh", "Kênh",
            report.channels.map { channel, measured in
                SplitEntry(
                    name: channel.words, measured: measured, address: address.choosing { $0.channel = channel })
            })
    }

    private var evidence: Split {
        let entries = [
            SplitEntry(name: "A + B: chắc chắn có đến giao dịch", measured: report.proven, address: nil),
            SplitEntry(name: "A + B + C: thêm mã in có số điện thoại", measured: report.withCodes, address: nil),
            SplitEntry(
                name: "D: không có số điện thoại, hoặc gửi bất thường", measured: report.withoutPhone, address: nil),
        ]
        return split(
            "evidence", "Theo mức xác thực", "Mức xác thực", report.headline.ratings == 0 ? [] : entries)
    }

    private func split(
        _ id: String, _ title: String, _ heading: String, _ entries: [SplitEntry], chart sentence: String? = nil
    ) -> Split {
        let bars = entries.filter { $0.measured.isFitForChart(of: report.owner) && $0.measured.size != .hidden }
        let leftOut = sentence != nil && bars.count < entries.count
        let chart = sentence.flatMap { sentence in
            bars.count { $0.measured.size != .tooFew } < 2
                ? nil
                : ChartDrawing(
                    bars: bars.map {
                        StackedBars.Row(
                            label: $0.name, href: $0.address?.path, counts: $0.measured.chartCounts,
                            share: $0.measured.size == .tooFew ? nil : $0.measured.chartShare)
                    }, id: "chart-\(id)", title: sentence, target: report.target)
        }
        return Split(
            id: id, title: title, heading: heading, entries: entries, of: report.owner, mayReadRows: mayReadRows,
            chart: chart,
            note: leftOut && chart != nil ? "Dòng có quá ít phiếu chỉ nằm trong bảng." : nil)
    }

    /// What the chart shows, in a sentence: its lowest and its highest row.
    private static func sentence(_ entries: [SplitEntry], of what: String) -> String {
        let full = entries.filter { $0.measured.size == .full }
            .sorted { ($0.measured.figure.share ?? 0) < ($1.measured.figure.share ?? 0) }
        guard let low = full.first, let high = full.last, full.count > 1, let lowest = low.measured.figure.share,
            let highest = high.measured.figure.share
        else { return "Năm mức hài lòng theo \(what)" }
        let isApart = low.measured.figure.interval.high < high.measured.figure.interval.low
        guard isApart else {
            return
                "\(full.count) \(what) không khác biệt rõ: \(Formats.percent(lowest, decimals: 1)) đến \(Formats.percent(highest, decimals: 1)) hài lòng"
        }
        return
            "Thấp nhất: \(low.name), \(Formats.percent(lowest, decimals: 1)); cao nhất: \(high.name), \(Formats.percent(highest, decimals: 1))"
    }

    private func name<Subject>(_ id: ID<Subject>?, _ known: (ID<Subject>) -> String?) -> String {
        id.map { known($0) ?? $0.rawValue } ?? "Không rõ"
    }
}
