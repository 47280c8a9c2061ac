package import Feedback

/// Ca trực: who is on duty now, and the week of a hall, desk by day. Everything that is changed begins here.
package struct ShiftsPage: Page {
    package static let template = "office-shifts"

    struct Hall: Sendable {
        let id: String
        let name: String
        let isCurrent: Bool
        /// How many of its desks have nobody today; nil: none.
        let empty: String?
    }

    /// What was just done, and how to take it back.
    struct Done: Sendable {
        let words: String
        let undoAction: String?
        /// Ratings of today that came before, still attributed to whoever is absent.
        let left: String?
        let leftHref: String?
    }

    struct TodayRow: Sendable {
        let desk: String
        let deskHref: String
        let people: [DutyText]
        let isEmpty: Bool
        let sendHref: String
    }

    struct Day: Sendable {
        let title: String
        let isToday: Bool
        let isOff: Bool
        let rows: [Cell]
    }

    struct Row: Sendable {
        let desk: String
        let deskHref: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let desk: String
        let names: [String]
        let isEmpty: Bool
        /// A working day without anybody.
        let isGap: Bool
        let href: String
        let action: String
    }

    let header: Header
    let formToken: String
    let title: String
    let done: Done?
    let problem: String?
    /// Where the choice of a hall goes, and the day it keeps.
    let path: String
    let day: String
    let halls: [Hall]
    let hasHalls: Bool
    let isEmpty: Bool
    let todayTitle: String
    let todayIsOff: Bool
    let today: [TodayRow]
    let summary: String
    let weekTitle: String
    let previousHref: String
    let nextHref: String
    let thisHref: String
    let days: [Day]
    let rows: [Row]
    let importHref: String?

    /// - Parameters:
    ///   - day: any day of the week to show.
    ///   - hall: nil: the largest in scope.
    package init(
        _ frame: Frame, day: LocalDay, today: LocalDay, hall chosen: ID<Feedback.Unit>? = nil, done: ShiftDone? = nil,
        problem: String? = nil
    ) {
        let directory = frame.directory
        let scope = frame.rights.scope(of: .arrangeShifts)
        let hours = directory.configuration.alerts.hours
        let all = directory.configuration.desks.filter(scope.contains)
        let byHall = Dictionary(grouping: all, by: \.hall)
        let order = directory.configuration.units.map(\.id).filter { byHall[$0] != nil }
        let hall =
            chosen.flatMap { byHall[$0] == nil ? nil : $0 }
            ?? order.max { (byHall[$0]?.count ?? 0) < (byHall[$1]?.count ?? 0) }
        let desks = hall.flatMap { byHall[$0] } ?? []

        title = "Ca trực"
        header = Header(frame, title: title)
        formToken = frame.formToken
        self.problem = problem
        self.done = done.map { Self.done($0, directory) }
        let isOff = !hours.works(on: today)
        path = Section.shifts.path
        self.day = day.rawValue
        halls = order.map { id in
            let gaps = (byHall[id] ?? []).count {
                $0.exists(on: today) && directory.officials(at: $0.id, on: today).isEmpty
            }
            return Hall(
                id: id.rawValue, name: directory.unit(id)?.name ?? id.rawValue,
                isCurrent: id == hall, empty: gaps == 0 || isOff ? nil : "\(gaps) quầy trống")
        }
        hasHalls = halls.count > 1
        isEmpty = desks.isEmpty
        todayTitle = "Hôm nay, \(Formats.day(today))"
        todayIsOff = isOff
        self.today = desks.filter { $0.exists(on: today) }.map { desk in
            let people = DutyText.all(at: desk, on: today, in: directory)
            return TodayRow(
                desk: desk.name, deskHref: ShiftPath.desk(desk.id), people: people, isEmpty: people.isEmpty,
                sendHref: ShiftPath.substitute(desk.id, today))
        }
        let manned = self.today.count { !$0.isEmpty }
        summary = "\(manned) quầy có người trực, \(self.today.count - manned) quầy trống."
        let monday = day.adding(days: 1 - day.weekday)
        weekTitle = "Tuần \(Formats.shortDay(monday)) – \(Formats.shortDay(monday.adding(days: 6)))"
        previousHref = ShiftPath.week(monday.adding(days: -7), hall: hall)
        nextHref = ShiftPath.week(monday.adding(days: 7), hall: hall)
        thisHref = ShiftPath.week(today, hall: hall)
        let week = (0..<7).map(monday.adding(days:))
        let cells = desks.map { desk in week.map { Self.cell(desk, $0, today, directory) } }
        rows = zip(desks, cells).map { Row(desk: $0.name, deskHref: ShiftPath.desk($0.id), cells: $1) }
        days = week.enumerated().map { index, day in
            Day(
                title: Formats.day(day).firstUppercased, isToday: day == today, isOff: !hours.works(on: day),
                rows: cells.map { $0[index] })
        }
        importHref = frame.rights.may(.editDirectory) ? "/office/import" : nil
    }

    private static func cell(_ desk: Desk, _ day: LocalDay, _ today: LocalDay, _ directory: Directory) -> Cell {
        let people = desk.exists(on: day) ? DutyText.all(at: desk, on: day, in: directory) : []
        let works = directory.configuration.alerts.hours.works(on: day) && desk.exists(on: day)
        let isPast = day < today
        return Cell(
            desk: desk.name, names: people.map(\.short), isEmpty: people.isEmpty, isGap: people.isEmpty && works,
            href: isPast
                ? ShiftPath.correct(desk.id, day)
                : people.count == 1 ? people[0].href : ShiftPath.substitute(desk.id, day),
            action: isPast ? "đính chính" : people.isEmpty ? "cử người" : "thay người")
    }

    private static func done(_ done: ShiftDone, _ directory: Directory) -> Done {
        let desk = done.desk.flatMap { directory.desk($0) }
        let left = done.left > 0 ? desk : nil
        return Done(
            words: done.words, undoAction: done.change.map(ShiftPath.undo),
            left: left.map { _ in
                "\(done.left) lượt đánh giá hôm nay đã ghi cho \(done.absent ?? "người vắng") trước khi thay."
            },
            leftHref: left.map { ShiftPath.correct($0.id, done.day) })
    }
}

