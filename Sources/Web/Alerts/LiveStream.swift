import Feedback
import Hummingbird
import ServiceLifecycle

/// One open live page: what it missed, then what comes, until it goes, its session ends or the server stops.
struct LiveStream: Sendable {
    let beats: AsyncStream<LiveFeed.Beat>
    let staff: StaffContext
    let store: any Store
    let sessions: Sessions
    /// The last entry that the page knows; nil: it begins now.
    let lastSeen: Int64?

    /// Heartbeats between two looks at the session.
    private static let sessionEvery = 4

    func write(to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(EventFrame.opening)
        var last = lastSeen ?? 0
        if let lastSeen { last = try await replay(after: lastSeen, to: &writer) }
        var hearts = 0
        for await beat in beats.cancelOnGracefulShutdown() {
            switch beat {
            // Told again after the replay: once is enough.
            case .event(let event) where event.id <= last: continue
            case .event(let event):
                last = event.id
                try await writer.write(event.frame)
            case .heart:
                hearts += 1
                if hearts.isMultiple(of: Self.sessionEvery), !(await maySeeThis()) { return }
                try await writer.write(EventFrame.heartbeat)
            }
        }
    }

    private func replay(after id: Int64, to writer: inout any ResponseBodyWriter) async throws -> Int64 {
        let limit = LiveFeed.longestReplay
        let (events, end) = try await store.read { tx in
            (try tx.liveEvents(after: id, limit: limit + 1), try tx.lastEntryID())
        }
        guard events.count <= limit, id <= end else {
            try await writer.write(EventFrame.resync)
            return end
        }
        for event in events where event.isVisible(in: staff.scope) { try await writer.write(event.frame) }
        return max(id, events.last?.id ?? id)
    }

    /// Whether the session lives and the role still gives what this stream shows. Otherwise the stream ends, and the
    /// browser's next try gets what is right now.
    private func maySeeThis() async -> Bool {
        guard let known = try? await sessions.known(tokenHash: staff.session.tokenHash) else { return false }
        let rights = Rights(of: known.user, in: store.directory, on: LocalDay(sessions.world.now()))
        return rights.scope(of: .readRatings) == staff.scope
    }
}
