import Feedback
import Foundation
import Logging
import ServiceLifecycle

/// Something that falls due by the clock.
protocol Duty: Sendable {
    /// For the log.
    var name: String { get }
    /// Does what is due.
    /// - Returns: when there is something to do again; nil: nothing in sight.
    func attend() async throws -> Date?
}

/// Goes round the duties, then sleeps until the first of them falls due. Nothing that a commit brings falls due within a
/// minute, so nobody has to wake it: a look each minute costs nothing and needs no signal.
struct Rounds: Service {
    static let longestSleep: TimeInterval = 60
    static let shortestSleep: TimeInterval = 1

    let duties: [any Duty]
    let world: any World
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let next = await goRound()
                let pause = min(max(next.timeIntervalSince(world.now()), Self.shortestSleep), Self.longestSleep)
                try? await Task.sleep(for: .seconds(pause))
            }
        }
    }

    /// A duty that fails keeps none of the others.
    /// - Returns: when the first is due again.
    func goRound() async -> Date {
        var next = world.now().addingTimeInterval(Self.longestSleep)
        for duty in duties {
            do {
                if let due = try await duty.attend() { next = min(next, due) }
            } catch {
                logger.error("a duty failed", metadata: ["duty": "\(duty.name)", "error": "\(error)"])
            }
        }
        return next
    }
}
