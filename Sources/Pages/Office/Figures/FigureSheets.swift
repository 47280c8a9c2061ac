import Documents
package import Feedback

/// Every table of a period as it goes out, under the rules for small numbers of the page: what that does not show is
/// empty here.
package struct FigureSheets {
    let report: PeriodReport
    let directory: Directory

    /// - Parameter directory: as it stands; names are those of the period.
    package init(_ report: PeriodReport, directory: Directory) {
        self.report = report
        self.directory = directory.picture(of: report.period)
    }

    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType

    /// - Parameter table: its id on the page: "units", "desks" …; nil: all, one below the other.
    /// - Returns: nil for an id that is none.
    package func csv(_ table: String?) -> [UInt8]? { (table.map(sheet) ?? whole)?.csv() }

    /// - Parameter table: as for `csv`; nil: all, a sheet each.
    package func xlsx(_ table: String?) throws -> [UInt8]? {
        let chosen = table.map { sheet($0).map { [$0] } } ?? sheets
        return try chosen.map { try Worksheet.xlsx($0) }
    }

    func sheet(_ table: String) -> Worksheet? {
        table == "hours" ? hours : groups.first { $0.id == table }.map(sheet)
    }

    var sheets: [Worksheet] {
        groups.filter { !$0.lines.isEmpty }.map(sheet) + (report.hours.isEmpty ? [] : [hours])
    }

    /// All tables in one.
    var whole: Worksheet {
        var lines: [[Cell]] = []
        for group in groups {
            lines += group.lines.map { line in
                [.code(report.period.rawValue), .text(group.name)] + row(line)
            }
        }
        return Worksheet(
            name: "Số liệu", title: title(nil),
            columns: [Worksheet.Column("Kỳ"), Worksheet.Column("Nhóm", width: 16)] + Self.columns, rows: lines,
            notes: notes)
    }
}

extension FigureSheets {
    struct Line {
        let code: String
        let name: String
        let measured: Measured
        var owner: Measured.Owner?
        var note = ""
        /// Whether the figure holds those of other lines.
        var isSum = false
        /// A figure that is not that of the counts.
        var factor: FactorFigure?
    }

    struct Group {
        let id: String
        let name: String
        let lines: [Line]
    }

