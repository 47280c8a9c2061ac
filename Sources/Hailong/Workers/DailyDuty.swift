import Feedback
import Foundation

/// Queues the morning's lists.
struct DailyDuty: Duty {
    let store: any Store
    let world: any World
    var name: String { "daily lists" }

    func attend() async throws -> Date? {
        let due = try await store.read { try $0.nextDailyRound() }
        guard due <= world.now() else { return due }
        _ = try await store.write(as: .system) { try $0.queueDailyDigests() }
        return try await store.read { try $0.nextDailyRound() }
    }
}
