package import Feedback
package import Foundation
package import Hummingbird
import NIOCore

/// What a route that everybody may call knows of its request.
package struct PublicContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    private let channel: any NIOCore.Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The other end of the line: the visitor, or the proxy before us.
    var remoteAddress: SocketAddress? { channel.remoteAddress }
}

/// What a route of the office knows. Whoever has one has a user who signed in and may call that route:
/// only `StaffDoor` makes them.
package struct StaffContext: Sendable {
    package let user: User
    package let rights: Rights
    /// Where the route's right holds.
    package let scope: Scope
    package let session: Session
    package let directory: Directory
    package let now: Date
    package let parameters: Parameters
    package let query: FormFields
    /// Red lines at the top of every office page.
    package let notices: [String]
    /// Whether there is a mail server.
    package let mailGoesOut: Bool

    var actor: Actor { .user(user.id) }

    /// A part of the path. What is not there is not found.
    func parameter(_ name: String) throws(Refusal) -> String {
        guard let value = parameters.get(name) else { throw .notFound }
        return value
    }

    func number(_ name: String) throws(Refusal) -> Int64 {
        guard let value = Int64(try parameter(name)), value > 0 else { throw .notFound }
        return value
    }
}
