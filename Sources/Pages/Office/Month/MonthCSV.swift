import Documents
package import Feedback

extension MonthReport {
    /// The media type of `csv`.
    package static let csvMediaType = CSV.mediaType

    /// The month as a table for spreadsheets: one line per row of the month page, under the same rules for small
    /// numbers: what the page does not show is empty here.
    package func csv(directory: Directory) -> [UInt8] {
        MonthCSV(report: self, directory: directory.picture(of: month)).bytes
    }
}

/// Writes the lines.
struct MonthCSV {
    let report: MonthReport
    let directory: Directory

    var bytes: [UInt8] {
        var csv = CSV(columns: [
            "Tháng", "Nhóm", "Mã", "Tên", "Số phiếu", "n", "Rất không hài lòng", "Không hài lòng", "Bình thường",
            "Hài lòng", "Rất hài lòng", "Bỏ trống", "Tỷ lệ hài lòng (%)", "Khoảng tin cậy 95 % từ (%)",
            "Khoảng tin cậy 95 % đến (%)", "Tỷ lệ không hài lòng (%)", "Điểm trung bình", "Ghi chú",
        ])
        let note = "Người dân tự nguyện đánh giá. \(report.rule.words)"
        csv.append(line("Toàn bộ", "", "Toàn bộ phạm vi đã chọn", report.headline, note: note))
        lines("Đơn vị", report.units, &csv) { directory.unit($0)?.name }
        let texts = Dictionary(
            (report.questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        lines("Tiêu chí", report.criteria, &csv) { texts[$0] }
        lines("Quầy", report.desks, &csv) { directory.desk($0)?.name }
        lines("Cán bộ", report.officials, of: .official, &csv) { directory.official($0)?.name }
        lines("Lĩnh vực", report.fields, &csv) { directory.field($0)?.name }
        for (channel, measured) in report.channels {
            csv.append(line("Kênh", channel.rawValue, channel.words, measured))
        }
        for kind in EvidenceClass.allCases {
            if let measured = report.evidence[kind] {
                csv.append(line("Mức xác thực", kind.rawValue, kind.words, measured))
            }
        }
        for point in report.trend {
            csv.append(line("Mười hai tháng", point.month.rawValue, Formats.month(point.month), point.measured))
        }
        return csv.bytes
    }

    private func lines<Subject>(
        _ group: String, _ rows: MonthReport.Rows<Subject>, of owner: Measured.Owner? = nil, _ csv: inout CSV,
        name: (ID<Subject>) -> String?
    ) {
        for (id, measured) in rows {
            csv.append(
                line(
                    group, id?.rawValue ?? "", id.map { name($0) ?? $0.rawValue } ?? "Không rõ", measured,
                    of: owner))
        }
    }

    private func line(
        _ group: String, _ code: String, _ name: String, _ measured: Measured, of owner: Measured.Owner? = nil,
        note: String = ""
    ) -> [Cell] {
        let owner = owner ?? report.owner
        let size = measured.size(of: owner)
        let figure = measured.figure
        let isShown = size == .provisional || size == .full
        let text = FigureText(measured, of: owner)
        func percent(_ share: Double?) -> Cell {
            isShown ? share.map { .number($0 * 100, decimals: 2) } ?? .empty : .empty
        }
        let levels: [Cell] = (figure.counts.levels + [figure.counts.blank]).map { isShown ? .integer($0) : .empty }
        return [
            .code(report.month.rawValue), .text(group), .code(code), .text(name), .integer(measured.ratings),
            .integer(figure.n),
        ] + levels + [
            percent(figure.share), percent(figure.interval.low), percent(figure.interval.high),
            percent(figure.dissatisfiedShare),
            isShown ? figure.mean.map { .number($0, decimals: 2) } ?? .empty : .empty,
            .text([text.note ?? "", note].filter { !$0.isEmpty }.joined(separator: "; ")),
        ]
    }
}
