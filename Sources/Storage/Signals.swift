import Feedback
import Synchronization

/// Tells those who wait what a commit changed. Signals that were not read yet are merged.
final class Signals: Sendable {
    /// The stream owns its subscription; here it is only known, so one that was dropped unread leaves nothing behind.
    private struct Listener {
        weak var subscription: Subscription?
    }

    private let listeners = Mutex<[Listener]>([])

    /// Streams that are alive.
    var count: Int { listeners.withLock { $0.count { $0.subscription != nil } } }

    func stream() -> AsyncStream<Set<Signal>> {
        let subscription = Subscription()
        listeners.withLock { listeners in
            listeners.removeAll { $0.subscription == nil }
            listeners.append(Listener(subscription: subscription))
        }
        return AsyncStream {
            await subscription.next()
        } onCancel: {
            subscription.end()
        }
    }

    func send(_ signals: Set<Signal>) {
        guard !signals.isEmpty else { return }
        for subscription in listeners.withLock({ $0.compactMap(\.subscription) }) { subscription.add(signals) }
    }
}

/// One listener's unread signals.
private final class Subscription: Sendable {
    private struct State {
        var unread: Set<Signal> = []
        var waiter: CheckedContinuation<Set<Signal>?, Never>?
        var hasEnded = false
    }

    private let state = Mutex(State())

    func next() async -> Set<Signal>? {
        await withCheckedContinuation { continuation in
            let ready: Set<Signal>?? = state.withLock { state in
                if state.hasEnded { return .some(nil) }
                guard state.unread.isEmpty else {
                    defer { state.unread = [] }
                    return state.unread
                }
                state.waiter = continuation
                return .none
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    func add(_ signals: Set<Signal>) {
        let waiter = state.withLock { state -> CheckedContinuation<Set<Signal>?, Never>? in
            guard let waiter = state.waiter else {
                state.unread.formUnion(signals)
                return nil
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume(returning: signals)
    }

    func end() {
        let waiter = state.withLock { state in
            state.hasEnded = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }
}
