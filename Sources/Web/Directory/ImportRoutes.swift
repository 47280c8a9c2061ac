import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addImport(to routes: inout Routes) {
        routes.get("/office/import", for: .editDirectory) { _, staff in
            try answers.office(
                ImportPage(staff.frame(.shifts), done: staff.query.imported, isGone: staff.query["gone"] != nil))
        }
        routes.post("/office/import", for: .editDirectory) { form, staff in
            let text = form["table"] ?? ""
            return try await keep(Array(text.utf8), typed: text, staff)
        }
        routes.upload(WebLimits.uploadPath, for: .editDirectory) { form, staff in
            guard let file = form.files["file"] else { throw Refusal.malformed }
            return try await keep(file, typed: "", staff)
        }
        routes.get("/office/import/{id}", for: .editDirectory) { _, staff in
            do {
                return try answers.office(try await previewPage(staff))
            } catch Refusal.notFound {
                return answers.see("/office/import?gone=1")
            }
        }
        routes.post("/office/import/{id}/apply", for: .editDirectory) { form, staff in
            try await apply(form["fingerprint"] ?? "", staff)
        }
    }

    private func keep(_ bytes: [UInt8], typed: String, _ staff: StaffContext) async throws -> Response {
        do {
            let sheet = try ImportSheet(file: bytes), user = staff.user.id
            let id = try await store.write(as: staff.actor) { try $0.keepImport(sheet, user: user) }
            return answers.see("/office/import/\(id)")
        } catch Refusal.invalid(let problems) {
            let page = ImportPage(staff.frame(.shifts), problems: problems, typed: typed)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    private func apply(_ fingerprint: String, _ staff: StaffContext) async throws -> Response {
        let (id, user, scope) = (try staff.number("id"), staff.user.id, staff.scope)
        do {
            let (plan, change) = try await store.write(as: staff.actor) { tx in
                let plan = try tx.importPlan(id, user: user, scope: scope).1
                return (plan, try tx.applyImport(id, user: user, fingerprint: fingerprint, scope: scope))
            }
            let counts =
                "new=\(plan.count { $0 == .new })&changed=\(plan.count { $0 == .changed })&refused=\(plan.refused)"
            return answers.see("/office/import?\(counts)" + (change.map { "&change=\($0)" } ?? ""))
        } catch Refusal.invalid(let problems) {
            return try answers.office(try await previewPage(staff, problems), status: .unprocessableContent)
        } catch Refusal.notFound {
            return answers.see("/office/import?gone=1")
        }
    }

    private func previewPage(
        _ staff: StaffContext, _ problems: FormProblems = FormProblems()
    ) async throws -> ImportPreviewPage {
        let (id, user, scope) = (try staff.number("id"), staff.user.id, staff.scope)
        let (draft, plan) = try await store.read { try $0.importPlan(id, user: user, scope: scope) }
        return ImportPreviewPage(staff.frame(.shifts), draft: draft, plan: plan, problems: problems)
    }
}

extension FormFields {
    /// What an import did, as the address after it says.
    fileprivate var imported: ImportDone? {
        guard let new = number("new"), let changed = number("changed"), let refused = number("refused") else {
            return nil
        }
        return ImportDone(new: new, changed: changed, refused: refused, change: number("change").map(Int64.init))
    }

    private func number(_ name: String) -> Int? {
        self[name].flatMap { Int($0) }.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }
}
