package import Feedback
import Foundation
import Hummingbird

/// Who may call a route of the office.
package enum Audience: String, Sendable, CaseIterable {
    /// Whoever signed in. What they see there depends on their scope.
    case staff
    /// Whoever must act on single ratings: home affairs and heads.
    case readers
    /// Whoever manages printed codes: home affairs and the administrator.
    case keepers
    /// The administrator.
    case administrators

    package func admits(_ rights: Rights) -> Bool {
        switch self {
        case .staff: !rights.roles.isEmpty
        case .readers: rights.readsRatings
        case .keepers: rights.managesSystem || rights.roles.contains(.homeAffairs)
        case .administrators: rights.managesSystem
        }
    }
}

/// The only maker of `StaffContext`.
struct StaffDoor: Sendable {
    let sessions: Sessions
    let store: any Store
    let notices: Notices
    let settings: WebSettings

    /// - Throws: `Refusal.signInRequired`; `Refusal.notFound` for somebody who may not call the route:
    ///   what you may not see is not there.
    func context(_ request: Request, _ context: PublicContext, for audience: Audience) async throws -> StaffContext {
        let known = try await sessions.known(request)
        let directory = store.directory
        let rights = Rights(of: known.user, in: directory)
        guard audience.admits(rights) else { throw Refusal.notFound }
        return StaffContext(
            user: known.user, rights: rights, session: known.session, directory: directory,
            now: sessions.world.now(), parameters: context.parameters,
            query: try FormFields(urlEncoded: (request.uri.query ?? "").utf8),
            notices: try await notices.lines(now: sessions.world.now()))
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
