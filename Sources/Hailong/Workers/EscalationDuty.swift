import Feedback
import Foundation

/// Sends cases up that nobody took on in time.
struct EscalationDuty: Duty {
    let store: any Store
    let world: any World
    var name: String { "escalation" }

    func attend() async throws -> Date? {
        while let due = try await store.read({ try $0.nextEscalationDue() }) {
            guard due <= world.now() else { return due }
            guard try await store.write(as: .system, { try $0.escalateDue() }) > 0 else { return nil }
        }
        return nil
    }
}
