package import Feedback

/// The regular postings of one desk: new, ended, changed; substitutions that hold; corrections of the past.
package struct DeskShiftsPage: Page {
    package static let template = "office-shifts-desk"

    struct PostingRow: Sendable {
        let official: String
        let weekdays: String
        let time: String
        let isOver: Bool
        /// The posting as the forms name it.
        let officialValue: String
        let from: String
        let to: String
        let weekdayValue: String
        let days: [ShiftChoice]
    }

    struct Line: Sendable {
        let words: String
        let undoAction: String?
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let formToken: String
    let title: String
    let place: String
    let backHref: String
    let correctHref: String
    let done: Line?
    let problems: [Problem]
    let offersMove: Bool
    let postings: [PostingRow]
    let isEmpty: Bool
    let substitutions: [Line]
    let hasSubstitutions: Bool
    let corrections: [Line]
    let hasCorrections: Bool
    let addAction: String
    let endAction: String
    let changeAction: String
    let today: String
    let officials: [ShiftChoice]
    let from: String
    let to: String
    let days: [ShiftChoice]

    /// - Parameters:
    ///   - typed: a new posting as it was sent, when it had `problems`.
    ///   - doneChange: what was just done here.
    package init(
        _ frame: Frame, desk: Desk, today: LocalDay, corrections: [DutyCorrection], done: String? = nil,
        doneChange: Int64? = nil, problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        let directory = frame.directory
        title = desk.name
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        place = directory.unit(desk.hall)?.name ?? ""
        backHref = ShiftPath.week(today, hall: desk.hall)
        correctHref = ShiftPath.correct(desk.id, today.adding(days: -1))
        self.done = done.map { Line(words: $0, undoAction: doneChange.map(ShiftPath.undo)) }
        self.problems = problems.problems.map { Problem(field: "new-\($0.field)", message: $0.message) }
        offersMove = problems.message(for: "move") != nil
        postings = directory.postings(at: desk.id).sorted {
            ($0.to == nil ? 0 : 1, $1.from) < ($1.to == nil ? 0 : 1, $0.from)
        }
        .map { Self.row($0, today, directory) }
        isEmpty = postings.isEmpty
        substitutions = directory.substitutions(at: desk.id).filter { $0.time.to >= today }.map {
            Line(words: ShiftDone.words(of: $0, in: directory), undoAction: ShiftPath.undo($0.change))
        }
        hasSubstitutions = !substitutions.isEmpty
        self.corrections = corrections.map {
            Line(
                words: Self.words($0, directory),
                undoAction: $0.undoneAt == nil ? ShiftPath.undoCorrection($0.id) : nil)
        }
        hasCorrections = !corrections.isEmpty
        addAction = "\(ShiftPath.desk(desk.id))/postings"
        endAction = "\(addAction)/end"
        changeAction = "\(addAction)/change"
        self.today = today.rawValue
        let chosen = typed["official"]
        let all =
            directory.candidates(for: desk, during: ShiftTime(today), absent: nil).map(\.official)
            + directory.officials(at: desk.id, on: today)
        officials = all.map { official in
            let unit = directory.unit(official.unit)?.name ?? official.unit.rawValue
            return ShiftChoice(
                value: official.id.rawValue, title: "\(official.name) · \(unit)",
                isChosen: chosen == official.id.rawValue)
        }
        from = typed["from"] ?? today.rawValue
        to = typed["to"] ?? ""
        days = ShiftChoice.weekdays(typed.values("weekday").compactMap { Int($0) })
    }

    private static func row(_ posting: Posting, _ today: LocalDay, _ directory: Directory) -> PostingRow {
        let until = posting.to.map { " đến \(Formats.shortDay($0))" } ?? ""
        return PostingRow(
            official: directory.official(posting.official)?.name ?? posting.official.rawValue,
            weekdays: ShiftChoice.words(ofWeekdays: posting.weekdays),
            time: "từ \(Formats.shortDay(posting.from))\(until)", isOver: posting.to.map { $0 < today } ?? false,
            officialValue: posting.official.rawValue, from: posting.from.rawValue, to: posting.to?.rawValue ?? "",
            weekdayValue: posting.weekdays.map(String.init).joined(separator: ","),
            days: ShiftChoice.weekdays(posting.weekdays))
    }

    static func words(_ correction: DutyCorrection, _ directory: Directory) -> String {
        let name = { (id: ID<Official>?) in
            id.map { directory.official($0)?.name ?? $0.rawValue } ?? "không ghi ai"
        }
        let half = correction.half.map { "\($0.words) " } ?? ""
        let note = correction.note.isEmpty ? "" : " (\(correction.note))"
        let undone = correction.undoneAt == nil ? "" : " Đã hoàn tác."
        return
            "\(half.firstUppercased)\(Formats.shortDay(correction.day)): \(name(correction.was)) → \(name(correction.is)), "
            + "\(Formats.count(correction.moved)) lượt. \(correction.reason.words)\(note).\(undone)"
    }
}
