import Feedback
import Foundation

/// Takes the ratings that came since the last look into the statistical watch. Not where ratings are received: nobody
/// waits for it, and each step is worked out beside the writer.
struct AlarmDuty: Duty {
    /// Ratings of one step, and steps of one round: a long history must not keep the other duties.
    static let batch = 2_000
    static let steps = 10
    /// Seconds between two looks.
    static let pause: TimeInterval = 120

    let store: any Store
    let world: any World
    var name: String { "statistical watch" }

    func attend() async throws -> Date? {
        for _ in 0..<Self.steps {
            guard let advance = try await store.read({ try $0.watchAdvance(limit: Self.batch) }) else {
                return world.now().addingTimeInterval(Self.pause)
            }
            _ = try await store.write(as: .system) { try $0.take(advance) }
        }
        return world.now()
    }
}
