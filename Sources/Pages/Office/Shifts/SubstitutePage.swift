package import Feedback

/// Who stands in? One tap on a name, and it is done.
package struct SubstitutePage: Page {
    package static let template = "office-shifts-substitute"

    struct Person: Sendable {
        let value: String
        let name: String
        let detail: String
        let isBusy: Bool
    }

    /// The official sits elsewhere: moving them there is one more tap.
    struct Move: Sendable {
        let value: String
        let label: String
    }

    let header: Header
    let formToken: String
    let title: String
    let desk: String
    let when: String
    let action: String
    let timeAction: String
    let backHref: String
    let absent: String
    let absentName: String?
    let people: [Person]
    let isEmpty: Bool
    let from: String
    let to: String
    let half: String
    let halves: [ShiftChoice]
    let problem: String?
    let move: Move?

    /// - Parameter chosen: who was chosen when `problems` arose.
    package init(
        _ frame: Frame, desk: Desk, absent: ID<Official>?, time: ShiftTime, chosen: ID<Official>? = nil,
        problems: FormProblems = FormProblems()
    ) {
        let directory = frame.directory
        let name = absent.flatMap { directory.official($0)?.name }
        title = name.map { "Ai trực thay \($0)?" } ?? "Cử ai trực tại quầy này?"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        self.desk = desk.name
        let days =
            time.from == time.to
            ? Formats.day(time.from) : "từ \(Formats.shortDay(time.from)) đến \(Formats.shortDay(time.to))"
        when = "\(time.half?.words ?? "cả ngày"), \(days)"
        action = "\(ShiftPath.desk(desk.id))/substitute"
        timeAction = action
        backHref = ShiftPath.week(time.from, hall: desk.hall)
        self.absent = absent?.rawValue ?? ""
        absentName = name
        people = directory.candidates(for: desk, during: time, absent: absent).map { candidate in
            let official = candidate.official
            let unit = directory.unit(official.unit)?.name ?? official.unit.rawValue
            let state =
                candidate.busy.map { "đang trực \($0.desk.name)" }
                ?? (candidate.isUsual ? "rảnh, đã từng trực ở đây" : "rảnh")
            return Person(
                value: official.id.rawValue, name: official.name, detail: "\(unit) · \(state)",
                isBusy: candidate.busy != nil)
        }
        isEmpty = people.isEmpty
        from = time.from.rawValue
        to = time.to.rawValue
        half = time.half?.rawValue ?? ""
        halves = ShiftChoice.halves(time.half)
        problem = problems.problems.first?.message
        move =
            problems.message(for: "move") == nil
            ? nil
            : chosen.map {
                Move(
                    value: $0.rawValue, label: "Chuyển \(directory.official($0)?.name ?? $0.rawValue) sang \(desk.name)"
                )
            }
    }
}
