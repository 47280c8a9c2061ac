package import Documents
package import Feedback

extension ReformIndex {
    /// Per unit the satisfaction and the cases answered in time, with how they are made.
    package func worksheet(_ directory: Directory) -> Worksheet {
        let lines = rows.map { line($0, name: directory.unit($0.unit)?.name ?? $0.unit.rawValue) }
        let all = whole.map { [line($0, name: "Toàn cơ quan")] } ?? []
        return Worksheet(
            name: "Cải cách hành chính",
            title: [
                directory.configuration.authority.name,
                "Mức độ hài lòng và giải quyết phản ánh của các đơn vị, \(Formats.period(period))"
                    + (isRunning ? " (chưa hết kỳ)" : ""),
            ],
            columns: [
                .init("Mã", width: 14), .init("Đơn vị", width: 44), .init("Số phiếu", format: .count),
                .init("n", format: .count), .init("Tỷ lệ hài lòng", format: .share),
                .init("Khoảng tin cậy 95 % từ", format: .share), .init("Khoảng tin cậy 95 % đến", format: .share),
                .init("Ghi chú", width: 16), .init("Vụ việc phát sinh", format: .count),
                .init("Đã trả lời", format: .count), .init("Đến hạn", format: .count),
                .init("Trả lời đúng hạn", format: .count), .init("Tỷ lệ đúng hạn", format: .share),
                .init("Đang chờ trả lời", format: .count), .init("Người dân báo chưa xong", format: .count),
            ],
            rows: lines, totals: all, notes: Self.formula + [rule.words, volunteers, smallNumbers])
    }

    private func line(_ row: Row, name: String) -> [Cell] {
        let (size, figure, cases) = (row.measured.size, row.measured.figure, row.cases)
        let isShown = size == .provisional || size == .full
        func share(_ value: Double?) -> Cell { value.map { .number($0, decimals: 4) } ?? .empty }
        return [
            .code(row.unit.rawValue), .text(name), .integer(row.measured.ratings), .integer(figure.n),
            isShown ? share(figure.share) : .empty, isShown ? share(figure.interval.low) : .empty,
            isShown ? share(figure.interval.high) : .empty, .text(FigureText(row.measured).remark),
            .integer(cases.raised), .integer(cases.answered), .integer(cases.due), .integer(cases.onTime),
            share(cases.onTimeShare), .integer(cases.open), .integer(cases.returned),
        ]
    }
}