/// What was just done to the calendar, to be said once.
package struct ShiftDone: Sendable {
    package var words: String
    /// By which it is undone.
    package var change: Int64?
    package var desk: ID<Desk>?
    package var day: LocalDay
    package var absent: String?
    /// Ratings of that day that came before and are still the absent person's.
    package var left: Int

    package init(
        words: String, change: Int64?, desk: ID<Desk>? = nil, day: LocalDay, absent: String? = nil, left: Int = 0
    ) {
        self.words = words
        self.change = change
        self.desk = desk
        self.day = day
        self.absent = absent
        self.left = left
    }

    /// "Võ Đăng Khoa trực thay Nguyễn Văn Minh tại Quầy 3, buổi chiều thứ Sáu, 20/11/2026."
    package static func words(of substitution: Substitution, in directory: Directory) -> String {
        let name = { (id: ID<Official>) in directory.official(id)?.name ?? id.rawValue }
        let desk = directory.desk(substitution.desk)?.name ?? substitution.desk.rawValue
        let time = substitution.time
        let days =
            time.from == time.to
            ? Formats.day(time.from) : "từ \(Formats.shortDay(time.from)) đến \(Formats.shortDay(time.to))"
        let when = time.half.map { "\($0.words) \(days)" } ?? days
        switch (substitution.substitute, substitution.absent) {
        case (let substitute?, let absent?):
            return "\(name(substitute)) trực thay \(name(absent)) tại \(desk), \(when)."
        case (let substitute?, nil): return "\(name(substitute)) trực tại \(desk), \(when)."
        case (nil, let absent?): return "\(name(absent)) không trực tại \(desk), \(when)."
        case (nil, nil): return "\(desk), \(when)."
        }
    }
}
