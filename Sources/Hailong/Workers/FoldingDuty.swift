import Feedback
import Foundation

/// Adds the days that are over to the sums of their months, soon after midnight and at the start. Nothing depends on
/// when it runs: until then the days themselves answer.
struct FoldingDuty: Duty {
    let store: any Store
    let world: any World
    var name: String { "folding" }

    func attend() async throws -> Date? {
        let today = LocalDay(world.now())
        let folded = try await store.read { try $0.foldedThrough() }
        if folded.map({ $0 < today.adding(days: -1) }) ?? true {
            // A month at a time: ratings that arrive meanwhile go in between.
            while try await store.write(as: .system, { try $0.foldTallies() }) {}
        }
        return today.adding(days: 1).start
    }
}
