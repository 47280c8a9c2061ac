import Charts
import Feedback

/// The sides by which a period is shown, in the order of the page.
struct FigureSplits {
    let report: PeriodReport
    let directory: Directory
    let address: FigureAddress
    let mayReadRows: Bool

    var all: [Split] {
        [units, factors, criteria, desks, officials, fields, procedures, stages, channels, evidence]
            .filter { !$0.rows.isEmpty }
    }

    private var whole: Double? {
        FigureText.shows(report.headline, report.owner) ? report.headline.figure.share : nil
    }

    private var units: Split {
        let isCompared = report.units.count > 1
        let entries = report.units.map { row in
            let entry = SplitEntry(
                name: directory.unit(row.id)?.name ?? row.id.rawValue, measured: row.measured,
                address: address.choosing { $0.unit = row.id }, depth: row.depth, isSum: row.isSum)
            return isCompared ? banded(entry) : entry
        }
        let leaves = entries.filter { !$0.isSum }
        return split(
            "units", "Theo đơn vị", "Đơn vị", entries, chart: bandSentence(leaves, of: "đơn vị"), charted: leaves,
            bands: isCompared,
            note: entries.contains(where: \.isSum) ? "Dòng in đậm là tổng của các đơn vị trực thuộc." : nil)
    }

    private var desks: Split {
        let isCompared = report.desks.count > 1
        return split(
            "desks", "Theo quầy", "Quầy",
            report.desks.lazy.map { id, measured in
                let entry = SplitEntry(
                    name: name(id) { directory.sign(of: $0) }, measured: measured,
                    address: id.map { id in address.choosing { $0.desk = id } })
                return isCompared ? banded(entry) : entry
            }, bands: isCompared)
    }

