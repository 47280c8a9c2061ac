import AsyncAlgorithms
import Feedback
import Logging
import ServiceLifecycle
import Web

/// Writes down each minute how often the rating pages were opened, and once more when the server has stopped.
struct OpeningWorker: Service {
    let store: any Store
    let openings: OpeningCounts
    let world: any World
    let logger: Logger

    func run() async throws {
        for await _ in AsyncTimerSequence(interval: .seconds(60), clock: .continuous).cancelOnGracefulShutdown() {
            await keep()
        }
        await keep()
    }

    /// What could not be written is tried again a minute later.
    func keep() async {
        let taken = openings.take(today: LocalDay(world.now()))
        guard !taken.isEmpty else { return }
        do {
            try await store.write(as: .system) { try $0.addOpenings(taken) }
        } catch {
            openings.add(taken)
            logger.error("openings could not be written", metadata: ["error": "\(error)"])
        }
    }
}
