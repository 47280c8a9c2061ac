import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addShifts(to routes: inout Routes) {
        routes.get("/office/shifts", for: .arrangeShifts) { _, staff in
            try answers.office(try await shiftsPage(staff))
        }
        routes.get("/office/shifts/{desk}/substitute", for: .arrangeShifts) { _, staff in
            let day = staff.query.day("day") ?? LocalDay(staff.now)
            let time = ShiftTime(
                from: day, to: max(day, staff.query.day("to") ?? day), half: staff.query["half"].flatMap(DayHalf.init))
            return try answers.office(
                SubstitutePage(
                    staff.frame(.shifts), desk: staff.shiftDesk(), absent: staff.query.id("absent"), time: time))
        }
        routes.post("/office/shifts/{desk}/substitute", for: .arrangeShifts) { form, staff in
            try await substitute(form, staff)
        }
        routes.post("/office/shift-changes/{id}/undo", for: .arrangeShifts) { _, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            do {
                try await store.write(as: staff.actor) { try $0.undoShiftChange(id, scope: scope) }
                return answers.see("/office/shifts?undone=1")
            } catch Refusal.invalid(let problems) {
                let page = try await shiftsPage(staff, problem: problems.problems.first?.message)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
        addPostings(to: &routes)
        addCorrections(to: &routes)
    }

    private func shiftsPage(_ staff: StaffContext, problem: String? = nil) async throws -> ShiftsPage {
        let today = LocalDay(staff.now)
        var done: ShiftDone?
        if let change = staff.query["done"].flatMap({ Int64($0) }) {
            done = try await store.read { try $0.shiftDone(change, today: today) }
        } else if staff.query["undone"] != nil {
            done = ShiftDone(words: "Đã hoàn tác: lịch trở lại như trước.", change: nil, day: today)
        }
        return ShiftsPage(
            staff.frame(.shifts), day: staff.query.day("day") ?? today, today: today, hall: staff.query.id("hall"),
            done: done, problem: problem)
    }

    private func substitute(_ form: FormFields, _ staff: StaffContext) async throws -> Response {
        let desk = try staff.shiftDesk()
        guard let from = form.day("from"), let to = form.day("to") else { throw Refusal.malformed }
        let time = ShiftTime(from: from, to: to, half: form["half"].flatMap(DayHalf.init))
        let chosen = form["move"] ?? form["official"]
        let wish = Substitution(
            desk: desk.id, absent: form.id("absent"), substitute: chosen == "nobody" ? nil : chosen.map { ID($0) },
            time: time)
        let (moving, scope) = (form["move"] != nil, staff.scope)
        do {
            let change = try await store.write(as: staff.actor) {
                try $0.substitute(wish, moving: moving, scope: scope)
            }
            return answers.see("/office/shifts?day=\(from)&hall=\(desk.hall)&done=\(change)")
        } catch Refusal.invalid(let problems) {
            let page = SubstitutePage(
                staff.frame(.shifts), desk: desk, absent: wish.absent, time: time, chosen: wish.substitute,
                problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }
}

extension Reading {
    /// What a change did, to be said after it; nil when it was undone.
    fileprivate func shiftDone(_ id: Int64, today: LocalDay) throws -> ShiftDone? {
        guard let change = try shiftChange(id), change.undoneAt == nil,
            let last = try substitutions(ofChange: id).last
        else { return nil }
        var left = 0
        if last.time.from == today, let absent = last.absent {
            left = try attributions(desk: last.desk, day: today).count {
                $0.official == absent && $0.counts && last.time.covers(today, $0.half)
            }
        }
        return ShiftDone(
            words: ShiftDone.words(of: last, in: directory), change: id, desk: last.desk, day: last.time.from,
            absent: last.absent.flatMap { directory.official($0)?.name }, left: left)
    }
}

extension StaffContext {
    /// The desk of the path, if this person arranges it.
    func shiftDesk() throws -> Desk {
        guard let desk = directory.desk(ID(try parameter("desk"))), scope.contains(desk) else { throw Refusal.notFound }
        return desk
    }
}

extension FormFields {
    func day(_ name: String) -> LocalDay? { self[name].flatMap { LocalDay(typed: $0) } }
    /// Nil for an empty field too.
    func id<Subject>(_ name: String) -> ID<Subject>? { self[name].flatMap { $0.isEmpty ? nil : ID($0) } }
}
