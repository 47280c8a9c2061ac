package import HTTPTypes

/// Header fields that go with every answer, made once for each kind of page.
///
/// Every policy begins with `default-src 'none'` and has no exception: no inline script anywhere, inline style only by
/// its hash (OWASP ASVS 5.0, 3.4). `frame-ancestors` stands for X-Frame-Options (CSP 3, 6.4.2).
package struct SecurityHeaders: Sendable {
    /// Pages for citizens: one document with its one style, no script.
    package let citizen: HTTPFields
    /// Pages for staff: our own style sheet, script and event stream.
    package let office: HTTPFields
    /// Everything that is not a page.
    package let data: HTTPFields

    private let isHTTPS: Bool

    /// - Parameter citizenStyle: the hash of the citizens' style, with its quotes.
    package init(citizenStyle: String, isHTTPS: Bool) {
        self.isHTTPS = isHTTPS
        citizen = Self.page(style: citizenStyle, isHTTPS: isHTTPS)
        var office = Self.common(
            policy: "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'", isHTTPS: isHTTPS)
        // Same origin, not none: with none, browsers send "Origin: null" with our own forms (Fetch, "append a request
        // Origin header"), and a form of ours could not be told from a foreign one.
        office[.referrerPolicy] = "same-origin"
        // Only here: without a script, a page can neither use a device nor look at the window that opened it.
        office[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        office[.openerPolicy] = "same-origin"
        office[.contentType] = Self.html
        self.office = office
        data = Self.common(policy: "default-src 'none'; frame-ancestors 'none'", isHTTPS: isHTTPS)
    }

    /// A page with a style of its own and nothing else: the cards to print.
    func printed(style hash: String) -> HTTPFields { Self.page(style: hash, isHTTPS: isHTTPS) }

    private static let html = "text/html; charset=utf-8"

    private static func page(style: String, isHTTPS: Bool) -> HTTPFields {
        var fields = common(
            policy: "default-src 'none'; style-src \(style); form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'", isHTTPS: isHTTPS)
        fields[.contentType] = html
        return fields
    }

    private static func common(policy: String, isHTTPS: Bool) -> HTTPFields {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = policy
        fields[.contentTypeOptions] = "nosniff"
        fields[.referrerPolicy] = "no-referrer"
        fields[.cacheControl] = "no-store"
        if isHTTPS { fields[.strictTransportSecurity] = "max-age=31536000" }
        return fields
    }
}

extension HTTPField.Name {
    static let contentTypeOptions = known("X-Content-Type-Options")
    static let referrerPolicy = known("Referrer-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let lastEvent = known("Last-Event-ID")
    static let fetchSite = known("Sec-Fetch-Site")
    static let forwardedFor = known("X-Forwarded-For")
    static let bufferingByProxy = known("X-Accel-Buffering")

    private static func known(_ name: String) -> HTTPField.Name {
        // These are tokens; the fallback is never met.
        HTTPField.Name(name) ?? .server
    }
}
