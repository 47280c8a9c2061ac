import Feedback
import Synchronization

/// Walks the journal's chain for whoever asks, one walk at a time.
final class ChainWatch: Sendable {
    private let store: any Store
    private let isWalking = Mutex(false)

    init(store: any Store) { self.store = store }

    /// - Throws: `Refusal.busy` while another walk goes on.
    func check() async throws -> ChainCheck {
        let isFree = isWalking.withLock { walking in
            defer { walking = true }
            return !walking
        }
        guard isFree else { throw Refusal.busy(retryAfter: 10) }
        defer { isWalking.withLock { $0 = false } }
        return try await ChainCheck.walk { last in
            try await self.store.read { try $0.entries(after: last, kinds: [], limit: 5_000) }
        }
    }
}
