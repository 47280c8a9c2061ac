import Documents
package import Feedback

/// How many dossiers each desk handled in a month, and how many of them were rated.
package struct DossierSheet {
    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType

    let worksheet: Worksheet

    package var csv: [UInt8] { worksheet.csv() }
    package func xlsx() throws -> [UInt8] { try Worksheet.xlsx([worksheet]) }

    /// - Parameters:
    ///   - desks: those that one may count, in order.
    ///   - directory: of the month.
    package init(
        _ month: Month, desks: [Desk], counts: [DossierCount], rates: [ID<Desk>: ResponseRate], directory: Directory
    ) {
        let known = Dictionary(counts.map { ($0.desk, $0.count) }, uniquingKeysWith: { _, last in last })
        worksheet = Worksheet(
            name: "Số hồ sơ", title: ["Số hồ sơ đã giải quyết, \(Formats.month(month))"],
            columns: [
                .init("Mã", width: 14), .init("Quầy", width: 44), .init("Đơn vị", width: 32),
                .init("Số hồ sơ", format: .count), .init("Số phiếu", format: .count),
                .init("Tỷ lệ đánh giá (%)", format: .percent),
            ],
            rows: desks.map { desk in
                let rate = rates[desk.id]
                return [
                    .code(desk.id.rawValue), .text(desk.name),
                    .text(directory.unit(desk.unit)?.name ?? desk.unit.rawValue),
                    known[desk.id].map { .integer($0) } ?? .empty, rate.map { .integer($0.ratings) } ?? .empty,
                    rate?.share.map { .number($0 * 100, decimals: 1) } ?? .empty,
                ]
            }, notes: ["Số hồ sơ do cán bộ nhập từ phần mềm một cửa; ô trống là chưa biết."])
    }
}
