import Feedback

/// Something chosen, in words, with the address that drops it.
struct ChosenCell: Sendable {
    let name: String
    let value: String
    let clearHref: String
}

/// The choices in force, in words.
struct ChosenCells {
    let address: FigureAddress
    let directory: Directory
    let questionnaire: Questionnaire?

    var all: [ChosenCell] {
        let cell = address.cell
        return [
            choice("Đơn vị", cell.unit.map(unit)) { $0.unit = nil },
            choice("Quầy", cell.desk.map(directory.sign)) { $0.desk = nil },
            choice("Cán bộ", cell.official.map(official)) { $0.official = nil },
            choice("Lĩnh vực", cell.field.map { directory.field($0)?.name ?? $0.rawValue }) { $0.field = nil },
            choice("Thủ tục", cell.procedure.map { directory.procedure($0)?.name ?? $0.rawValue }) {
                $0.procedure = nil
            },
            choice("Kênh", cell.channel?.words) { $0.channel = nil },
            choice("Mức xác thực", cell.evidence?.words) { $0.evidence = nil },
            choice("Giai đoạn", cell.stage?.wordsForStaff.firstUppercased) { $0.stage = nil },
            choice("Tiêu chí", cell.criterion.map(text)) { $0.criterion = nil },
        ].compactMap { $0 }
    }

    /// What is told of one person is delayed (`DeskFigures`).
    private func official(_ id: ID<Official>) -> String {
        "\(directory.official(id)?.name ?? id.rawValue) (chỉ các tháng đã hết)"
    }

    private func choice(_ name: String, _ value: String?, _ drop: (inout CellFilter) -> Void) -> ChosenCell? {
        value.map { ChosenCell(name: name, value: $0, clearHref: address.choosing(drop).path) }
    }

    /// A unit means what is below it too, and the chip says so.
    private func unit(_ id: ID<Feedback.Unit>) -> String {
        let name = directory.unit(id)?.name ?? id.rawValue
        return directory.subtree(of: id).count > 1 ? "\(name) và các đơn vị trực thuộc" : name
    }

    private func text(_ criterion: ID<Criterion>) -> String {
        questionnaire?.criteria.first { $0.id == criterion }?.text ?? criterion.rawValue
    }
}
