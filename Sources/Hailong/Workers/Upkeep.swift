import AsyncAlgorithms
import Feedback
import Logging
import ServiceLifecycle

/// What must happen although nobody asks: once an hour, old phone numbers are made unreadable.
struct Upkeep: Service {
    let store: any Store
    let logger: Logger

    func run() async throws {
        await tick()
        for await _ in AsyncTimerSequence(interval: .seconds(3_600), clock: .continuous).cancelOnGracefulShutdown() {
            await tick()
        }
    }

    private func tick() async {
        do {
            let erased = try await store.write(as: .system) { try $0.eraseOldPhones() }
            if erased > 0 { logger.info("phone numbers erased", metadata: ["months": "\(erased)"]) }
        } catch {
            logger.error("phone numbers could not be erased", metadata: ["error": "\(error)"])
        }
    }
}
