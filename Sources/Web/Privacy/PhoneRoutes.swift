import Feedback
import Hummingbird
import Pages

extension Website {
    /// Phones by their rating's number: masked; shown once for a reason; called.
    func addPhones(to routes: inout Routes) {
        routes.get(RevealsPage.path, for: .seeReveals) { _, staff in
            try answers.office(try await revealsPage(staff))
        }
        routes.get("/office/phones/{id}", for: .revealPhones) { _, staff in
            try answers.office(try await phonePage(staff))
        }
        routes.post("/office/phones/{id}/reveal", for: .revealPhones) { form, staff in
            let (id, scope, why) = (try staff.number("id"), staff.scope, RevealForm(form))
            return try await orAgain(form, staff) {
                let number = try await store.write(as: staff.actor) {
                    try $0.revealPhone(of: id, reason: why.reason, words: why.words, scope: scope)
                }
                return try answers.office(try await phonePage(staff, number: number))
            }
        }
        routes.post("/office/phones/{id}/call", for: .revealPhones) { form, staff in
            let (id, scope, why) = (try staff.number("id"), staff.scope, RevealForm(form))
            return try await orAgain(form, staff) {
                try await store.write(as: staff.actor) {
                    _ = try $0.beginCall(id, reason: why.reason, words: why.words, scope: scope)
                }
                return answers.see("\(PhonePage.path(of: id))/call")
            }
        }
        routes.get("/office/phones/{id}/call", for: .revealPhones) { _, staff in
            guard let page = try await callPage(staff) else {
                return answers.see(PhonePage.path(of: try staff.number("id")))
            }
            return try answers.office(page)
        }
        routes.post("/office/phones/{id}/outcome", for: .revealPhones) { form, staff in
            let (id, scope) = (try staff.number("id"), staff.scope)
            let (outcome, note) = (form["outcome"].flatMap(Call.Outcome.init), form["note"] ?? "")
            do {
                try await store.write(as: staff.actor) {
                    try $0.endCall(id, outcome: outcome, note: note, scope: scope)
                }
                return answers.see(PhonePage.path(of: id))
            } catch Refusal.invalid(let problems) {
                guard let page = try await callPage(staff, typed: form, problems: problems) else {
                    return answers.see(PhonePage.path(of: id))
                }
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    /// The page of the rating's phone again, with what was typed, when the reason will not do.
    private func orAgain(
        _ form: FormFields, _ staff: StaffContext, _ work: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await work()
        } catch Refusal.invalid(let problems) {
            return try answers.office(
                try await phonePage(staff, typed: form, problems: problems), status: .unprocessableContent)
        }
    }

    private func phonePage(
        _ staff: StaffContext, number: Phone? = nil, typed: FormFields = FormFields(),
        problems: FormProblems = FormProblems()
    ) async throws -> PhonePage {
        let (id, scope) = (try staff.number("id"), staff.scope)
        let file = try await store.read { try $0.phoneFile(id, scope: scope) }
        return PhonePage(
            staff.frame(.cases), file: file, now: staff.now, number: number, typed: typed, problems: problems)
    }

    /// Nil unless the call under way is the reader's own.
    private func callPage(
        _ staff: StaffContext, typed: FormFields = FormFields(), problems: FormProblems = FormProblems()
    ) async throws -> CallPage? {
        let (id, scope, user) = (try staff.number("id"), staff.scope, staff.user.id)
        let (file, number) = try await store.read { tx in
            let file = try tx.phoneFile(id, scope: scope)
            return (file, try file.lastCall.flatMap { try tx.calledPhone($0.id, by: user) })
        }
        guard let call = file.lastCall, let number else { return nil }
        return CallPage(
            staff.frame(.cases), file: file, call: call, number: number, typed: typed, problems: problems)
    }

    private func revealsPage(_ staff: StaffContext) async throws -> RevealsPage {
        let scope = staff.scope
        let filter = RevealFilter(
            reason: staff.query["reason"].flatMap(RevealReason.init), user: staff.query["user"].flatMap(Int64.init),
            rating: staff.query["rating"].flatMap(Int64.init))
        let limit = 500
        let lines = try await store.read { try $0.reveals(filter, scope: scope, limit: limit) }
        let section: Section = staff.rights.may(.answerDataRequests) ? .privacy : .cases
        return RevealsPage(staff.frame(section), lines: lines, filter: filter, limit: limit)
    }
}

/// Why somebody wants to see a number, as typed.
private struct RevealForm: Sendable {
    let reason: RevealReason?
    let words: String

    init(_ form: FormFields) {
        reason = form["reason"].flatMap(RevealReason.init)
        words = form["words"] ?? ""
    }
}

extension CasePhone {
    /// Nil without a number, and for whoever reads no ratings here.
    init?(behind alert: Alert, for rights: Rights, _ tx: any Reading) throws {
        guard alert.isWithin(rights.scope(of: .readRatings)), let masked = try tx.maskedPhone(of: alert.rating) else {
            return nil
        }
        let mayOpen = alert.isWithin(rights.scope(of: .revealPhones))
        self.init(masked: masked, href: mayOpen ? PhonePage.path(of: alert.rating) : nil)
    }
}
