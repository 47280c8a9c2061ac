import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addCorrections(to routes: inout Routes) {
        routes.get("/office/shifts/{desk}/correct", for: .arrangeShifts) { _, staff in
            let desk = try staff.shiftDesk()
            let day = min(staff.query.day("day") ?? LocalDay(staff.now), LocalDay(staff.now))
            return try answers.office(try await correctionPage(staff, desk, day))
        }
        // Shows what would move; carries it out when the form says how much that was.
        routes.post("/office/shifts/{desk}/correct", for: .arrangeShifts) { form, staff in
            let desk = try staff.shiftDesk()
            let wish = try form.correction(at: desk), scope = staff.scope
            do {
                guard let expected = form["confirm"].flatMap({ Int($0) }) else {
                    let preview = try await store.read { try $0.preview(wish, scope: scope) }
                    return try answers.office(try await correctionPage(staff, desk, wish.day, wish, preview))
                }
                let id = try await store.write(as: staff.actor) {
                    try $0.correct(wish, expecting: expected, scope: scope)
                }
                return answers.see("/office/shifts/\(desk.id)?corrected=\(id)")
            } catch Refusal.invalid(let problems) {
                let page = try await correctionPage(staff, desk, wish.day, wish, problems: problems)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
        routes.post("/office/shift-corrections/{id}/undo", for: .arrangeShifts) { _, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            do {
                let desk = try await store.write(as: staff.actor) { tx in
                    try tx.undoCorrection(id, scope: scope)
                    return try tx.correction(id)?.desk
                }
                return answers.see(desk.map { "/office/shifts/\($0)" } ?? "/office/shifts")
            } catch Refusal.invalid(let problems) {
                let text = problems.problems.map(\.message).joined(separator: " ")
                let page = MessagePage(
                    staff.frame(.shifts), title: "Chưa hoàn tác được", text: text,
                    back: ("Về ca trực", "/office/shifts"))
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func correctionPage(
        _ staff: StaffContext, _ desk: Desk, _ day: LocalDay, _ wish: DutyCorrection? = nil,
        _ preview: CorrectionPreview? = nil, problems: FormProblems = FormProblems()
    ) async throws -> CorrectionPage {
        let attributions = try await store.read { try $0.attributions(desk: desk.id, day: day) }
        return CorrectionPage(
            staff.frame(.shifts), desk: desk, day: day, today: LocalDay(staff.now), attributions: attributions,
            wish: wish, preview: preview, problems: problems)
    }
}

extension FormFields {
    fileprivate func correction(at desk: Desk) throws(Refusal) -> DutyCorrection {
        guard let day = day("day"), let reason = self["reason"].flatMap(DutyCorrection.Reason.init) else {
            throw .malformed
        }
        return DutyCorrection(
            desk: desk.id, day: day, half: self["half"].flatMap(DayHalf.init), was: id("was"), is: id("is"),
            reason: reason, note: (self["note"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
