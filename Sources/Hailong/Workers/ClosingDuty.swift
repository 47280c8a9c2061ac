import Feedback
import Foundation

/// Ends answered cases on which the citizen said nothing more. Nothing is written while none is due.
struct ClosingDuty: Duty {
    let store: any Store
    var name: String { "closing" }

    func attend() async throws -> Date? {
        while try await !store.read({ try $0.casesToClose(limit: 1) }).isEmpty {
            _ = try await store.write(as: .system) { try $0.closeSilentCases() }
        }
        return nil
    }
}
