package import Feedback

/// How the web side behaves on this machine.
package struct WebSettings: Sendable {
    /// Where people reach us: "https://danhgia.longkhanh.gov.vn", without a slash at the end.
    package var baseURL: String
    /// Whether a proxy stands before us, so that the last address in `X-Forwarded-For` is the visitor's.
    /// Only for a proxy that always sets the field itself: otherwise every visitor writes their own address.
    package var isBehindProxy: Bool
    /// Whether a mail server was named. Without one, mails are files in the data folder and the office says so.
    package var mailIsConfigured: Bool
    /// Who must sign in with a second step, and sets one up before anything else.
    package var secondFactorRequired: Set<Role>
    package var limits: WebLimits

    package init(
        baseURL: String, isBehindProxy: Bool = false, mailIsConfigured: Bool = false,
        secondFactorRequired: Set<Role> = [], limits: WebLimits = WebLimits()
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.isBehindProxy = isBehindProxy
        self.mailIsConfigured = mailIsConfigured
        self.secondFactorRequired = secondFactorRequired
        self.limits = limits
    }

    package var isHTTPS: Bool { baseURL.lowercased().hasPrefix("https://") }

    /// The session's cookie is always `Secure`; browsers take that from http://localhost and 127.0.0.1 too.
    /// The prefix makes them insist on it, but they honour prefixes over https only. Not `__Host-`: that one wants
    /// `Path=/`, and then citizens' pages would carry a staff cookie.
    package var sessionCookie: String { isHTTPS ? "__Secure-hailong" : "hailong" }

    /// Whether somebody still has to set up what their role asks for.
    func asksForSecondStep(_ user: User, _ rights: Rights) -> Bool {
        user.secondStepSince == nil && !secondFactorRequired.isDisjoint(with: rights.roles)
    }
}

/// What one visitor, and all together, may take of the machine. Times in seconds, sizes in bytes.
package struct WebLimits: Sendable {
    /// A form. The largest honest one, 1,000 letters of comment all escaped, is below 16 KiB.
    package var form = 32 << 10
    /// From the first byte of a request's head to the last of its body.
    package var wholeRequest = 20
    /// Bytes of a body that are read at all, taken or thrown away, before the line is cut.
    package var body = 256 << 10
    /// A file of the office, sent to `uploadPath`; every other body stays below `body`.
    package var upload = 2 << 20
    package static let uploadPath = "/office/import/file"
    /// How long a reader may take nothing of what waits for it. Above 30: Linux says "writable" again only when
    /// a good part of the send buffer is free, and a slow honest line needs that long (Traps.md, 13).
    package var stalledReader = 45
    /// How long a line stays open after an answer to a request that is still being sent, or after the visitor
    /// closed their side.
    package var farewell = 2
    /// Silence between requests.
    package var idle = 30
    package var headerField = 8 << 10
    package var headerList = 16 << 10
    package var headerFields = 64
    /// Open at once; NIO lets up to three more in. Keep it at half of LimitNOFILE or less (Traps.md, 14).
    package var connections = 2_000
    /// Live pages open at once.
    package var streams = 200
    /// What one key of another program may ask in a minute.
    package var interfaceCalls = 300

    package init() {}
}
