import Feedback
import HTTPTypes
package import Hummingbird

/// What every request passes: the rule of one Host, the router, then whatever was thrown becomes a page, and the
/// request is counted. One step instead of a chain of middlewares: the rating page is as quick as a bare route.
package struct FrontDoor: HTTPResponder {
    let website: Website
    let router: RouterResponder<PublicContext>

    package func respond(to request: Request, context: PublicContext) async throws -> Response {
        var response: Response
        do {
            response = try await answer(to: request, context)
        } catch let lost as LineLost {
            throw lost.reason
        } catch let refusal as Refusal {
            response = try website.answer(to: refusal, request)
        } catch {
            response = try website.answer(toFault: error, request, context)
        }
        if request.method == .head { response = response.createHeadResponse() }
        website.requests.count(context.endpointPath, response.status)
        return response
    }

    private func answer(to request: Request, _ context: PublicContext) async throws -> Response {
        // RFC 9112, 3.2: a request without Host, or with two, is answered with 400.
        guard request.head.authority != nil, !request.headers.contains(.secondHost) else { throw Refusal.malformed }
        let response = try await route(request, context)
        // The router's own answers are bare: no such path, or no such method there.
        guard response.status != .notFound || context.endpointPath != "NotFound" else { throw Refusal.notFound }
        return response
    }
}

extension FrontDoor {
    /// Citizens' pages are made where their line is read (`Line`). The office's and those of other programs take
    /// milliseconds, and must not keep citizens waiting who share the thread.
    private func route(_ request: Request, _ context: PublicContext) async throws -> Response {
        guard request.uri.path.utf8.starts(with: "/office".utf8) || request.isForPrograms else {
            return try await router.respond(to: request, context: context)
        }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            try await router.respond(to: request, context: context)
        }
    }
}

extension HTTPField.Name {
    /// The codec moves the first Host to the authority; what is left in the fields is one too many.
    static let secondHost = HTTPField.Name("Host") ?? .server
}
