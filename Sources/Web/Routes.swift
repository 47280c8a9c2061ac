package import Feedback
package import HTTPTypes
import Hummingbird

/// A line of the table of routes. Tests walk it: every route by every role.
package struct Route: Sendable, Hashable {
    package let method: HTTPRequest.Method
    /// As the router reads it: "/q/{code}".
    package let path: String
    /// Nil: everybody.
    package let right: Right?
}

/// The router and the table of what is in it. A route of the office cannot be added without saying for whom it is,
/// nor a form of the office without its token being checked.
struct Routes {
    private let router: Router<PublicContext>
    private let door: StaffDoor
    private(set) var table: [Route] = []

    init(door: StaffDoor) {
        self.door = door
        router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
    }

    func responder() -> RouterResponder<PublicContext> { router.buildResponder() }

    mutating func get(
        _ path: String, use handler: @escaping @Sendable (Request, PublicContext) async throws -> Response
    ) {
        add(.get, path, nil, handler)
    }

    mutating func post(
        _ path: String, use handler: @escaping @Sendable (Request, PublicContext) async throws -> Response
    ) {
        add(.post, path, nil, handler)
    }

    mutating func get(
        _ path: String, for right: Right,
        use handler: @escaping @Sendable (Request, StaffContext) async throws -> Response
    ) {
        let door = door
        add(.get, path, right) { request, context in
            try await handler(request, door.context(request, context, for: right))
        }
    }

    /// - Parameter handler: gets the form after it was proven to come from this session's page.
    mutating func post(
        _ path: String, for right: Right,
        use handler: @escaping @Sendable (FormFields, StaffContext) async throws -> Response
    ) {
        let door = door
        add(.post, path, right) { request, context in
            let staff = try await door.context(request, context, for: right)
            return try await handler(door.form(request, staff), staff)
        }
    }

    /// A form with a file.
    mutating func upload(
        _ path: String, for right: Right,
        use handler: @escaping @Sendable (MultipartForm, StaffContext) async throws -> Response
    ) {
        let door = door
        add(.post, path, right) { request, context in
            let staff = try await door.context(request, context, for: right)
            return try await handler(door.upload(request, staff), staff)
        }
    }

    private mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ right: Right?,
        _ handler: @escaping @Sendable (Request, PublicContext) async throws -> Response
    ) {
        router.on(RouterPath(path), method: method, use: handler)
        table.append(Route(method: method, path: path, right: right))
    }
}
