import AsyncAlgorithms
import Feedback
import Logging
import ServiceLifecycle

/// What must happen although nobody asks: once a day, what is older than its purpose needs is erased, and the notice
/// is published anew when its words have changed. Looked at every hour, so that a server that slept catches up.
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
            try await store.write(as: .system) { try $0.renewNotice() }
            guard let run = try await store.write(as: .system, { try $0.eraseWhatIsDue() }) else { return }
            let counts = run.lines.map { ($0.purpose.rawValue, Logger.MetadataValue.string(String($0.count))) }
            logger.info(
                "what was due is erased", metadata: Dictionary(counts, uniquingKeysWith: { first, _ in first }))
        } catch {
            logger.error("what is due could not be erased", metadata: ["error": "\(error)"])
        }
    }
}
