import Feedback
import Foundation

extension OfficePreview {
    /// The calendar with a substitute, what was just done, and every way in which it says no.
    static var shifts: [(name: String, page: any Page)] {
        let today = LocalDay.sample.adding(days: -1), frame = Frame.sampleOfShifts(.sample(.shifts))
        let directory = frame.directory
        guard let desk = directory.configuration.desks.first(where: { $0.place != nil }),
            let minh = directory.officials(at: desk.id, on: today.adding(days: 1)).first
        else { return [] }
        let done = ShiftDone(
            words: "Võ Đăng Khoa trực thay \(minh.name) tại \(desk.name), \(Formats.day(today)).", change: 12,
            desk: desk.id, day: today, absent: minh.name, left: 3)
        var problems = FormProblems()
        problems.add("move", "Võ Đăng Khoa đang trực tại Quầy 7 – Đất đai buổi sáng 20/11/2026.")
        var typed = FormFields()
        typed.set("weekday", "2")
        typed.set("official", directory.configuration.officials.last?.id.rawValue ?? "")
        let correction = DutyCorrection(
            id: 4, desk: desk.id, day: today.adding(days: -1), half: .afternoon, was: minh.id, is: nil, reason: .other,
            note: "Đi họp", moved: 6, change: 9)
        var undone = correction
        undone.undoneAt = SampleRating.moment
        let attributions: [Attribution] = (0..<5).map { index -> Attribution in
            let official: ID<Official>? = index == 4 ? nil : minh.id
            let half: DayHalf = index < 2 ? .morning : .afternoon
            return Attribution(
                rating: Int64(index), official: official, unit: minh.unit, half: half, counts: index != 3,
                hasAlert: index == 1)
        }
        let preview = CorrectionPreview(
            counting: 3, replaced: 1, unitBefore: [minh.unit], unitAfter: "noi-vu", cases: 1)
        var wrong = FormProblems()
        wrong.add("note", "Xin ghi lý do.")
        let head = Frame.sampleOfHead(.shifts)
        return [
            ("office-shifts", ShiftsPage(frame, day: today, today: today, done: done, problem: "Xin xem lại.")),
            ("office-shifts-head", ShiftsPage(head, day: today.adding(days: 7), today: .sample)),
            ("office-shifts-nothing", ShiftsPage(.sampleOfAdministrator(.shifts), day: today, today: today)),
            (
                "office-shifts-substitute",
                SubstitutePage(frame, desk: desk, absent: minh.id, time: ShiftTime(today.adding(days: 1)))
            ),
            (
                "office-shifts-substitute-elsewhere",
                SubstitutePage(
                    frame, desk: desk, absent: minh.id, time: ShiftTime(today, .afternoon), chosen: "khoa",
                    problems: problems)
            ),
            (
                "office-shifts-substitute-nobody",
                SubstitutePage(head, desk: .lonely, absent: nil, time: ShiftTime(today))
            ),
            (
                "office-shifts-desk",
                DeskShiftsPage(
                    frame, desk: desk, today: today, corrections: [correction, undone], done: "Đã ghi phân công mới.",
                    doneChange: 13, problems: problems, typed: typed)
            ),
            ("office-shifts-desk-empty", DeskShiftsPage(head, desk: .lonely, today: today, corrections: [])),
            (
                "office-shifts-correct",
                CorrectionPage(
                    frame, desk: desk, day: today.adding(days: -1), today: today, attributions: attributions,
                    wish: correction, preview: preview)
            ),
            (
                "office-shifts-correct-problem",
                CorrectionPage(
                    frame, desk: desk, day: today, today: today, attributions: [], wish: correction, problems: wrong)
            ),
        ]
    }
}

extension Desk {
    /// Of a unit without officials.
    fileprivate static let lonely = Desk(id: "q99", name: "Quầy 99", unit: "tn-mt")
}

extension Frame {
    /// With a posting that is over, one on some weekdays, and a substitute today.
    fileprivate static func sampleOfShifts(_ frame: Frame) -> Frame {
        var frame = frame
        var configuration = frame.directory.configuration
        let today = LocalDay.sample.adding(days: -1)
        guard let desk = configuration.desks.first(where: { $0.place != nil }),
            let official = frame.directory.officials(at: desk.id, on: today).first,
            let other = configuration.officials.last(where: { $0.id != official.id })
        else { return frame }
        configuration.postings.append(
            Posting(
                desk: desk.id, official: other.id, from: today.adding(days: -90), to: today.adding(days: -60),
                weekdays: [1, 2]))
        // Another hall, where nobody sits.
        configuration.desks.append(Desk(id: "q50", name: "Quầy 50", unit: "tn-mt"))
        let change = Substitution(
            id: 1, change: 12, desk: desk.id, absent: official.id, substitute: other.id,
            time: ShiftTime(today, .afternoon))
        frame.directory = Directory(
            configuration: configuration, codes: frame.directory.codes, version: 2, substitutions: [change])
        return frame
    }
}
