import Feedback

/// Somebody on duty, as the calendar shows them.
struct DutyText: Sendable {
    let name: String
    /// "buổi chiều"; nil: the whole day.
    let half: String?
    /// "thay Nguyễn Văn Minh".
    let note: String?
    /// Where they are replaced that day.
    let href: String

    /// - Parameter desk: one that is there on that day.
    static func all(at desk: Desk, on day: LocalDay, in directory: Directory) -> [DutyText] {
        let morning = directory.officials(at: desk.id, on: day, .morning)
        let afternoon = directory.officials(at: desk.id, on: day, .afternoon)
        let all = morning + afternoon.filter { other in !morning.contains { $0.id == other.id } }
        return all.map { official in
            let isEarly = morning.contains { $0.id == official.id }
            let isLate = afternoon.contains { $0.id == official.id }
            let half: DayHalf? = isEarly && isLate ? nil : isEarly ? .morning : .afternoon
            let change = directory.substitutions(at: desk.id).last {
                $0.substitute == official.id && $0.time.covers(day, half ?? .morning)
            }
            let replaced = change?.absent.flatMap { directory.official($0)?.name }
            return DutyText(
                name: official.name, half: half?.words, note: replaced.map { "thay \($0)" },
                href: ShiftPath.substitute(desk.id, day, half, absent: official.id))
        }
    }

    /// For a cell of the week: "Nguyễn Văn Minh (buổi chiều)".
    var short: String { half.map { "\(name) (\($0))" } ?? name }
}

/// Addresses of the shift pages.
enum ShiftPath {
    static func week(_ day: LocalDay, hall: ID<Feedback.Unit>?) -> String {
        "\(Section.shifts.path)?day=\(day)" + (hall.map { "&hall=\($0)" } ?? "")
    }

    static func desk(_ desk: ID<Desk>) -> String { "\(Section.shifts.path)/\(desk)" }

    static func substitute(
        _ desk: ID<Desk>, _ day: LocalDay, _ half: DayHalf? = nil, absent: ID<Official>? = nil
    ) -> String {
        "\(Self.desk(desk))/substitute?day=\(day)" + (half.map { "&half=\($0.rawValue)" } ?? "")
            + (absent.map { "&absent=\($0)" } ?? "")
    }

    static func correct(_ desk: ID<Desk>, _ day: LocalDay) -> String { "\(Self.desk(desk))/correct?day=\(day)" }
    static func undo(_ change: Int64) -> String { "/office/shift-changes/\(change)/undo" }
    static func undoCorrection(_ id: Int64) -> String { "/office/shift-corrections/\(id)/undo" }
}

/// A value to choose.
struct ShiftChoice: Sendable {
    let value: String
    let title: String
    let isChosen: Bool

    static func halves(_ chosen: DayHalf?) -> [ShiftChoice] {
        [ShiftChoice(value: "", title: "Cả ngày", isChosen: chosen == nil)]
            + DayHalf.allCases.map {
                ShiftChoice(value: $0.rawValue, title: $0.words.firstUppercased, isChosen: $0 == chosen)
            }
    }

    static func weekdays(_ chosen: [Int]) -> [ShiftChoice] {
        zip(1...7, names).map { ShiftChoice(value: String($0), title: $1, isChosen: chosen.contains($0)) }
    }

    static let names = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]

    /// "T2, T4, T6", or "các ngày".
    static func words(ofWeekdays days: [Int]) -> String {
        days.isEmpty || days.count == 7
            ? "các ngày trong tuần"
            : days.sorted().compactMap { (1...7) ~= $0 ? names[$0 - 1] : nil }.joined(separator: ", ")
    }
}
