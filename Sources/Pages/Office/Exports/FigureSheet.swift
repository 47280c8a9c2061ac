package import Documents
package import Feedback

extension FigureAnswer {
    /// One table: its rows, then the whole, under the rules for small numbers.
    package func worksheet(_ directory: Directory) -> Worksheet {
        let title = question.by.map(Self.title) ?? "Toàn bộ"
        let lines = rows.map { row in
            [Cell.code(row.key), .code(name(of: row.key, directory) ?? "Không rõ")]
                + figureCells(row.measured, of: question.owner)
        }
        let all = [Cell.code(""), .text("Toàn bộ phạm vi đã chọn")] + figureCells(whole, of: wholeOwner)
        return Worksheet(
            name: title,
            title: [
                directory.configuration.authority.name,
                "Mức độ hài lòng tại quầy theo \(title.lowercased()), \(Formats.period(question.period))",
            ],
            columns: [.init("Mã", width: 14), .init("Tên", width: 44)] + figureColumns,
            rows: lines, totals: [all], notes: [rule.words, volunteers, smallNumbers])
    }

    private static func title(_ side: Dimension) -> String {
        switch side {
        case .month: "Tháng"
        case .day: "Ngày"
        case .unit: "Đơn vị"
        case .desk: "Quầy"
        case .official: "Cán bộ"
        case .field: "Lĩnh vực"
        case .procedure: "Thủ tục"
        case .channel: "Kênh"
        case .evidence: "Mức xác thực"
        case .stage: "Giai đoạn"
        case .questionnaire: "Phiên bản phiếu"
        case .criterion: "Tiêu chí"
        case .hour: "Giờ trong tuần"
        }
    }
}

/// Stands under every table that leaves the house.
let smallNumbers = """
    Dưới 10 phiếu chỉ ghi n; từ 10 đến 29 phiếu là tạm tính; số liệu riêng của cán bộ cần ít nhất 30 phiếu.
    """

let figureColumns: [Worksheet.Column] = [
    .init("Số phiếu", format: .count), .init("n", format: .count),
    .init("Rất không hài lòng", format: .count), .init("Không hài lòng", format: .count),
    .init("Bình thường", format: .count), .init("Hài lòng", format: .count), .init("Rất hài lòng", format: .count),
    .init("Bỏ trống", format: .count), .init("Tỷ lệ hài lòng", format: .share),
    .init("Khoảng tin cậy 95 % từ", format: .share), .init("Khoảng tin cậy 95 % đến", format: .share),
    .init("Tỷ lệ không hài lòng", format: .share), .init("Điểm trung bình", format: .decimal),
    .init("Ghi chú", width: 18),
]

/// The cells of `figureColumns`.
func figureCells(_ measured: Measured, of owner: Measured.Owner = .anything) -> [Cell] {
    let (size, figure) = (measured.size(of: owner), measured.figure)
    let isShown = size == .provisional || size == .full
    func share(_ value: Double?) -> Cell { isShown ? value.map { .number($0, decimals: 4) } ?? .empty : .empty }
    let levels: [Cell] = (figure.counts.levels + [figure.counts.blank]).map { isShown ? .integer($0) : .empty }
    return [.integer(measured.ratings), .integer(figure.n)] + levels + [
        share(figure.share), share(figure.interval.low), share(figure.interval.high), share(figure.dissatisfiedShare),
        isShown ? figure.mean.map { .number($0, decimals: 2) } ?? .empty : .empty,
        .text(FigureText(measured, of: owner).remark),
    ]
}
