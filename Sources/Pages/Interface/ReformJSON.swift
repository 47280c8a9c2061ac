package import Feedback

extension ReformIndex {
    package func json(_ directory: Directory) -> JSONValue {
        .object([
            ("period", period.json(isRunning: isRunning)), ("rule", rule.json),
            ("questionnaire", .text(questionnaire?.versionID.rawValue)), ("note", .text(volunteers)),
            ("formula", .list(Self.formula.map { .text($0) })),
            ("whole", whole.map { Self.row($0, name: nil) } ?? .null),
            (
                "units",
                .list(rows.map { Self.row($0, name: directory.unit($0.unit)?.name ?? $0.unit.rawValue) })
            ),
        ])
    }

    private static func row(_ row: Row, name: String?) -> JSONValue {
        let unit: [(name: String, value: JSONValue)] =
            name.map { [("unit", .text(row.unit.rawValue)), ("name", .text($0))] } ?? []
        return .object(
            unit + [
                ("satisfaction", .object(figure(row.measured))),
                (
                    "cases",
                    .object([
                        ("raised", .integer(row.cases.raised)), ("answered", .integer(row.cases.answered)),
                        ("due", .integer(row.cases.due)), ("onTime", .integer(row.cases.onTime)),
                        ("onTimeShare", .decimal(row.cases.onTimeShare, decimals: 4)),
                        ("open", .integer(row.cases.open)), ("returned", .integer(row.cases.returned)),
                    ])
                ),
            ])
    }

    /// How the two figures are made, as it stands under the table.
    static let formula = [
        "Tỷ lệ hài lòng = (số trả lời “Hài lòng” + “Rất hài lòng”) / n; kèm khoảng tin cậy 95 % (Wilson).",
        """
        Tỷ lệ trả lời đúng hạn = số vụ việc có trả lời lần đầu không muộn hơn hạn đặt lúc mở / số vụ việc đã có trả lời \
        hoặc đã quá hạn đó. Vụ việc còn trong hạn không tính.
        """,
        "Vụ việc tính vào kỳ mà phản ánh được gửi đến. Trọng số giữa hai tỷ lệ do cơ quan có thẩm quyền quy định.",
    ]
}
