import Feedback
import Hummingbird
import Pages

extension Website {
    func addDirectory(to routes: inout Routes) {
        routes.get("/office/directory", for: .editDirectory) { _, staff in
            try await directoryPage(staff)
        }
        routes.get("/office/directory/fields", for: .editDirectory) { _, staff in
            guard staff.scope == .whole else { throw Refusal.notFound }
            return try answers.office(ThingPage.fields(staff.frame(.directory), today: LocalDay(staff.now)))
        }
        for (path, kind) in Self.things {
            routes.get("/office/directory/\(path)", for: .editDirectory) { _, staff in
                try await thingPage(try thing(kind, staff), staff)
            }
        }
        routes.post("/office/directory/changes/{id}/withdraw", for: .editDirectory) { _, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            do {
                try await store.write(as: staff.actor) { try $0.withdrawDirectoryChange(id, scope: scope) }
                return answers.see("/office/directory#recent")
            } catch Refusal.invalid(let problems) {
                return try await directoryPage(staff, problem: problems.problems.first?.message)
            }
        }
        addDirectoryForms(to: &routes)
        addReorganizations(to: &routes)
    }

    static let things = [
        ("units/{unit}", "unit"), ("desks/{desk}", "desk"), ("officials/{official}", "official"),
        ("fields/{field}", "field"), ("procedures/{procedure}", "procedure"),
    ]

    /// The thing that the path names; what lies outside the scope is found by nobody.
    func thing(_ kind: String, _ staff: StaffContext) throws(Refusal) -> Thing {
        guard let thing = Thing(kind: kind, id: try staff.parameter(kind)) else { throw .notFound }
        return thing
    }

    private func directoryPage(_ staff: StaffContext, problem: String? = nil) async throws -> Response {
        let changes = try await changes(of: nil, staff)
        let page = DirectoryPage(
            staff.frame(.directory), query: staff.query["q"] ?? "", showsClosed: staff.query["closed"] == "1",
            changes: changes, problem: problem, today: LocalDay(staff.now))
        return try answers.office(page, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func thingPage(_ thing: Thing, _ staff: StaffContext) async throws -> Response {
        let changes = try await changes(of: thing, staff)
        guard
            let page = ThingPage(
                staff.frame(.directory), thing: thing, changes: changes, today: LocalDay(staff.now))
        else { throw Refusal.notFound }
        return try answers.office(page)
    }

    private func changes(of thing: Thing?, _ staff: StaffContext) async throws -> [ChangeLine] {
        let (directory, today, scope) = (staff.directory, LocalDay(staff.now), staff.scope)
        return try await store.read { tx in
            try tx.directoryChanges(of: thing, limit: 20).filter { $0.lies(within: scope) }.map {
                ChangeLine($0, obstacle: try tx.obstacle(to: $0), directory: directory, today: today)
            }
        }
    }
}
