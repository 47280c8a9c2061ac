import Feedback
import Hummingbird
import Pages

extension Website {
    /// Where the link of a mail leads. Looking takes nothing on: scanners of mail open every link. That somebody who
    /// signed in has looked is kept, as on the case's own page.
    func addTaking(to routes: inout Routes) {
        routes.get("/office/cases/{id}/take", for: .takeCases) { _, staff in
            try await noteOpening(staff)
            return try answers.office(try await takePage(staff))
        }
        routes.post("/office/cases/{id}/take", for: .takeCases) { _, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            do {
                try await store.write(as: staff.actor) { try $0.acknowledge(id, scope: scope) }
            } catch Refusal.invalid {
                // Somebody was quicker, and went further: the page says how far.
                return answers.see("/office/cases/\(id)/take")
            }
            return answers.see("/office/cases/\(id)")
        }
    }

    private func takePage(_ staff: StaffContext) async throws -> TakePage {
        let (id, scope) = (try staff.number("id"), staff.scope)
        let (alert, steps) = try await store.read { tx in
            guard let alert = try tx.alert(id, scope: scope) else { throw Refusal.notFound }
            return (alert, try tx.caseSteps(of: id))
        }
        return TakePage(staff.frame(.cases), alert: alert, steps: steps, now: staff.now)
    }
}
