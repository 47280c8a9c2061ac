import Feedback
import Foundation
import Hummingbird
import Logging
import Pages
import ServiceLifecycle
import Synchronization

/// Tells every open live page of each new bad rating: one look at the journal after a commit, one drawing, for all.
package final class LiveFeed: Service {
    /// What one page gets.
    enum Beat: Sendable {
        case event(LiveEvent)
        case heart
    }

    /// Comments between events, so that proxies and browsers keep the line. Below a proxy's usual minute.
    static let heartbeat = Duration.seconds(15)
    /// Events that may wait for a slow reader. One more ends the stream; the browser comes back and says where it was.
    static let patience = 64
    /// Entries that are worth replaying. Beyond, loading the page again is less work for everybody.
    static let longestReplay = 500

    private struct Readers {
        /// Whether what is written from now on will be told.
        var isFollowing = false
        var next = 0
        var all: [Int: (scope: Scope, beats: AsyncStream<Beat>.Continuation)] = [:]
    }

    private let store: any Store
    private let limit: Int
    private let logger: Logger
    private let readers = Mutex(Readers())

    init(store: any Store, limit: Int, logger: Logger) {
        self.store = store
        self.limit = limit
        self.logger = logger
    }

    package var readerCount: Int { readers.withLock { $0.all.count } }
    var isFollowing: Bool { readers.withLock { $0.isFollowing } }

    /// Until the task is cancelled or the server stops.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.follow() }
            group.addTask { await self.beat() }
        }
    }

    /// - Throws: `Refusal.busy` when too many pages are open.
    func subscribe(_ scope: Scope) throws(Refusal) -> AsyncStream<Beat> {
        let (stream, beats) = AsyncStream.makeStream(of: Beat.self, bufferingPolicy: .bufferingOldest(Self.patience))
        let id = readers.withLock { readers -> Int? in
            guard readers.all.count < limit else { return nil }
            readers.next += 1
            readers.all[readers.next] = (scope, beats)
            return readers.next
        }
        guard let id else { throw .busy(retryAfter: 30) }
        beats.onTermination = { [weak self] _ in self?.readers.withLock { _ = $0.all.removeValue(forKey: id) } }
        return stream
    }

    private func follow() async {
        // Asked before the last id: a commit in between is then seen twice rather than never.
        let signals = store.signals()
        var last = await lastEntry()
        readers.withLock { $0.isFollowing = true }
        for await signal in signals.cancelOnGracefulShutdown() where signal.contains(.entry) {
            do {
                last = try await tell(after: last)
            } catch {
                logger.error("The live page missed an event", metadata: ["fault": "\(error)"])
            }
        }
    }

    private func lastEntry() async -> Int64 {
        (try? await store.read { try $0.lastEntryID() }) ?? 0
    }

    /// - Returns: the last entry seen.
    private func tell(after last: Int64) async throws -> Int64 {
        // Nobody looks: then nothing is drawn, and whoever comes later reads the page itself.
        guard readerCount > 0 else { return await lastEntry() }
        let (events, end) = try await store.read { tx in
            let end = try tx.lastEntryID()
            return (try tx.liveEvents(after: last, limit: Self.longestReplay), end)
        }
        for event in events { send(.event(event)) { event.isVisible(in: $0) } }
        return max(end, last)
    }

    private func beat() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.heartbeat)
                self.send(.heart) { _ in true }
            }
        }
    }

    private func send(_ beat: Beat, to isMeant: (Scope) -> Bool) {
        let chosen = readers.withLock { $0.all.values.filter { isMeant($0.scope) }.map(\.beats) }
        for beats in chosen {
            if case .dropped = beats.yield(beat) { beats.finish() }
        }
    }
}

extension Reading {
    /// Bad ratings told in the journal after an entry, oldest first.
    func liveEvents(after id: Int64, limit: Int) throws -> [LiveEvent] {
        try entries(after: id, kinds: [.alertRaised], limit: limit).compactMap { entry in
            guard let alert = try entry.alertID.flatMap({ try alert($0, scope: .whole) }),
                let rating = try rating(id: alert.rating)
            else { return nil }
            let card = LiveCard(entry: entry.id, alert: alert, rating: rating, directory: directory, now: now)
            return LiveEvent(
                id: entry.id, unit: alert.unit, bypassesHead: alert.bypassesHead,
                frame: EventFrame.event("card", id: entry.id, data: try card.html()))
        }
    }
}

extension Entry {
    /// "alert:3" → 3.
    var alertID: Int64? {
        subject.hasPrefix("alert:") ? Int64(subject.dropFirst("alert:".count)) : nil
    }
}
