import Feedback
import Hummingbird
import Pages

extension Website {
    func addPostings(to routes: inout Routes) {
        routes.get("/office/shifts/{desk}", for: .arrangeShifts) { _, staff in
            try answers.office(try await deskShifts(staff))
        }
        routes.post("/office/shifts/{desk}/postings", for: .arrangeShifts) { form, staff in
            let desk = try staff.shiftDesk()
            guard let official: ID<Official> = form.id("official"), let from = form.day("from") else {
                throw Refusal.malformed
            }
            let posting = Posting(
                desk: desk.id, official: official, from: from, to: form.day("to"), weekdays: form.weekdays)
            let (moving, scope) = (form["move"] != nil, staff.scope)
            return try await arranged(form, staff) { try $0.post(posting, moving: moving, scope: scope) }
        }
        routes.post("/office/shifts/{desk}/postings/end", for: .arrangeShifts) { form, staff in
            let posting = try form.posting(at: staff.shiftDesk()), scope = staff.scope
            guard let last = form.day("last") else { throw Refusal.malformed }
            return try await arranged(FormFields(), staff) { try $0.end(posting, last: last, scope: scope) }
        }
        routes.post("/office/shifts/{desk}/postings/change", for: .arrangeShifts) { form, staff in
            let posting = try form.posting(at: staff.shiftDesk()), scope = staff.scope
            let weekdays = form.weekdays
            guard let start = form.day("start") else { throw Refusal.malformed }
            return try await arranged(FormFields(), staff) {
                try $0.change(posting, from: start, weekdays: weekdays, scope: scope)
            }
        }
    }

    private func arranged(
        _ typed: FormFields, _ staff: StaffContext, _ verb: @escaping @Sendable (any Writing) throws -> Int64
    ) async throws -> Response {
        do {
            let change = try await store.write(as: staff.actor, verb)
            return answers.see("/office/shifts/\(try staff.parameter("desk"))?done=\(change)")
        } catch Refusal.invalid(let problems) {
            return try answers.office(
                try await deskShifts(staff, problems: problems, typed: typed), status: .unprocessableContent)
        }
    }

    private func deskShifts(
        _ staff: StaffContext, problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) async throws -> DeskShiftsPage {
        let desk = try staff.shiftDesk()
        let asked = staff.query["done"].flatMap { Int64($0) }
        let (corrections, change) = try await store.read { tx in
            (try tx.corrections(desks: [desk.id], limit: 20), try asked.flatMap { try tx.shiftChange($0) })
        }
        let isDone = change.map { $0.undoneAt == nil } ?? false
        let done =
            staff.query["corrected"] != nil ? "Đã đính chính." : isDone ? "Đã ghi phân công mới." : nil
        return DeskShiftsPage(
            staff.frame(.shifts), desk: desk, today: LocalDay(staff.now), corrections: corrections, done: done,
            doneChange: isDone ? asked : nil, problems: problems, typed: typed)
    }
}

extension FormFields {
    fileprivate var weekdays: [Int] { Set(values("weekday").compactMap { Int($0) }).sorted() }

    /// The posting that a form is about, as it stood on the page.
    fileprivate func posting(at desk: Desk) throws(Refusal) -> Posting {
        guard let official: ID<Official> = id("official"), let from = day("from") else { throw .malformed }
        let weekdays = (self["weekdays"] ?? "").split(separator: ",").compactMap { Int($0) }
        return Posting(desk: desk.id, official: official, from: from, to: day("to"), weekdays: weekdays)
    }
}
