import Feedback
import Foundation
import Hummingbird

/// The only maker of `StaffContext`.
struct StaffDoor: Sendable {
    let sessions: Sessions
    let store: any Store
    let notices: Notices
    let settings: WebSettings

    /// - Throws: `Refusal.signInRequired`; `Refusal.notFound` for somebody who may not call the route:
    ///   what you may not see is not there; `Refusal.accountFirst`.
    func context(_ request: Request, _ context: PublicContext, for right: Right) async throws -> StaffContext {
        let known = try await sessions.known(request)
        let directory = store.directory
        let now = sessions.world.now()
        let rights = Rights(of: known.user, in: directory, on: LocalDay(now))
        // Whoever holds no role at this time is told so, not that the office is not there.
        guard rights.may(right) else { throw right == .enter ? Refusal.accountFirst : Refusal.notFound }
        if right != .ownAccount, settings.asksForSecondStep(known.user, rights) { throw Refusal.accountFirst }
        return StaffContext(
            user: known.user, rights: rights, scope: rights.scope(of: right), session: known.session,
            directory: directory, now: now, parameters: context.parameters,
            query: try FormFields(urlEncoded: (request.uri.query ?? "").utf8),
            notices: try await notices.lines(now: now), mailGoesOut: settings.mailIsConfigured)
    }

    /// A form that this session's own page sent.
    /// - Throws: `Refusal.foreignForm`.
    func form(_ request: Request, _ staff: StaffContext) async throws -> FormFields {
        let form = try await request.form(settings.limits)
        guard request.comesFromOurPage(settings),
            matchInConstantTime(form["token"] ?? "", staff.session.formToken)
        else { throw Refusal.foreignForm }
        return form
    }
}
