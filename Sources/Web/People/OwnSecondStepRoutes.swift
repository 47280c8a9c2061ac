import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// Turning the second step on and off, and its recovery codes.
    func addOwnSecondStep(to routes: inout Routes) {
        routes.post("/office/account/second-step", for: .ownAccount) { _, staff in
            try await answering(staff) {
                try await store.write(as: staff.actor) { try $0.beginSecondStep(of: staff.user.id) }
                return answers.see("/office/account/second-step")
            }
        }
        routes.get("/office/account/second-step", for: .ownAccount) { _, staff in
            try await offerPage(staff)
        }
        routes.post("/office/account/second-step/confirm", for: .ownAccount) { form, staff in
            do {
                return try codesPage(
                    staff, try await withCode(form, staff) { try $0.confirmSecondStep($1, of: staff.user.id) })
            } catch let refusal as Refusal {
                return try await offerPage(staff, refusal)
            }
        }
        routes.post("/office/account/second-step/codes", for: .ownAccount) { form, staff in
            try await answering(staff) {
                try codesPage(
                    staff, try await withCode(form, staff) { try $0.renewRecoveryCodes($1, of: staff.user.id) })
            }
        }
        routes.post("/office/account/second-step/end", for: .ownAccount) { form, staff in
            try await answering(staff) {
                try await withCode(form, staff) { try $0.endSecondStep($1, of: staff.user.id) }
                return answers.see("/office/account?done=second-step-off")
            }
        }
    }

    /// What needs a code. Guesses are counted: whoever sits at an open screen has no phone.
    private func withCode<Value: Sendable>(
        _ form: FormFields, _ staff: StaffContext, _ verb: @escaping @Sendable (any Writing, String) throws -> Value
    ) async throws -> Value {
        let code = form["code"] ?? ""
        guard code.utf8.count <= 40 else { throw Refusal.wrongCode }
        let attempt = ownTry("code", staff)
        try signInLimits.admit(attempt, now: staff.now)
        let value = try await store.write(as: staff.actor) { try verb($0, code) }
        signInLimits.succeeded(attempt)
        return value
    }

    private func codesPage(_ staff: StaffContext, _ codes: [String]) throws -> Response {
        try answers.office(RecoveryCodesPage(staff.frame(.account), codes: codes))
    }

    /// - Throws: a refusal that the page has no words for.
    private func offerPage(_ staff: StaffContext, _ refusal: Refusal? = nil) async throws -> Response {
        let offer = try await store.read { [secrets] in try $0.secondStepOffer(of: staff.user, secrets: secrets) }
        // It is on already, or it was begun too long ago.
        guard let offer else { return answers.see("/office/account") }
        let page = SecondStepPage(
            staff.frame(.account), offer: offer, problem: try refusal.map(signInProblem))
        guard let refusal else { return try answers.office(page) }
        return try answers.office(page, status: refusal.status).refusing(refusal)
    }
}
