import Feedback
import Hummingbird
import Pages

/// Each form of the directory is shown by GET and sent to the same address. What cannot be taken comes back with
/// everything in it.
extension Website {
    func addDirectoryForms(to routes: inout Routes) {
        form("/office/directory/new/unit", &routes, { forms, staff in forms.newUnit(in: staff.unitAsked) }) {
            typed, _ in
            try typed.newUnit()
        }
        form("/office/directory/new/desk", &routes, { forms, staff in forms.newDesk(in: staff.unitAsked) }) {
            typed, _ in
            try typed.newDesk()
        }
        form("/office/directory/new/official", &routes, { forms, staff in forms.newOfficial(in: staff.unitAsked) }) {
            typed, _ in try typed.newOfficial()
        }
        form("/office/directory/new/field", &routes, { forms, staff in try staff.whole(forms.newField()) }) {
            typed, _ in
            try typed.newField()
        }
        form(
            "/office/directory/new/procedure", &routes,
            { forms, staff in try staff.whole(forms.newProcedure(in: staff.query["in"].map { ID($0) })) }
        ) { typed, _ in
            try typed.newProcedure()
        }
        addChanges(to: &routes)
        addClosings(to: &routes)
        addAuthority(to: &routes)
    }

    private func addChanges(to routes: inout Routes) {
        form("/office/directory/units/{unit}/change", &routes, { forms, staff in forms.change(try staff.unit()) }) {
            typed, staff in try typed.change(try staff.unit().id)
        }
        form("/office/directory/units/{unit}/head", &routes, { forms, staff in forms.head(of: try staff.unit()) }) {
            typed, staff in typed.setHead(try staff.unit().id, today: LocalDay(staff.now))
        }
        form("/office/directory/desks/{desk}/change", &routes, { forms, staff in forms.change(try staff.desk()) }) {
            typed, staff in try typed.change(try staff.desk().id)
        }
        form(
            "/office/directory/officials/{official}/change", &routes,
            { forms, staff in forms.change(try staff.official()) }
        ) { typed, staff in
            try typed.change(try staff.official().id)
        }
        form("/office/directory/fields/{field}/change", &routes, { forms, staff in forms.change(try staff.field()) }) {
            typed, staff in try typed.change(try staff.field().id)
        }
        form(
            "/office/directory/procedures/{procedure}/change", &routes,
            { forms, staff in forms.change(try staff.procedure()) }
        ) { typed, staff in
            try typed.change(try staff.procedure().id)
        }
    }

    private func addClosings(to routes: inout Routes) {
        form("/office/directory/desks/{desk}/close", &routes, { forms, staff in forms.close(try staff.desk()) }) {
            typed, staff in try typed.close(try staff.desk().id)
        }
        form(
            "/office/directory/officials/{official}/close", &routes,
            { forms, staff in forms.close(.official(try staff.official().id)) }
        ) { typed, staff in
            try typed.close(.official(try staff.official().id))
        }
        form(
            "/office/directory/fields/{field}/close", &routes,
            { forms, staff in forms.close(.field(try staff.field().id)) }
        ) { typed, staff in
            try typed.close(.field(try staff.field().id))
        }
        form(
            "/office/directory/procedures/{procedure}/close", &routes,
            { forms, staff in forms.close(.procedure(try staff.procedure().id)) }
        ) { typed, staff in
            try typed.close(.procedure(try staff.procedure().id))
        }
    }

    private func addAuthority(to routes: inout Routes) {
        routes.get("/office/directory/authority", for: .editDirectory) { _, staff in
            try answers.office(
                staff.whole(DirectoryForms(staff.frame(.directory), today: LocalDay(staff.now)).authority()))
        }
        routes.post("/office/directory/authority", for: .editDirectory) { form, staff in
            guard staff.scope == .whole else { throw Refusal.notFound }
            let authority = TypedOrders(form, staff.directory).authority()
            do {
                try await store.write(as: staff.actor) { try $0.change(authority) }
                return answers.see("/office/directory")
            } catch Refusal.invalid(let problems) {
                let forms = DirectoryForms(
                    staff.frame(.directory), today: LocalDay(staff.now), typed: form, problems: problems)
                return try answers.office(forms.authority(), status: .unprocessableContent)
            }
        }
    }

    /// A form, and the order that it becomes. Afterwards the page of what was changed.
    private func form(
        _ path: String, _ routes: inout Routes,
        _ draw: @escaping @Sendable (DirectoryForms, StaffContext) throws -> DirectoryForm,
        _ read: @escaping @Sendable (TypedOrders, StaffContext) throws -> DirectoryOrder
    ) {
        routes.get(path, for: .editDirectory) { _, staff in
            let forms = DirectoryForms(staff.frame(.directory), today: LocalDay(staff.now))
            return try answers.office(try draw(forms, staff))
        }
        routes.post(path, for: .editDirectory) { form, staff in
            do {
                let order = try read(TypedOrders(form, staff.directory), staff), scope = staff.scope
                let thing = try await store.write(as: staff.actor) { tx in
                    try tx.directoryChange(try tx.carryOut(order, scope: scope))?.after.things.first
                }
                return answers.see(thing?.path ?? "/office/directory")
            } catch Refusal.invalid(let problems) {
                let forms = DirectoryForms(
                    staff.frame(.directory), today: LocalDay(staff.now), typed: form, problems: problems)
                return try answers.office(try draw(forms, staff), status: .unprocessableContent)
            }
        }
    }
}

extension StaffContext {
    /// The unit in which something is to be added; nil: none was named, or none in scope.
    var unitAsked: ID<Feedback.Unit>? {
        query["in"].map { ID<Feedback.Unit>($0) }.flatMap { scope.contains($0) ? directory.unit($0)?.id : nil }
    }

    func unit() throws(Refusal) -> Feedback.Unit {
        guard let unit = directory.unit(ID(try parameter("unit"))), scope.contains(unit.id) else { throw .notFound }
        return unit
    }

    func desk() throws(Refusal) -> Desk {
        guard let desk = directory.desk(ID(try parameter("desk"))), scope.contains(desk) else { throw .notFound }
        return desk
    }

    func official() throws(Refusal) -> Official {
        guard let official = directory.official(ID(try parameter("official"))), scope.contains(official.unit) else {
            throw .notFound
        }
        return official
    }

    func field() throws(Refusal) -> Field {
        guard scope == .whole, let field = directory.field(ID(try parameter("field"))) else { throw .notFound }
        return field
    }

    func procedure() throws(Refusal) -> Feedback.Procedure {
        guard scope == .whole, let procedure = directory.procedure(ID(try parameter("procedure"))) else {
            throw .notFound
        }
        return procedure
    }

    /// For what is about no unit.
    func whole<Value>(_ value: Value) throws(Refusal) -> Value {
        guard scope == .whole else { throw .notFound }
        return value
    }
}