    private var groups: [Group] {
        let texts = Dictionary(
            (report.questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        return [
            Group(
                id: "whole", name: "Toàn bộ",
                lines: [
                    Line(code: "", name: "Toàn bộ phạm vi đã chọn", measured: report.headline, note: note),
                    Line(
                        code: report.previous.period.rawValue,
                        name: "Kỳ trước: \(Formats.period(report.previous.period))", measured: report.previous.measured),
                    Line(
                        code: report.lastYear.period.rawValue,
                        name: "Cùng kỳ năm trước: \(Formats.period(report.lastYear.period))",
                        measured: report.lastYear.measured),
                ]),
            Group(
                id: "units", name: "Đơn vị",
                lines: report.units.map { row in
                    Line(
                        code: row.id.rawValue, name: directory.unit(row.id)?.name ?? row.id.rawValue,
                        measured: row.measured, note: row.isSum ? "gồm các đơn vị trực thuộc" : "", isSum: row.isSum)
                }),
            Group(
                id: "factors", name: "Yếu tố",
                lines: report.factors.map {
                    Line(
                        code: $0.factor.id.rawValue, name: $0.factor.name, measured: $0.measured,
                        note: $0.rule == .meanOfCriteria ? "trung bình các tiêu chí" : "gộp các tiêu chí", factor: $0)
                }),
            Group(id: "criteria", name: "Tiêu chí", lines: lines(report.criteria) { texts[$0] }),
            Group(id: "desks", name: "Quầy", lines: lines(report.desks) { directory.sign(of: $0) }),
            Group(
                id: "officials", name: "Cán bộ",
                lines: lines(report.officials, of: .official) { directory.official($0)?.name }),
            Group(id: "fields", name: "Lĩnh vực", lines: lines(report.fields) { directory.field($0)?.name }),
            Group(
                id: "procedures", name: "Thủ tục", lines: lines(report.procedures) { directory.procedure($0)?.name }),
            Group(
                id: "stages", name: "Giai đoạn",
                lines: report.stages.map {
                    Line(
                        code: $0.stage?.rawValue ?? "",
                        name: $0.stage?.wordsForStaff.firstUppercased ?? "Không trả lời",
                        measured: $0.measured)
                }),
            Group(
                id: "channels", name: "Kênh",
                lines: report.channels.map {
                    Line(code: $0.channel.rawValue, name: $0.channel.words, measured: $0.measured)
                }),
            Group(
                id: "evidence", name: "Mức xác thực",
                lines: EvidenceClass.allCases.compactMap { kind in
                    report.evidence[kind].map { Line(code: kind.rawValue, name: kind.words, measured: $0) }
                }),
            Group(
                id: "trend", name: "Hai mươi bốn tháng",
                lines: report.trend.points.map {
                    Line(
                        code: $0.month.rawValue, name: Formats.month($0.month), measured: $0.measured,
                        note: $0.place.words ?? "")
                }),
        ]
    }

    private func lines<Subject>(
        _ rows: PeriodReport.Rows<Subject>, of owner: Measured.Owner? = nil, name: (ID<Subject>) -> String?
    ) -> [Line] {
        rows.map { id, measured in
            Line(
                code: id?.rawValue ?? "", name: id.map { name($0) ?? $0.rawValue } ?? "Không rõ", measured: measured,
                owner: owner)
        }
    }

    private func sheet(_ group: Group) -> Worksheet {
        // People are not drawn beside each other, and a whole beside its parts says nothing.
        let isDrawn = !["whole", "officials"].contains(group.id)
        let parts = group.lines.filter { !$0.isSum }
        let shown = isDrawn ? parts.count { FigureText.shows($0.measured, $0.owner ?? report.owner) } : 0
        let chart =
            group.id == "trend"
            ? Worksheet.Chart(.line, title: "Tỷ lệ hài lòng theo tháng (%)", names: 1, values: [10])
            : Worksheet.Chart(.bars, title: "Tỷ lệ hài lòng (%)", names: 1, values: [10])
        return Worksheet(
            name: group.name, title: title(group.name), columns: Self.columns, rows: parts.map(row),
            totals: group.lines.filter(\.isSum).map(row), notes: notes, charts: shown > 1 ? [chart] : [])
    }

    private var hours: Worksheet {
        let keys = report.hours.keys.sorted()
        return Worksheet(
            name: "Giờ trong tuần", title: title("Giờ trong tuần"), columns: Self.columns,
            rows: keys.compactMap { key in
                report.hours[key].map {
                    row(
                        Line(
                            code: "\(key.weekday)-\(key.hour)",
                            name: "\(HoursText.names[key.weekday - 1]) \(key.hour)–\(key.hour + 1) giờ", measured: $0))
                }
            }, notes: notes)
    }

    private static let columns =
        [
            Worksheet.Column("Mã", width: 14), Worksheet.Column("Tên", width: 40),
            Worksheet.Column("Số phiếu", format: .count), Worksheet.Column("n", format: .count),
        ]
        + [
            "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng", "Bỏ trống",
        ].map { Worksheet.Column($0, format: .count) }
        + [
            "Tỷ lệ hài lòng (%)", "Khoảng tin cậy 95 % từ (%)", "Khoảng tin cậy 95 % đến (%)",
            "Tỷ lệ không hài lòng (%)",
        ].map { Worksheet.Column($0, format: .percent) }
        + [Worksheet.Column("Điểm trung bình", format: .decimal), Worksheet.Column("Ghi chú", width: 30)]

    private func row(_ line: Line) -> [Cell] {
        let owner = line.owner ?? report.owner
        let (figure, text) = (line.measured.figure, FigureText(line.measured, of: owner))
        let isShown = FigureText.shows(line.measured, owner)
        let isMean = line.factor?.rule == .meanOfCriteria
        let share = isMean ? line.factor?.share : figure.share
        let interval = isMean ? line.factor?.interval ?? figure.interval : figure.interval
        func percent(_ share: Double?) -> Cell {
            isShown ? share.map { .number($0 * 100, decimals: 2) } ?? .empty : .empty
        }
        let levels: [Cell] = (figure.counts.levels + [figure.counts.blank]).map { isShown ? .integer($0) : .empty }
        return [.code(line.code), .text(line.name), .integer(line.measured.ratings), .integer(figure.n)] + levels + [
            percent(share), percent(interval.low), percent(interval.high),
            isMean ? .empty : percent(figure.dissatisfiedShare),
            isShown && !isMean ? figure.mean.map { .number($0, decimals: 2) } ?? .empty : .empty,
            .text([text.remark, line.note].filter { !$0.isEmpty }.joined(separator: "; ")),
        ]
    }

    private var note: String { "Người dân tự nguyện đánh giá. \(report.rule.words)" }

    /// What the sheet is, of which days and of what choice.
    private func title(_ group: String?) -> [String] {
        let choices = ChosenCells(
            address: FigureAddress(period: report.period, cell: report.cell), directory: directory,
            questionnaire: report.questionnaire
        ).all.map { "\($0.name): \($0.value)" }
        let period = Formats.period(report.period).firstUppercased + (report.isRunning ? ", đến hôm nay" : "")
        return [
            "Chỉ số hài lòng (nội bộ)" + (group.map { ": \($0.lowercased())" } ?? ""),
            "\(directory.configuration.authority.name). \(period).",
        ] + (choices.isEmpty ? [] : [choices.joined(separator: "; ")])
    }

    private var notes: [String] {
        [
            note, "Hài lòng là mức 4 và 5 trên 5. n là số câu trả lời.",
            "Dưới 10 phiếu không hiện tỷ lệ; dưới 30 phiếu là tạm tính; số liệu một người cần từ 30 phiếu.",
        ]
    }
}
