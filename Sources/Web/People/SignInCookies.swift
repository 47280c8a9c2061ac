import Feedback
import Foundation
import HTTPTypes
import Hummingbird

/// Two cookies beside the session's, sent to the sign-in page only: which browser has been here before, and whose
/// password was right a minute ago.
struct SignInCookies: Sendable {
    let known: String
    let half: String

    init(_ settings: WebSettings) {
        known = settings.sessionCookie + "-known"
        half = settings.sessionCookie + "-half"
    }

    /// Half a year. It opens nothing: whoever steals it may guess ten times an hour.
    func known(_ token: String) -> String {
        "\(known)=\(token); Path=/office/login; Max-Age=15552000; HttpOnly; Secure; SameSite=Lax"
    }

    func half(_ token: String) -> String {
        "\(half)=\(token); Path=/office/login; Max-Age=\(Int(Secrets.halfSignedInLifetime)); "
            + "HttpOnly; Secure; SameSite=Lax"
    }

    var spentHalf: String { "\(half)=; Path=/office/login; Max-Age=0; HttpOnly; Secure; SameSite=Lax" }
}

extension Website {
    var signInCookies: SignInCookies { SignInCookies(settings) }

    /// The try to sign in that a request is.
    func attempt(_ email: String, _ request: Request, _ context: PublicContext) -> SignInLimits.Try {
        let browser = request.cookies[signInCookies.known].flatMap { secrets.knownBrowser($0.value, of: email) }
        return SignInLimits.Try(
            account: email, address: context.visitorAddress(request, settings), browser: browser)
    }

    /// The mark of a browser whose owner has proved to be `email`.
    func knownBrowserCookie(_ email: String) -> String {
        signInCookies.known(secrets.knownBrowser(of: email, nonce: world.random(9)))
    }
}

extension Response {
    func setting(_ cookies: String...) -> Response {
        var response = self
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }
}
