import Feedback
import Hummingbird
import Pages

extension Website {
    func addDossiers(to routes: inout Routes) {
        routes.get("/office/dossiers", for: .countDossiers) { _, staff in
            answers.see(DossiersPage.path(Month(staff.now).previous))
        }
        routes.get("/office/dossiers/{month}", for: .countDossiers) { _, staff in
            let saved = staff.query["saved"].flatMap { Int($0) }
            return try answers.office(try await dossiersPage(staff, try staff.countedMonth, saved: saved))
        }
        routes.get("/office/dossiers/{month}.csv", for: .countDossiers) { _, staff in
            let month = try staff.countedMonth
            let sheet = try await dossierSheet(staff, month, as: "csv")
            return answers.file(sheet.csv, type: DossierSheet.csvMediaType, saveAs: "so-ho-so-\(month).csv")
        }
        routes.get("/office/dossiers/{month}.xlsx", for: .countDossiers) { _, staff in
            let month = try staff.countedMonth
            let sheet = try await dossierSheet(staff, month, as: "xlsx")
            return answers.file(try sheet.xlsx(), type: DossierSheet.xlsxMediaType, saveAs: "so-ho-so-\(month).xlsx")
        }
        routes.post("/office/dossiers/{month}", for: .countDossiers) { form, staff in
            let (month, scope) = (try staff.countedMonth, staff.scope)
            let pasted = form["pasted"] ?? ""
            var typed: DossierForm?
            do {
                let read = try form.dossiers(month, scope: scope, directory: staff.directory)
                typed = read
                let saved = try await store.write(as: staff.actor) { try $0.countDossiers(read, scope: scope) }
                return answers.see("\(DossiersPage.path(month))?saved=\(saved)")
            } catch Refusal.invalid(let problems) {
                let page = try await dossiersPage(staff, month, problems: problems, typed: typed, pasted: pasted)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func dossierSheet(_ staff: StaffContext, _ month: Month, as kind: String) async throws -> DossierSheet {
        let scope = staff.scope
        let (counts, rates) = try await store.read { tx in
            (try tx.dossierCounts(month...month), try tx.responseRates([month], scope: scope))
        }
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "dossiers", "month=\(month) as=\(kind)") }
        let directory = staff.directory.picture(of: month)
        return DossierSheet(
            month, desks: directory.desks(in: scope, during: month), counts: counts, rates: rates, directory: directory)
    }

    private func dossiersPage(
        _ staff: StaffContext, _ month: Month, saved: Int? = nil, problems: FormProblems = FormProblems(),
        typed: DossierForm? = nil, pasted: String = ""
    ) async throws -> DossiersPage {
        let scope = staff.scope
        let (counts, rates) = try await store.read { tx in
            (try tx.dossierCounts(month...month), try tx.responseRates([month], scope: scope))
        }
        return DossiersPage(
            staff.frame(.comparison), month: month, counts: counts, rates: rates, today: LocalDay(staff.now),
            saved: saved, problems: problems, typed: typed, pasted: pasted)
    }
}

extension StaffContext {
    /// The month of the path; one that has not begun is not there.
    fileprivate var countedMonth: Month {
        get throws(Refusal) {
            guard let month = Month(rawValue: try parameter("month")), month <= Month(now) else { throw .notFound }
            return month
        }
    }
}

extension FormFields {
    /// The pasted lines when there are any, else the numbers of the table.
    /// - Throws: `Refusal.invalid` for lines that cannot be read.
    fileprivate func dossiers(_ month: Month, scope: Scope, directory: Directory) throws(Refusal) -> DossierForm {
        if let pasted = self["pasted"] {
            do {
                return try DossierForm(
                    month: month, pasted: pasted, desks: directory.desks(in: scope, during: month),
                    directory: directory)
            } catch {
                throw .invalid(error)
            }
        }
        var typed: [ID<Desk>: String] = [:]
        for (name, value) in all where name.hasPrefix("count-") { typed[ID(String(name.dropFirst(6)))] = value }
        return DossierForm(month: month, typed: typed)
    }
}
