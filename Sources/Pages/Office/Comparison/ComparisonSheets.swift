import Documents
package import Feedback

/// The tables of the comparison as they go out, under the rules for small numbers of the page: what that does not show
/// is empty here.
package struct ComparisonSheets {
    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType

    let comparison: FairComparison
    let directory: Directory
    private let names: PartNames

    /// - Parameters:
    ///   - directory: as it stands; names are those of the period.
    ///   - today: in Viet Nam.
    package init(_ comparison: FairComparison, directory: Directory, today: LocalDay) {
        self.comparison = comparison
        self.directory = directory.on(min(comparison.period.last, today))
        names = PartNames(side: comparison.side, directory: self.directory)
    }

    /// - Parameter table: its id on the page; nil: that of all units or desks.
    /// - Returns: nil for an id that is none.
    package func csv(_ table: String?) -> [UInt8]? { sheet(table ?? "parts")?.csv() }

    /// - Parameter table: as for `csv`; nil: all, a sheet each.
    package func xlsx(_ table: String?) throws -> [UInt8]? {
        let chosen = table.map { sheet($0).map { [$0] } } ?? sheets
        return try chosen.map { try Worksheet.xlsx($0) }
    }

    var sheets: [Worksheet] {
        ["parts", "praise", "concern", "silent", "topics", "officials"].compactMap(sheet)
            .filter { !$0.rows.isEmpty }
    }

    func sheet(_ table: String) -> Worksheet? {
        switch table {
        case "parts": parts("Tất cả", comparison.parts)
        case "praise": parts("Đáng khen", comparison.praise)
        case "concern": parts("Cần xem", comparison.concern)
        case "silent": silent
        case "topics": topics
        case "officials": officials
        default: nil
        }
    }

    private func parts(_ name: String, _ parts: [FairComparison.Part]) -> Worksheet {
        let isByDesk = comparison.side == .desk
        let rateColumns: [Worksheet.Column] =
            isByDesk
            ? [
                .init("Số phiếu các tháng biết số hồ sơ", width: 16, format: .count),
                .init("Số hồ sơ", format: .count), .init("Tỷ lệ đánh giá (%)", format: .percent),
            ] : []
        return Worksheet(
            name: name, title: title(name),
            columns: [
                .init("Mã", width: 20), .init(isByDesk ? "Quầy" : "Đơn vị", width: 40), .init("n", format: .count),
            ] + Self.figureColumns + [
                .init("Tỷ lệ không hài lòng (%)", format: .percent)
            ] + Self.bandColumns + rateColumns + [.init("Ghi chú", width: 30)],
            rows: parts.map { part in
                let rate = isByDesk ? comparison.rates[ID(part.id)] : nil
                let remarks = [FigureText(part.measured).remark, rate.flatMap { RateText($0).warning } ?? ""]
                return [.code(part.id), .text(names.name(part.id)), .integer(part.measured.counts.n)]
                    + figure(part.measured) + [percent(part.measured.figure.dissatisfiedShare, part.measured)]
                    + band(part.band) + (isByDesk ? self.rate(rate) : [])
                    + [.text(remarks.filter { !$0.isEmpty }.joined(separator: "; "))]
            }, notes: notes)
    }

    private var silent: Worksheet {
        Worksheet(
            name: "Quầy im lặng", title: title("Quầy im lặng"),
            columns: [.init("Mã", width: 20), .init("Quầy", width: 44), .init("Phiếu gần nhất", width: 16)],
            rows: comparison.silent.map {
                [
                    .code($0.desk.rawValue), .text(directory.sign(of: $0.desk)),
                    $0.lastRating.map { .on($0) } ?? .empty,
                ]
            },
            notes: [
                "Mở cửa, có người trực, nhưng không có phiếu nào trong \(SilentDesk.days) ngày làm việc vừa qua."
            ])
    }

    private var topics: Worksheet {
        let months = comparison.topicMonths
        return Worksheet(
            name: "Nên đối thoại", title: title("Nên đối thoại với người dân"),
            columns: [.init("Mã", width: 20), .init("Lĩnh vực", width: 36), .init("n", format: .count)]
                + Self.figureColumns + [.init("Phần trong số phiếu (%)", format: .percent)] + Self.bandColumns,
            rows: comparison.topics.map { topic in
                let name = directory.field(topic.field)?.name ?? topic.field.rawValue
                return [.code(topic.field.rawValue), .text(name), .integer(topic.measured.counts.n)]
                    + figure(topic.measured) + [.number(topic.weight * 100, decimals: 1)] + band(topic.band)
            },
            notes: notes + [
                "Từ \(Formats.month(months.lowerBound)) đến \(Formats.month(months.upperBound)); chỉ tính phiếu biết rõ lĩnh vực."
            ])
    }

    /// Of a person, only the band.
    private var officials: Worksheet {
        Worksheet(
            name: "Cán bộ", title: title("Cán bộ"),
            columns: [.init("Cán bộ", width: 28), .init("Đơn vị", width: 36), .init("n", format: .count)]
                + Self.bandColumns,
            rows: comparison.officials.map { id, n, band in
                let official = directory.official(id)
                let unit = official.flatMap { directory.unit($0.unit)?.name } ?? ""
                return [.text(official?.name ?? id.rawValue), .text(unit), .integer(n)] + self.band(band)
            }, notes: ["Không xếp hạng, không nêu tỷ lệ. Dùng để hỏi thăm và hỗ trợ, không dùng một mình để chấm điểm."]
        )
    }

    private static let figureColumns: [Worksheet.Column] = [
        .init("Tỷ lệ hài lòng (%)", format: .percent), .init("Khoảng tin cậy 95 % từ (%)", format: .percent),
        .init("Khoảng tin cậy 95 % đến (%)", format: .percent),
    ]
    private static let bandColumns: [Worksheet.Column] = [
        .init("So với mức chung", width: 18), .init("Chắc đến đâu", width: 34),
    ]

    private func figure(_ measured: Measured) -> [Cell] {
        let interval = measured.figure.interval
        return [measured.figure.share, interval.low, interval.high].map { percent($0, measured) }
    }

    private func percent(_ share: Double?, _ measured: Measured) -> Cell {
        FigureText.shows(measured, .anything) ? share.map { .number($0 * 100, decimals: 2) } ?? .empty : .empty
    }

    private func band(_ band: Band) -> [Cell] {
        let text = BandText(band)
        return [.text(text.words), .text(text.note ?? "")]
    }

    private func rate(_ rate: ResponseRate?) -> [Cell] {
        guard let rate else { return [.empty, .empty, .empty] }
        let share: Cell =
            rate.isMoreThanAll ? .empty : rate.share.map { .number($0 * 100, decimals: 1) } ?? .empty
        return [.integer(rate.ratings), .integer(rate.dossiers), share]
    }

    private func title(_ name: String) -> [String] {
        let field = comparison.field.map { ". Lĩnh vực: \(directory.field($0)?.name ?? $0.rawValue)" } ?? ""
        let period = Formats.period(comparison.period).firstUppercased + (comparison.isRunning ? ", đến hôm nay" : "")
        return [
            "So sánh công bằng: \(name.lowercased())", "\(directory.configuration.authority.name). \(period)\(field).",
        ]
    }

    private var notes: [String] {
        [
            "Người dân tự nguyện đánh giá. \(comparison.rule.words)",
            "Không xếp hạng. Dưới 30 phiếu không so sánh; dưới 10 phiếu không hiện tỷ lệ. Mức chung: n = \(Formats.count(comparison.whole.counts.n)).",
        ]
    }
}
