import Feedback
import Hummingbird
import Pages

extension Website {
    /// Closing, merging, splitting: a form, a preview of everything that follows, and the deed.
    func addReorganizations(to routes: inout Routes) {
        for way in ReorganizationWay.allCases {
            let path = "/office/directory/units/{unit}/\(way.rawValue)"
            routes.get(path, for: .editDirectory) { _, staff in
                try answers.office(
                    try first(way, DirectoryForms(staff.frame(.directory), today: LocalDay(staff.now)), staff))
            }
            routes.post(path, for: .editDirectory) { form, staff in
                let unit = try staff.unit()
                do {
                    let order = try TypedOrders(form, staff.directory).reorganization(unit.id, way)
                    guard form["step"] == "do" else { return try await preview(order, form, unit, way, staff) }
                    let scope = staff.scope
                    try await store.write(as: staff.actor) { _ = try $0.carryOut(order, scope: scope) }
                    return answers.see(Thing.unit(unit.id).path)
                } catch Refusal.invalid(let problems) {
                    let forms = DirectoryForms(
                        staff.frame(.directory), today: LocalDay(staff.now), typed: form, problems: problems)
                    return try answers.office(try first(way, forms, staff), status: .unprocessableContent)
                }
            }
        }
    }

    private func first(
        _ way: ReorganizationWay, _ forms: DirectoryForms, _ staff: StaffContext
    ) throws -> DirectoryForm {
        let unit = try staff.unit()
        return switch way {
        case .close: forms.close(unit)
        case .merge: forms.merge(unit)
        case .split: forms.split(unit)
        }
    }

    private func preview(
        _ order: DirectoryOrder, _ form: FormFields, _ unit: Feedback.Unit, _ way: ReorganizationWay,
        _ staff: StaffContext
    ) async throws -> Response {
        guard case .reorganize(let plan) = order.deed else { throw Refusal.notFound }
        let report = try await store.read { try $0.plan(order) }
        guard report.plan.lies(within: staff.scope) else { throw Refusal.notFound }
        guard report.problems.isEmpty else { throw Refusal.invalid(report.problems) }
        return try answers.office(
            ReorganizationPage(
                staff.frame(.directory), report: report, plan: plan, about: unit,
                action: "\(Thing.unit(unit.id).path)/\(way.rawValue)", typed: form, today: LocalDay(staff.now)))
    }
}
