import Hummingbird
import NIOCore

extension PublicContext {
    /// Whom a limit counts: the IPv4 address, or the first 64 bits of an IPv6 address, of which one household or one
    /// phone has all the rest. "unknown" for a line without an address.
    func visitorAddress(_ request: Request, _ settings: WebSettings) -> String {
        let direct = remoteAddress?.ipAddress
        // The last entry is the one that our own proxy wrote; those before it came from the visitor.
        let forwarded = request.headers[.forwardedFor]?.split(separator: ",").last.map { String($0.trimming(" ")) }
        let address = settings.isBehindProxy ? forwarded ?? direct : direct
        return address.flatMap(Self.counted) ?? "unknown"
    }

    private static func counted(_ text: String) -> String? {
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        guard case .v6 = address, let plain = address.ipAddress else { return text }
        // A mapped IPv4 address is that address.
        if plain.hasPrefix("::ffff:"), plain.contains(".") { return String(plain.dropFirst(7)) }
        return network(plain) + "::/64"
    }

    /// The first four groups of an IPv6 address as `inet_ntop` writes it.
    private static func network(_ address: String) -> String {
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        var groups = halves[0].split(separator: ":").map(String.init)
        if halves.count == 2 {
            let tail = halves[1].split(separator: ":").map(String.init)
            groups += Array(repeating: "0", count: max(0, 8 - groups.count - tail.count)) + tail
        }
        return groups.prefix(4).joined(separator: ":")
    }
}
