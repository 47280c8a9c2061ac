import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Pages

extension Refusal {
    /// The one place where a refusal becomes a status.
    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .spentLink: .notFound
        case .retiredCode, .closedDesk: .gone
        case .closed, .foreignForm: .forbidden
        case .forgedVisit, .malformed: .badRequest
        case .alreadySent, .invalid, .wrongPassword, .wrongCode: .unprocessableContent
        case .tooLarge: .contentTooLarge
        case .unsupportedType: .unsupportedMediaType
        case .busy: .serviceUnavailable
        case .slowDown: .tooManyRequests
        case .signInRequired, .accountFirst: .seeOther
        }
    }

    /// Seconds.
    var retryAfter: Int? {
        switch self {
        case .busy(let seconds), .slowDown(let seconds): max(1, seconds)
        default: nil
        }
    }
}

extension Response {
    /// Tells machines when to come back, where the refusal says so.
    func refusing(_ refusal: Refusal) -> Response {
        guard let seconds = refusal.retryAfter else { return self }
        var response = self
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}

extension Website {
    /// The page that says no. For a page of the office without a session it is the way to sign in.
    func answer(to refusal: Refusal, _ request: Request) throws -> Response {
        if request.isForPrograms { return problem(for: refusal, request) }
        if refusal == .signInRequired { return answers.see(SignInPath.leading(backTo: request)) }
        if refusal == .accountFirst { return answers.see("/office/account") }
        return try answers.citizen(RefusalPage(refusal, directory: store.directory), status: refusal.status)
            .refusing(refusal)
    }

    /// The page after a fault of ours: a sentence and a number, under which the log tells the rest.
    func answer(toFault fault: any Error, _ request: Request, _ context: PublicContext) throws -> Response {
        let incident = Crockford.code(8, from: world.random(8))
        context.logger.error(
            "A request failed",
            metadata: [
                "incident": "\(incident)", "method": "\(request.method)",
                "route": "\(context.endpointPath ?? "")", "fault": "\(fault)",
            ])
        if request.isForPrograms {
            return answers.problem(.internalServerError, "Lỗi của máy chủ", detail: "Mã sự cố: \(incident)")
        }
        return try answers.citizen(FaultPage(incident: incident), status: .internalServerError)
    }
}
