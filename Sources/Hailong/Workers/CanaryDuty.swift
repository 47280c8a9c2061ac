import Feedback
import Foundation

/// Sends the canary of the day, and says so when it does not arrive.
struct CanaryDuty: Duty {
    let store: any Store
    let world: any World
    /// Gets the canary where the policy names nobody.
    let sender: MailAddress
    /// When this watch began.
    let since: Date
    var name: String { "canary" }

    func attend() async throws -> Date? {
        let policy = store.directory.configuration.alerts.canary
        guard policy.isEnabled else { return nil }
        let recipient = MailAddress(name: sender.name, address: policy.to ?? sender.address)
        if try await nextFlight() <= world.now() {
            try await store.write(as: .system) { try $0.sendCanary(to: recipient) }
        }
        if let flight = try await openFlight(), flight.dueAt < world.now() {
            try await store.write(as: .system) { try $0.reportLostCanary() }
        }
        // A moment later, for it is lost only when its time has passed.
        let waiting = try await openFlight().map { $0.dueAt.addingTimeInterval(1) }
        return try await min(nextFlight(), waiting ?? .distantFuture)
    }

    private func nextFlight() async throws -> Date {
        try await store.read { [since] in try $0.nextCanary(watchedSince: since) }
    }

    /// The last one, while nobody knows whether it arrives.
    private func openFlight() async throws -> CanaryFlight? {
        try await store.read { try $0.lastCanary() }.flatMap { $0.arrivedAt == nil && $0.lostAt == nil ? $0 : nil }
    }
}
