package import Documents
package import Feedback

extension FieldCriteria {
    /// Fields by criterion, then procedures on the whole.
    package func worksheets(_ directory: Directory) -> [Worksheet] {
        [fieldSheet(directory), procedures.worksheet(directory)]
    }

    private func fieldSheet(_ directory: Directory) -> Worksheet {
        let lines = fields.flatMap { field, answer in
            let name = directory.field(field)?.name ?? field.rawValue
            return answer.rows.map { row in
                [
                    Cell.code(field.rawValue), .text(name), .code(row.key),
                    .text(answer.name(of: row.key, directory) ?? row.key),
                ] + figureCells(row.measured)
            }
        }
        return Worksheet(
            name: "Lĩnh vực, tiêu chí",
            title: [
                directory.configuration.authority.name,
                "Kết quả theo lĩnh vực và tiêu chí, \(Formats.period(period))",
            ],
            columns: [
                .init("Mã lĩnh vực", width: 14), .init("Lĩnh vực", width: 24), .init("Mã tiêu chí", width: 12),
                .init("Tiêu chí", width: 50),
            ] + figureColumns,
            rows: lines, notes: [volunteers, smallNumbers])
    }
}
