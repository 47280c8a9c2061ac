import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addCases(to routes: inout Routes) {
        routes.get("/office/cases", for: .seeCases) { _, staff in
            try answers.office(try await casesPage(staff))
        }
        routes.get("/office/cases.csv", for: .seeCases) { _, staff in
            let sheet = try await caseSheet(staff, as: "csv")
            return answers.file(sheet.csv, type: CaseSheet.csvMediaType, saveAs: "\(staff.caseFile).csv")
        }
        routes.get("/office/cases.xlsx", for: .seeCases) { _, staff in
            let sheet = try await caseSheet(staff, as: "xlsx")
            return answers.file(try sheet.xlsx(), type: CaseSheet.xlsxMediaType, saveAs: "\(staff.caseFile).xlsx")
        }
        routes.get("/office/cases/{id}", for: .seeCases) { _, staff in
            try await noteOpening(staff)
            return try answers.office(try await casePage(staff))
        }
        routes.post("/office/cases/{id}/acknowledge", for: .takeCases) { _, staff in
            try await step(staff) { try $0.acknowledge($1, scope: $2) }
        }
        routes.post("/office/cases/{id}/handle", for: .answerCases) { _, staff in
            try await step(staff) { try $0.handle($1, scope: $2) }
        }
        routes.post("/office/cases/{id}/handler", for: .answerCases) { form, staff in
            let handler = try form.handler
            return try await step(staff) { try $0.assign($1, to: handler, scope: $2) }
        }
        routes.post("/office/cases/{id}/answer", for: .answerCases) { form, staff in
            try await step(staff, typed: form) { try $0.answer($1, CaseAnswer(form), scope: $2) }
        }
        routes.post("/office/cases/{id}/close", for: .answerCases) { _, staff in
            try await step(staff) { try $0.close($1, scope: $2) }
        }
    }

    /// Does one thing with a case and shows it again; what cannot be done comes back with a sentence, and with
    /// everything that was typed.
    private func step(
        _ staff: StaffContext, typed: FormFields? = nil,
        _ verb: @escaping @Sendable (any Writing, Int64, Scope) throws -> Void
    ) async throws -> Response {
        let (id, scope) = (try staff.number("id"), staff.scope)
        do {
            try await store.write(as: staff.actor) { try verb($0, id, scope) }
            return answers.see("/office/cases/\(id)")
        } catch Refusal.invalid(let problems) {
            let page = try await casePage(staff, typed: typed, problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    /// A part of the delivery: the first time that each person opens the case. Nothing is written after that.
    func noteOpening(_ staff: StaffContext) async throws {
        let (id, scope, user) = (try staff.number("id"), staff.scope, staff.user.id)
        let isNew = try await store.read { tx in
            guard try tx.alert(id, scope: scope) != nil else { throw Refusal.notFound }
            return try !tx.caseOpenings(of: id).contains { $0.user == user }
        }
        guard isNew else { return }
        try await store.write(as: staff.actor) { try $0.noteOpening(of: id, by: user, scope: scope) }
    }

    private func casePage(
        _ staff: StaffContext, typed: FormFields? = nil, problems: FormProblems = FormProblems()
    ) async throws -> CasePage {
        // Whoever may do something with a case may see it, and every form stands on its page.
        let (id, scope) = (try staff.number("id"), staff.rights.scope(of: .seeCases))
        let rights = staff.rights
        let (file, handlers, phone) = try await store.read { tx in
            let file = try tx.caseFile(id, scope: scope)
            let phone = try CasePhone(behind: file.alert, for: rights, tx)
            return (file, file.alert.isOpen ? try tx.handlers(of: file.alert) : [], phone)
        }
        return CasePage(
            staff.frame(.cases), file: file, handlers: handlers, phone: phone, template: staff.query["template"],
            typed: typed,
            problems: problems, now: staff.now)
    }
}

extension Website {
    private func casesPage(_ staff: StaffContext) async throws -> CasesPage {
        let (address, scope) = (CaseAddress(query: staff.query), staff.scope)
        let filter = address.filter(scope: scope, user: staff.user.id, now: staff.now)
        let (cases, total, load) = try await store.read { tx in
            let offset = (address.page - 1) * CasesPage.length
            return (
                try tx.cases(filter, limit: CasesPage.length, offset: offset), try tx.caseCount(filter),
                try tx.caseLoad(scope: scope)
            )
        }
        return CasesPage(
            staff.frame(.cases), address: address, cases: cases, total: total, load: load, now: staff.now)
    }

    private func caseSheet(_ staff: StaffContext, as kind: String) async throws -> CaseSheet {
        let address = CaseAddress(query: staff.query)
        let filter = address.filter(scope: staff.scope, user: staff.user.id, now: staff.now)
        let cases = try await store.read { tx in
            try tx.cases(filter, limit: CaseSheet.longest, offset: 0)
                .map { (alert: $0, steps: try tx.caseSteps(of: $0.id)) }
        }
        let details = "lines=\(cases.count) as=\(kind)"
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "cases", details) }
        return CaseSheet(cases: cases, directory: staff.directory, now: staff.now)
    }
}

extension StaffContext {
    fileprivate var caseFile: String { "hai-long-vu-viec-\(LocalDay(now))" }
}

extension FormFields {
    /// A user's number; empty: nobody in particular.
    fileprivate var handler: Int64? {
        get throws(Refusal) {
            guard let typed = self["handler"], !typed.isEmpty else { return nil }
            guard let user = Int64(typed) else { throw .malformed }
            return user
        }
    }
}
