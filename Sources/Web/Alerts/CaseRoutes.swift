import Feedback
import Hummingbird
import Pages

extension Website {
    func addCases(to routes: inout Routes) {
        routes.get("/office/cases", for: .seeCases) { _, staff in
            try answers.office(try await casesPage(staff))
        }
        routes.get("/office/cases/{id}", for: .seeCases) { _, staff in
            try answers.office(try await casePage(staff))
        }
        routes.post("/office/cases/{id}/acknowledge", for: .takeCases) { _, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            try await store.write(as: staff.actor) { try $0.acknowledge(id, scope: scope) }
            return answers.see("/office/cases/\(id)")
        }
        routes.post("/office/cases/{id}/answer", for: .answerCases) { form, staff in
            let (id, scope, text) = (try staff.number("id"), staff.scope, form["text"] ?? "")
            do {
                try await store.write(as: staff.actor) { try $0.answer(id, text: text, scope: scope) }
                return answers.see("/office/cases/\(id)")
            } catch Refusal.invalid(let problems) {
                let page = try await casePage(staff, problems: problems, typed: text)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func casesPage(_ staff: StaffContext) async throws -> CasesPage {
        let (scope, onlyOpen) = (staff.scope, staff.query["all"] == nil)
        let (cases, counts) = try await store.read { tx in
            (try tx.alerts(scope: scope, onlyOpen: onlyOpen, limit: 500), try tx.openAlerts(scope: scope))
        }
        return CasesPage(staff.frame(.cases), cases: cases, counts: counts, onlyOpen: onlyOpen, now: staff.now)
    }

    private func casePage(
        _ staff: StaffContext, problems: FormProblems = FormProblems(), typed: String = ""
    ) async throws -> CasePage {
        let (id, scope) = (try staff.number("id"), staff.scope)
        let file = try await store.read { try $0.caseFile(id, scope: scope) }
        return CasePage(staff.frame(.cases), file: file, now: staff.now, typed: typed, problems: problems)
    }
}
