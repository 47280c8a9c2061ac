import Feedback

/// The filters in force, in words, each with the address that drops it.
struct ChosenCells {
    let address: MonthAddress
    let directory: Directory
    let questionnaire: Questionnaire?

    var all: [MonthPage.Choice] {
        let cell = address.cell
        return [
            choice("Đơn vị", cell.unit.map { directory.unit($0)?.name ?? $0.rawValue }) { $0.unit = nil },
            choice("Quầy", cell.desk.map { directory.desk($0)?.name ?? $0.rawValue }) { $0.desk = nil },
            choice("Cán bộ", cell.official.map { directory.official($0)?.name ?? $0.rawValue }) { $0.official = nil },
            choice("Lĩnh vực", cell.field.map { directory.field($0)?.name ?? $0.rawValue }) { $0.field = nil },
            choice("Kênh", cell.channel?.words) { $0.channel = nil },
            choice("Tiêu chí", cell.criterion.map(text)) { $0.criterion = nil },
        ].compactMap { $0 }
    }

    private func choice(_ name: String, _ value: String?, _ drop: (inout CellFilter) -> Void) -> MonthPage.Choice? {
        value.map { MonthPage.Choice(name: name, value: $0, clearHref: address.choosing(drop).path) }
    }

    private func text(_ criterion: ID<Criterion>) -> String {
        questionnaire?.criteria.first { $0.id == criterion }?.text ?? criterion.rawValue
    }
}
