import Foundation

/// Where mail is handed over: a setting of the form `smtp://user:password@host:587` or `smtps://…:465`.
struct SMTPServer: Sendable {
    enum Encryption: Sendable {
        case none
        /// The session begins in the open and turns to TLS before anything is said (port 587).
        case startTLS
        /// TLS from the first byte (port 465).
        case implicit
    }

    let encryption: Encryption
    let host: String
    let port: Int
    /// Decoded. Not part of any description.
    let login: (user: String, password: String)?

    /// - Parameter mayStayPlain: hosts that are spoken to without TLS when the scheme is `smtp`.
    /// - Throws: `MailURLFault`, which says what is wrong and never repeats the password.
    init(url: String, mayStayPlain: (_ host: String) -> Bool = SMTPServer.isLoopback) throws {
        let secure: Bool
        let rest: Substring
        if let range = url.range(of: "://") {
            switch url[..<range.lowerBound].lowercased() {
            case "smtp": secure = false
            case "smtps": secure = true
            default: throw MailURLFault.scheme
            }
            rest = url[range.upperBound...]
        } else {
            throw MailURLFault.scheme
        }
        var authority = rest
        if authority.last == "/" { authority.removeLast() }
        guard !authority.contains(where: { "/?#".contains($0) }) else { throw MailURLFault.path }
        if let at = authority.lastIndex(of: "@") {
            login = try SMTPServer.login(authority[..<at])
            authority = authority[authority.index(after: at)...]
        } else {
            login = nil
        }
        (host, port) = try SMTPServer.address(authority, standard: secure ? 465 : 587)
        encryption = secure ? .implicit : mayStayPlain(host) ? .none : .startTLS
    }

    /// What libcurl is given: without user and password, with the name to greet with as path.
    func curlURL(helo: String) -> String {
        let scheme = encryption == .implicit ? "smtps" : "smtp"
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(helo)"
    }

    /// Whether `host` never leaves this machine: `localhost`, `127.0.0.0/8` in four plain numbers, `::1`.
    static func isLoopback(host: String) -> Bool {
        if host == "::1" || host.lowercased() == "localhost" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127"
            && numbers.allSatisfy { $0.first != "+" && UInt8($0) != nil }
    }

    private static func login(_ part: Substring) throws -> (user: String, password: String) {
        let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { throw MailURLFault.login }
        guard let user = String(sides[0]).removingPercentEncoding,
            let password = String(sides[1]).removingPercentEncoding
        else { throw MailURLFault.percent }
        // A NUL would cut the text short on its way into C; no server knows a password with a line break.
        guard !(user + password).unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
            throw MailURLFault.percent
        }
        return (user, password)
    }

    private static func address(_ part: Substring, standard: Int) throws -> (host: String, port: Int) {
        let host: Substring
        var rest: Substring
        if part.first == "[" {
            guard let end = part.firstIndex(of: "]") else { throw MailURLFault.host }
            host = part[part.index(after: part.startIndex)..<end]
            rest = part[part.index(after: end)...]
            guard host.contains(":"), host.utf8.allSatisfy({ "0123456789abcdefABCDEF:.".utf8.contains($0) }) else {
                throw MailURLFault.host
            }
        } else {
            host = part.prefix { $0 != ":" }
            rest = part[host.endIndex...]
            guard Mailbox.isHostName(host.utf8) else { throw MailURLFault.host }
        }
        guard !rest.isEmpty else { return (String(host), standard) }
        rest.removeFirst()
        guard part[..<rest.startIndex].last == ":", rest.allSatisfy({ "0123456789".contains($0) }),
            let port = Int(rest), (1...65535).contains(port)
        else { throw MailURLFault.port }
        return (String(host), port)
    }
}
