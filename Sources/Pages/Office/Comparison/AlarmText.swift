import Feedback

/// A statistical alarm in words, with its dates.
struct AlarmText: Sendable {
    struct Step: Sendable {
        let words: String
        let note: String
    }

    let id: String
    let name: String
    /// "cán bộ, Phòng Tư pháp".
    let kind: String
    let href: String?
    /// "Từ 03/11/2026 đến 20/11/2026: 9 phiếu mức 1–2 trong 31 phiếu".
    let words: String
    let raised: String
    let isOpen: Bool
    let isWithdrawn: Bool
    let steps: [Step]
    let action: String
    /// The ratings of that stretch.
    let rowsHref: String

    /// - Parameter names: of those who did something, by the journal's label.
    init(_ alarm: Alarm, in directory: Directory, names: [String: String]) {
        id = String(alarm.id)
        name = Self.name(of: alarm.subject, in: directory)
        let unit = directory.unit(alarm.unit)?.name ?? alarm.unit.rawValue
        kind = alarm.subject.desk == nil ? "cán bộ, \(unit)" : "quầy, \(unit)"
        var cell = CellFilter()
        switch alarm.subject {
        case .desk(let id):
            href = ComparisonAddress.path(of: id.rawValue, .desk)
            cell.desk = id
        // The page of an official is that official's alone.
        case .official(let id):
            href = nil
            cell.official = id
        }
        let days = "\(Formats.shortDay(alarm.firstDay)) đến \(Formats.shortDay(alarm.lastDay))"
        words =
            "Từ \(days): \(Formats.count(alarm.negatives)) phiếu mức 1–2 trong \(Formats.count(alarm.n)) phiếu liên tiếp."
        raised = "Báo lúc \(Formats.moment(alarm.raisedAt))"
        isOpen = alarm.isOpen
        isWithdrawn = alarm.isWithdrawn
        steps = alarm.steps.map { step in
            let who = names[step.actor] ?? (step.actor == "system" ? "Hệ thống" : step.actor)
            switch step.kind {
            case .acknowledged:
                return Step(words: "\(who) đã xem xét lúc \(Formats.moment(step.at))", note: step.note)
            case .withdrawn:
                return Step(
                    words: "Rút lại lúc \(Formats.moment(step.at))",
                    note:
                        "Một số phiếu đã được đính chính sang người khác. Hệ thống tính lại từ phiếu đầu tiên bị chuyển."
                )
            }
        }
        action = "\(AlarmsPage.path)/\(alarm.id)"
        rowsHref = FigureAddress(period: Period(alarm.firstDay...alarm.lastDay), cell: cell).rowsPath
    }

    static func name(of subject: Watched, in directory: Directory) -> String {
        switch subject {
        case .desk(let id): directory.sign(of: id)
        case .official(let id): directory.official(id)?.name ?? id.rawValue
        }
    }
}
