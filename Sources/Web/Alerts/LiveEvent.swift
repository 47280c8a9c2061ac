import Feedback
import Hummingbird

/// A bad rating on its way to the live pages: drawn once for all of them.
struct LiveEvent: Sendable {
    /// Of the journal's line.
    let id: Int64
    let unit: ID<Feedback.Unit>
    let bypassesHead: Bool
    /// As it goes over the line.
    let frame: ByteBuffer

    /// The same rule as the store's: what bypasses the head is for the whole authority only.
    func isVisible(in scope: Scope) -> Bool {
        switch scope {
        case .whole: true
        case .units, .desks: !bypassesHead && scope.contains(unit)
        }
    }
}

/// The bytes of a stream of events (HTML standard, "Server-sent events").
enum EventFrame {
    /// The first bytes, at once: proxies and browsers then know that the stream works. Come back after two seconds.
    static let opening = ByteBuffer(string: "retry: 2000\n: xin chào\n\n")
    /// An event, not a comment: the script tells from it that the line is alive.
    static let heartbeat = ByteBuffer(string: "event: beat\ndata:\n\n")
    /// The gap is too old to fill: load the page again.
    static let resync = ByteBuffer(string: "event: resync\ndata:\n\n")

    static func event(_ kind: String, id: Int64, data: String) -> ByteBuffer {
        var text = "id: \(id)\nevent: \(kind)\n"
        // A line end in the data would end the event.
        for line in data.split(whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return ByteBuffer(string: text + "\n")
    }
}
