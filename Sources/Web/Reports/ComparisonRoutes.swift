import Feedback
import Hummingbird
import Pages

extension Website {
    func addComparison(to routes: inout Routes) {
        routes.get("/office/comparison", for: .seeFigures) { _, staff in
            let comparison = try await comparison(staff)
            return try answers.office(
                ComparisonPage(staff.frame(.comparison), comparison: comparison, today: LocalDay(staff.now)))
        }
        routes.get("/office/comparison.csv", for: .seeFigures) { _, staff in
            try await comparisonFile(staff, "csv", ComparisonSheets.csvMediaType) { $0.csv($1) }
        }
        routes.get("/office/comparison.xlsx", for: .seeFigures) { _, staff in
            try await comparisonFile(staff, "xlsx", ComparisonSheets.xlsxMediaType) { try $0.xlsx($1) }
        }
        addAlarms(to: &routes)
        addParts(to: &routes)
        addDossiers(to: &routes)
    }

    private func comparison(_ staff: StaffContext) async throws -> FairComparison {
        let scope = staff.scope
        var address = ComparisonAddress(query: staff.query, today: LocalDay(staff.now))
        // Over desks alone, one sees a part of a unit only, and must not take it for the unit.
        if case .desks = scope { address.side = .desk }
        let wanted = address
        return try await store.read {
            try $0.fairComparison(wanted.period, by: wanted.side, field: wanted.field, scope: scope)
        }
    }

    /// A file that leaves the house leaves a line.
    private func comparisonFile(
        _ staff: StaffContext, _ kind: String, _ type: String,
        _ bytes: (ComparisonSheets, _ table: String?) throws -> [UInt8]?
    ) async throws -> Response {
        let comparison = try await comparison(staff)
        let table = staff.query["table"]
        let sheets = ComparisonSheets(comparison, directory: staff.directory, today: LocalDay(staff.now))
        guard let bytes = try bytes(sheets, table) else { throw Refusal.notFound }
        let details =
            "period=\(comparison.period) by=\(comparison.side.rawValue) format=\(kind)"
            + (table.map { " table=\($0)" } ?? "")
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "comparison", details) }
        return answers.file(bytes, type: type, saveAs: "so-sanh-\(comparison.period).\(kind)")
    }

    private func addAlarms(to routes: inout Routes) {
        routes.get("/office/comparison/alarms", for: .readRatings) { _, staff in
            try answers.office(try await alarmsPage(staff))
        }
        routes.post("/office/comparison/alarms/{id}", for: .answerCases) { form, staff in
            let (id, scope, note) = (try staff.number("id"), staff.scope, form["note"] ?? "")
            do {
                try await store.write(as: staff.actor) { try $0.acknowledgeAlarm(id, note: note, scope: scope) }
                return answers.see("\(AlarmsPage.path)?done=1")
            } catch Refusal.invalid(let problems) {
                let page = try await alarmsPage(staff, problems, typed: (id, note))
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func alarmsPage(
        _ staff: StaffContext, _ problems: FormProblems = FormProblems(), typed: (alarm: Int64, note: String)? = nil
    ) async throws -> AlarmsPage {
        let filter = AlarmFilter(scope: staff.rights.scope(of: .readRatings))
        let (alarms, users) = try await store.read { tx in
            (try tx.alarms(filter, limit: AlarmsPage.length), try tx.users())
        }
        return AlarmsPage(
            staff.frame(.comparison), alarms: alarms, users: users, isDone: staff.query["done"] != nil,
            problems: problems, typed: typed)
    }
}