    private var factors: Split {
        let entries = report.factors.map { factor in
            SplitEntry(
                name: factor.factor.name, measured: factor.measured, figure: FigureText(factor, of: report.owner),
                share: factor.share.map { Charts.Share($0, low: factor.interval.low, high: factor.interval.high) },
                band: factor.factor.askedOnlyIf.map { "chỉ hỏi: \($0)" })
        }
        let isMean = report.factors.first?.rule == .meanOfCriteria
        return split(
            "factors", "Theo yếu tố", "Yếu tố", entries,
            note: isMean
                ? "Yếu tố là trung bình tỷ lệ của các tiêu chí trong đó; khoảng tin cậy theo tiêu chí ít câu trả lời nhất."
                : "Yếu tố gộp mọi câu trả lời của các tiêu chí trong đó; n là số câu trả lời.",
            bandHeading: entries.contains { $0.band != nil } ? "Ai được hỏi" : nil)
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

    private var officials: Split {
        let entries = report.officials.lazy.map { id, measured in
            SplitEntry(
                name: id == nil ? "Không rõ cán bộ" : name(id) { directory.official($0)?.name }, measured: measured,
                address: id.map { id in address.choosing { $0.official = id } })
        }
        return split(
            "officials", "Theo cán bộ", "Cán bộ", entries, of: .official,
            note:
                "Không xếp hạng. Chỉ gồm các tháng đã hết. Dưới 30 phiếu không hiện số liệu của một người; từ 30 đến 59 phiếu là tạm tính."
        )
    }

    private var fields: Split {
        split(
            "fields", "Theo lĩnh vực", "Lĩnh vực",
            report.fields.map { id, measured in
                SplitEntry(
                    name: id == nil ? "Quầy nhiều lĩnh vực" : name(id) { directory.field($0)?.name },
                    measured: measured, address: id.map { id in address.choosing { $0.field = id } })
            },
            note: report.cell.field == nil && report.units.count > 1
                ? "Mỗi lĩnh vực khó dễ khác nhau: chọn một lĩnh vực để so các đơn vị, quầy trong cùng việc." : nil)
    }

    private var procedures: Split {
        split(
            "procedures", "Theo thủ tục", "Thủ tục",
            report.procedures.lazy.map { id, measured in
                SplitEntry(
                    name: id == nil ? "Không nêu thủ tục" : name(id) { directory.procedure($0)?.name },
                    measured: measured, address: id.map { id in address.choosing { $0.procedure = id } })
            })
    }

    private var stages: Split {
        split(
            "stages", "Theo giai đoạn", "Giai đoạn",
            report.stages.count < 2
                ? []
                : report.stages.map { stage, measured in
                    SplitEntry(
                        name: stage?.wordsForStaff.firstUppercased ?? "Không trả lời", measured: measured,
                        address: stage.map { stage in address.choosing { $0.stage = stage } })
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
                name: "D: không có số điện thoại, hoặc gửi bất thường", measured: report.withoutPhone,
                address: address.choosing { $0.evidence = .d }),
        ]
        return split(
            "evidence", "Theo mức xác thực", "Mức xác thực", report.headline.ratings == 0 ? [] : entries)
    }

    /// What rows are held against: what is in sight, which is not always everybody.
    private var yardstick: String { report.isPart ? "phần đang xem" : "mức chung" }

    /// Where an entry stands against everything chosen.
    private func banded(_ entry: SplitEntry) -> SplitEntry {
        var entry = entry
        guard report.owner == .anything else { return entry }
        let band = Band(of: entry.measured, whole: report.headline)
        entry.band = band == .tooFew ? nil : band.words
        entry.isWorse = band.isLower
        return entry
    }

    /// - Parameters:
    ///   - entries: of which only those that stand on the page are made.
    ///   - charted: what a chart draws, where that is not all of them.
    private func split(
        _ id: String, _ title: String, _ heading: String, _ entries: some RandomAccessCollection<SplitEntry>,
        of owner: Measured.Owner? = nil,
        chart sentence: String? = nil, charted: [SplitEntry]? = nil, bands: Bool = false, note: String? = nil,
        bandHeading: String? = nil
    ) -> Split {
        let candidates = sentence == nil ? [] : charted ?? Array(entries)
        let bars = candidates.filter { $0.measured.isFitForChart(of: report.owner) && $0.measured.size != .hidden }
        // Rows stand in the order of what is worth a look: the first ones are drawn where there are too many.
        let drawn = bars.prefix(bars.count > 25 ? 12 : bars.count)
        let chart = sentence.flatMap { sentence in
            bars.count { $0.measured.size != .tooFew } < 2
                ? nil
                : ChartDrawing(
                    bars: drawn.map {
                        StackedBars.Row(
                            label: $0.name, href: $0.address?.path, counts: $0.measured.chartCounts,
                            share: $0.measured.size == .tooFew ? nil : $0.measured.chartShare)
                    }, id: "chart-\(id)", title: sentence, target: report.targets.first { $0.sameMethod })
        }
        let leftOut: String? =
            chart == nil
            ? nil
            : drawn.count < bars.count
                ? "Biểu đồ vẽ 12 dòng thấp nhất; mọi dòng nằm trong bảng."
                : bars.count < candidates.count ? "Dòng có quá ít phiếu chỉ nằm trong bảng." : nil
        let notes = [note, leftOut].compactMap { $0 }
        return Split(
            entries,
            Split.Look(
                id: id, title: title, heading: heading,
                bandHeading: bandHeading ?? (bands && report.owner == .anything ? "So với \(yardstick)" : nil),
                owner: owner ?? report.owner, mayReadRows: mayReadRows, whole: whole, chart: chart,
                note: notes.isEmpty ? nil : notes.joined(separator: " ")),
            address: address)
    }

    /// What the chart shows, in a sentence: who lies outside the limits of chance. The lowest and the highest of many
    /// are far apart by chance alone.
    private func bandSentence(_ entries: [SplitEntry], of what: String) -> String {
        let full = entries.filter { $0.measured.size == .full }
        guard full.count > 1, report.owner == .anything else { return Self.sentence(entries, of: what) }
        let bands = full.map { (entry: $0, band: Band(of: $0.measured, whole: report.headline)) }
        // Of many steady rows, one beyond 95 % is usual: the sentence names those beyond 99.8 %.
        let sure = bands.filter(\.band.isAlarm)
        let parts = [
            ("Rõ ràng thấp hơn \(yardstick)", sure.filter(\.band.isLower)),
            ("rõ ràng cao hơn", sure.filter(\.band.isHigher).reversed()),
        ].compactMap { words, found -> String? in
            let named = found.prefix(3).map {
                "\($0.entry.name) (\(Formats.percent($0.entry.measured.figure.share ?? 0, decimals: 1)))"
            }
            let rest = found.count > 3 ? " và \(found.count - 3) \(what) khác" : ""
            return found.isEmpty ? nil : "\(words): \(named.joined(separator: ", "))\(rest)"
        }
        let watched = bands.filter { $0.band.isLower || $0.band.isHigher }.count
        return parts.isEmpty
            ? watched == 0
                ? "\(full.count) \(what) không khác biệt rõ so với \(yardstick)"
                : "\(watched) trong \(full.count) \(what) khác \(yardstick) ở giới hạn 95 %, chưa chắc ở 99,8 %"
            : parts.joined(separator: "; ").firstUppercased
    }

    /// What the chart shows, in a sentence: its lowest and its highest row.
    private static func sentence(_ entries: [SplitEntry], of what: String) -> String {
        let full = entries.filter { $0.measured.size == .full }
            .sorted { ($0.measured.figure.share ?? 0) < ($1.measured.figure.share ?? 0) }
        guard let low = full.first, let high = full.last, full.count > 1, let lowest = low.measured.figure.share,
            let highest = high.measured.figure.share
        else { return "Năm mức hài lòng theo \(what)" }
        let isApart = low.measured.interval.high < high.measured.interval.low
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
